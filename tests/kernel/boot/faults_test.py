#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""A fault ends the guest with a readable report, in which functions have names."""

import re

import guest

# Scenario, trap, the reason given, the function at fault.
FAULTS = (
    ("write-null", "14 (page fault), error code=0x2", "cannot write: null pointer", "write_null"),
    ("read-null", "14 (page fault), error code=0x0", "cannot read: null pointer", "read_null"),
    ("call-null", "14 (page fault), error code=0x10", "cannot execute: null pointer", "call_null"),
    ("write-text", "14 (page fault), error code=0x3", "cannot write: not allowed", "write_text"),
    ("write-constant", "14 (page fault), error code=0x3", "cannot write: not allowed",
     "write_constant"),
    ("write-settled", "14 (page fault), error code=0x3", "cannot write: not allowed",
     "write_settled"),
    ("execute-data", "14 (page fault), error code=0x11", "cannot execute: not allowed",
     "execute_data"),
    ("execute-stack", "14 (page fault), error code=0x11", "cannot execute: not allowed",
     "execute_stack"),
    ("overflow-stack", "14 (page fault), error code=0x2", "stack overflow", "overflow_stack"),
    ("divide", "0 (divide error), error code=0x0", "", "divide"),
    ("invalid-opcode", "6 (invalid opcode), error code=0x0", "", "invalid_opcode"),
    ("breakpoint", "3 (breakpoint), error code=0x0", "", "breakpoint"),
    ("privileged-address", "13 (general protection fault), error code=0x0", "",
     "privileged_address"),
)


def reports(folder):
    image = guest.build(folder / "guest")
    for scenario, trap, reason, function in FAULTS:
        output = guest.expect(guest.run(image, arguments=scenario), guest.CRASH,
                              f"Unhandled Trap {trap}", reason, "Call trace:", "Crashing")
        # Each frame: a number, an address, a function; the one at fault comes first or, where
        # the program counter is not in a function, second. main() is among its callers.
        frames = re.findall(r"\[ *(\d+)\] 0x[0-9a-f]+(?: <(\S+)\+0x[0-9a-f]+>)?", output)
        guest.check([int(n) for n, _ in frames] == list(range(len(frames))),
                    f"{scenario}: frames are not numbered in order:\n{output}")
        names = [name for _, name in frames]
        guest.check(function in names[:2], f"{scenario}: {function} is not at the top: {names}")
        if scenario != "overflow-stack":
            guest.check("main" in names, f"{scenario}: main is not among the callers: {names}")
        for register in ("RIP", "RSP", "RAX", "R15"):
            guest.check(re.search(rf"{register}: [0-9a-f]{{16}}\b", output),
                        f"{scenario}: no {register}:\n{output}")
        guest.check(re.search(r"EFLAGS: [0-9a-f]{8}\b", output), f"{scenario}: no EFLAGS")


def addresses(folder):
    """The report's numbers are right: the faulting instruction lies in the function named."""
    image = guest.build(folder / "guest")
    output = guest.expect(guest.run(image, arguments="invalid-opcode"), guest.CRASH)
    rip = int(re.search(r"RIP: ([0-9a-f]{16})", output)[1], 16)
    symbols = guest.subprocess.run(["nm", "-n", f"{image}.dbg"], check=True, text=True,
                                   stdout=guest.subprocess.PIPE).stdout
    functions = [line.split() for line in symbols.splitlines() if line.split()[1] in "tT"]
    name = [f[2] for f in functions if int(f[0], 16) <= rip][-1]
    guest.check(name == "invalid_opcode", f"RIP {rip:#x} is in {name}")
    start = int([f[0] for f in functions if f[2] == name][0], 16)
    guest.check(f"[  0] {rip:#x} <invalid_opcode+{rip - start:#x}>" in output, output)


def nested(folder):
    """A fault in the report ends the guest, too, with failure."""
    image = guest.build(folder / "guest")
    for machine in guest.MACHINES:
        guest.expect(guest.run(image, machine, "fault-in-handler"), guest.CRASH,
                     "Unhandled Trap 14", "Fault while reporting a fault, at RIP 0x")
        guest.expect(guest.run(image, machine, "fault-for-ever"), guest.CRASH)


def smashed(folder):
    """A function that wrote past its variables does not return, and is named."""
    for image in guest.build(folder / "guest"), guest.build(folder / "arm64", options=(guest.ARM64,)):
        output = guest.expect(guest.run(image, arguments="smash-stack"), guest.CRASH,
                              "CRIT: ", "Stack smashing detected", "Call trace:")
        names = re.findall(r"\[ *\d+\] 0x[0-9a-f]+ <(\S+)\+0x", output)
        guest.check("smash_stack" in names[:3], f"smash_stack is not at the top: {names}")
        guest.check("Unhandled Trap" not in output, output)


def without_names(folder):
    image = guest.build(folder / "no-names", options=("LIBUKDEBUG_KALLSYMS=n",))
    output = guest.expect(guest.run(image, arguments="invalid-opcode"), guest.CRASH,
                          "Unhandled Trap 6")
    guest.check(re.search(r"\[  0\] 0x[0-9a-f]+\r\n", output), output)


def without_messages(folder):
    """The status tells the truth even when nothing may be printed."""
    image = guest.build(folder / "silent", options=("LIBUKDEBUG_PRINTK=n",))
    output = guest.expect(guest.run(image, arguments="invalid-opcode"), guest.CRASH)
    guest.check("Trap" not in output, output)


if __name__ == "__main__":
    guest.main([reports, addresses, nested, smashed, without_names, without_messages])
