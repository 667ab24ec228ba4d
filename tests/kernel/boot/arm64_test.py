#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""arm64 on QEMU's machine virt: what the other tests check on a PC, and what only this machine has."""

import re
import struct
import sys
import time

import guest

MACHINES = ("virt,gic-version=2", "virt,gic-version=3")
PROCESSORS = ("cortex-a53", "cortex-a72", "max")
HELLOWORLD = guest.KERNEL / "apps" / "helloworld"


def build_guest(folder):
    return guest.build(folder / "arm64", options=(guest.ARM64,))


def build_helloworld(folder):
    return guest.build(folder / "arm64-helloworld", HELLOWORLD, (guest.ARM64,))


def machines(folder):
    image = build_helloworld(folder)
    for machine in MACHINES:
        for processor in PROCESSORS:
            guest.expect(guest.run(image, machine, "one 'two words'", memory="16M",
                                   more=("-cpu", processor)), 0,
                         "Kiln", "Hello world!\r\n", '"guest" "one" "two words"\r\n')
    # Entered at EL2, where the firmware is called otherwise; and with more than one processor.
    for machine in MACHINES:
        guest.expect(guest.run(image, machine + ",virtualization=on", more=("-cpu", "max")), 0,
                     "Hello world!\r\n")
    guest.expect(guest.run(image, more=("-smp", "2")), 0, "Hello world!\r\n")


def memory(folder):
    image = build_guest(folder)
    for size in ("3M", "3G"):
        guest.expect(guest.run(image, MACHINES[1], "pages", memory=size), 0, "pages are fine")
    guest.expect(guest.run(image, MACHINES[0], "exhaust", memory="16M"), 0, "took")


def elf(folder):
    """An ELF file finds the device tree, too, and needs less memory."""
    image = guest.build(folder / "arm64-elf", options=(guest.ARM64, "KVM_BOOT_PROTO_QEMU_VIRT=y"))
    content = image.read_bytes()
    guest.check(content[:4] == b"\x7fELF", "not an ELF file")
    offset, = struct.unpack_from("<Q", content, 32)
    count, = struct.unpack_from("<H", content, 56)
    kinds = [struct.unpack_from("<II", content, offset + 56 * i) for i in range(count)]
    guest.check(count > 3 and all(flags & 3 != 3 for _, flags in kinds), f"segments: {kinds}")
    for machine in MACHINES:
        guest.expect(guest.run(image, machine, "arguments x", memory="1600K"), 0, "argument 0: <x>")


def initial_ramdisk(folder):
    image = build_guest(folder)
    module = folder / "arm64-module"
    module.write_bytes(bytes(range(256)) * 4000)
    guest.expect(guest.run(image, arguments="exhaust", more=("-initrd", str(module))), 0, "took")


def arguments(folder):
    image = build_guest(folder)
    guest.expect(guest.run(image, arguments="arguments a  'b c' \"d e\" -x=1 --"), 0,
                 "program: <guest>", "argument 0: <a>", "argument 1: <b c>", "argument 2: <d e>",
                 "argument 3: <-x=1>", "argument 4: <-->")
    output = guest.expect(guest.run(image), 0, "program: <guest>")
    guest.check("argument" not in output, output)


def statuses(folder):
    image = build_guest(folder)
    for how, status, qemu_status in (("return", 0, 0), ("return", 1, 3), ("exit", 3, 7),
                                     ("exit", 125, 251), ("return", 126, 253), ("exit", -1, 253)):
        guest.expect(guest.run(image, arguments=f"{how} {status}"), qemu_status)
    guest.expect(guest.run(image, arguments="abort"), guest.CRASH, "Aborted")
    guest.expect(guest.run(image, arguments="assert"), guest.CRASH, "<fail_assertion+0x",
                 "Assertion failure: argc == 12345\r\n")
    output = guest.expect(guest.run(image, arguments="restart"), 0)
    guest.check(output.count("program: <") == 1, output)


def without_semihosting(folder):
    """Where nobody asks for a status, a guest that failed still powers off."""
    image = build_guest(folder)
    for scenario in ("return 5", "abort", "write-null"):
        command = guest.qemu(image, arguments=scenario)
        at = command.index("-semihosting-config")
        del command[at:at + 2]
        done = guest.subprocess.run(command, stdin=guest.subprocess.DEVNULL, timeout=60,
                                    stdout=guest.subprocess.PIPE, check=False)
        guest.check(done.returncode == 0, f"{scenario}: QEMU's status is {done.returncode}")
        guest.check(done.stdout.count(b"Unhandled Trap") == (scenario == "write-null"),
                    done.stdout.decode("latin-1"))


# Scenario, what happened, the reason given, the function at fault.
FAULTS = (
    ("write-null", "37 (data abort)", "cannot write: null pointer", "write_null"),
    ("read-null", "37 (data abort)", "cannot read: null pointer", "read_null"),
    ("call-null", "33 (instruction abort)", "cannot execute: null pointer", "call_null"),
    ("write-text", "37 (data abort)", "cannot write: not allowed", "write_text"),
    ("write-constant", "37 (data abort)", "cannot write: not allowed", "write_constant"),
    ("write-settled", "37 (data abort)", "cannot write: not allowed", "write_settled"),
    ("execute-data", "33 (instruction abort)", "cannot execute: not allowed", "execute_data"),
    ("execute-stack", "33 (instruction abort)", "cannot execute: not allowed", "execute_stack"),
    ("overflow-stack", "37 (data abort)", "cannot write: stack overflow", "overflow_stack"),
    ("invalid-opcode", "0 (undefined instruction)", "", "invalid_opcode"),
    ("breakpoint", "60 (breakpoint)", "", "breakpoint"),
    ("privileged-address", "37 (data abort)", "cannot read: nothing mapped there",
     "privileged_address"),
)


def reports(folder):
    image = build_guest(folder)
    for scenario, trap, reason, function in FAULTS:
        output = guest.expect(guest.run(image, arguments=scenario), guest.CRASH,
                              f"Unhandled Trap {trap}, error code=0x", reason, "Call trace:",
                              "Crashing")
        frames = re.findall(r"\[ *(\d+)\] 0x[0-9a-f]+(?: <(\S+)\+0x[0-9a-f]+>)?", output)
        guest.check([int(n) for n, _ in frames] == list(range(len(frames))),
                    f"{scenario}: frames are not numbered in order:\n{output}")
        names = [name for _, name in frames]
        guest.check(function in names[:2], f"{scenario}: {function} is not at the top: {names}")
        if scenario != "overflow-stack":
            # A function at a time: nothing twice, nobody left out.
            at = names.index(function)
            guest.check(names[at:at + 3] == [function, "main", "uk_boot_entry"],
                        f"{scenario}: callers are {names}")
        for register in ("ELR_EL1", "SP", "LR"):
            guest.check(re.search(rf"\b{register}: [0-9a-f]{{16}}\b", output),
                        f"{scenario}: no {register}:\n{output}")
        guest.check(re.search(r"x24 ~ x27:( 0x[0-9a-f]{16}){4}\r\n", output), f"{scenario}: no x24")


def addresses(folder):
    """The report's numbers are right: the faulting instruction lies in the function named."""
    image = build_guest(folder)
    output = guest.expect(guest.run(image, arguments="invalid-opcode"), guest.CRASH)
    at = int(re.search(r"ELR_EL1: ([0-9a-f]{16})", output)[1], 16)
    symbols = guest.subprocess.run(["nm", "-n", f"{image}.dbg"], check=True, text=True,
                                   stdout=guest.subprocess.PIPE).stdout
    functions = [line.split() for line in symbols.splitlines() if line.split()[1] in "tT"]
    functions = [(int(f[0], 16), f[2]) for f in functions if not f[2].startswith("$")]
    start, name = [f for f in functions if f[0] <= at][-1]
    guest.check(name == "invalid_opcode", f"{at:#x} is in {name}")
    guest.check(f"[  0] {at:#x} <invalid_opcode+{at - start:#x}>" in output, output)


def nested(folder):
    """A fault in the report ends the guest, too, with failure."""
    image = build_guest(folder)
    for machine in MACHINES:
        guest.expect(guest.run(image, machine, "fault-in-handler"), guest.CRASH,
                     "Unhandled Trap 37", "Fault while reporting a fault, at ELR_EL1 0x")
        guest.expect(guest.run(image, machine, "fault-for-ever"), guest.CRASH)


def clock(folder):
    image = build_guest(folder)
    for machine in MACHINES:
        output = guest.expect(guest.run(image, machine, "sleep"), 0)
        wakeups = int(re.search(r"woke up (\d+) times", output)[1])
        guest.check(wakeups <= 10, f"{machine}: woke up {wakeups} times")
        guest.expect(guest.run(image, machine, "interrupt"), 0, "interrupts: yes")
    guest.expect(guest.run(image, arguments="monotonic"), 0, "monotonic\r\n")
    before = int(time.time())
    output = guest.expect(guest.run(image, arguments="date"), 0)
    seconds = int(re.search(r"since 1970: (\d+)", output)[1])
    guest.check(before - 2 <= seconds <= time.time() + 2, f"{seconds}, not {before}")


def order(folder):
    image = build_guest(folder)
    guest.expect(guest.run(image, arguments="order"), 0,
                 "order: ctor early plat lib_first lib rootfs sys late constructor-101 "
                 "constructor main")
    guest.expect(guest.run(image, arguments="thread-locals"), 0, "thread-local: 42 43 0\r\n")
    guest.expect(guest.run(image, arguments="lists"), 0, "lists: 0 failures")


def header(folder):
    """What boot loaders look for (Linux' Documentation/arm64/booting)."""
    image = build_helloworld(folder).read_bytes()
    offset, size, flags = struct.unpack_from("<QQQ", image, 8)
    guest.check(image[56:60] == b"ARM\x64" and offset == 0x100000 and size >= len(image)
                and flags == 2, f"offset {offset:#x}, size {size}, flags {flags}")
    guest.check(len(image) <= 96 * 1024, f"the image has {len(image)} bytes")


def suites(folder):
    """The libraries' own suites, as many cases as on a PC."""
    options = ("LIBUKTEST=y", "LIBUKTEST_EXIT=y", "LIBUKBITOPS=y", "LIBUKATOMIC=y",
               "LIBUKTIMECONV=y")
    image = guest.build(folder / "arm64-suites", HELLOWORLD, (guest.ARM64, *options))
    pc = guest.build(folder / "suites-libraries", HELLOWORLD, options)
    counts = [re.search(r"summary: .* cases=(\d+)", guest.expect(result, 0))[1]
              for result in (guest.run(image), guest.run(pc))]
    guest.check(counts[0] == counts[1] and int(counts[0]) >= 100, f"cases: {counts}")


def change(folder):
    """Another architecture over an old build: what was built for the first is built again."""
    place = folder / "arm64-change"
    options = ("OPTIMIZE_SIZE=y",)
    pc = guest.build(place, HELLOWORLD, options)
    guest.expect(guest.run(pc), 0, "Hello world!\r\n")
    arm = guest.build(place, HELLOWORLD, (*options, guest.ARM64))
    guest.expect(guest.run(arm), 0, "Hello world!\r\n")
    pc.unlink()
    guest.expect(guest.run(guest.build(place, HELLOWORLD, options)), 0, "Hello world!\r\n")


def optimizations(folder):
    """What the compiler leaves to a library of its own, tables that only the linker script names."""
    for name, options in (("none", ("OPTIMIZE_NONE=y",)),
                          ("linking", ("OPTIMIZE_LTO=y", "OPTIMIZE_NOOMITFP=n"))):
        image = guest.build(folder / f"arm64-{name}", options=(guest.ARM64, *options))
        guest.expect(guest.run(image, arguments="order"), 0,
                     "order: ctor early plat lib_first lib rootfs sys late constructor-101 "
                     "constructor main")
        guest.expect(guest.run(image, arguments="write-null"), guest.CRASH, "<write_null+0x")


GROUPS = {
    "machines": (machines, memory, elf, initial_ramdisk, arguments, header),
    "faults": (statuses, without_semihosting, reports, addresses, nested),
    "services": (clock, order, suites),
    "builds": (change, optimizations),
}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[2] not in GROUPS:
        sys.exit(f"usage: KCONF=/path/to/kconf {sys.argv[0]} BUILD-FOLDER {'|'.join(GROUPS)}")
    guest.main(GROUPS[sys.argv.pop()])
