#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Images that Linux runs as programs: on x86_64 by themselves, for arm64 by qemu-user."""

import os
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import time

import guest

LOGDEMO = guest.KERNEL / "apps" / "logdemo"
X86 = ("PLAT_LINUXU=y", "ARCH_X86_64=y", "LIBUKDEBUG_PRINTK_INFO=y")
ARM = ("PLAT_LINUXU=y", "ARCH_ARM_64=y", "LIBUKDEBUG_PRINTK_INFO=y",
       'CROSS_COMPILE="aarch64-linux-gnu-"')
SUITES = ("LIBUKTEST=y", "LIBUKTEST_EXIT=y", "LIBUKBITOPS=y", "LIBUKATOMIC=y", "LIBUKTIMECONV=y")

# Argument, signal, and what the report says on x86_64 and on arm64.
CRASHES = (
    ("pagefault", signal.SIGSEGV, "14 (page fault), error code=0x6", "37 (data abort)",
     "cannot write: nothing mapped there", "write_nowhere"),
    ("call", signal.SIGSEGV, "14 (page fault), error code=0x14", "33 (instruction abort)",
     "cannot execute: nothing mapped there", "crash"),
    ("code", signal.SIGSEGV, "14 (page fault), error code=0x7", "37 (data abort)",
     "cannot write: not allowed there", "write_code"),
    ("stack", signal.SIGSEGV, "14 (page fault), error code=0x6", "37 (data abort)",
     "cannot write: stack overflow", "recurse"),
    ("divide", signal.SIGFPE, "0 (divide error), error code=0x0", None, "", "divide_by_zero"),
    ("opcode", signal.SIGILL, "6 (invalid opcode), error code=0x0", None, "", "invalid_opcode"),
)


def build(folder, name, application, options):
    guest.build(folder / name, application, options)
    found = [f for f in (folder / name / "build").glob("guest_linuxu-*") if f.suffix != ".dbg"]
    guest.check(len(found) == 1, f"images in {folder / name / 'build'}: {found}")
    return found[0]


def run(command, given="", timeout=60):
    """The status, negative for a signal, and the output."""
    try:
        done = subprocess.run(command, input=given.encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=timeout, check=False)
    except subprocess.TimeoutExpired as expired:
        raise guest.Failure(f"{command} did not end; it printed:\n"
                            + (expired.stdout or b"").decode(errors="replace")) from None
    return done.returncode, done.stdout.decode("latin-1")


def check_crashes(command, column):
    for crash in CRASHES:
        argument, number, reason, function = crash[0], crash[1], crash[4], crash[5]
        if crash[column] is None:
            continue
        output = guest.expect(run([*command, argument]), -number,
                              f"Unhandled Trap {crash[column]}", reason, "Call trace:", "Crashing")
        frames = re.findall(r"\[ *\d+\] 0x[0-9a-f]+(?: <(\S+)\+0x[0-9a-f]+>)?", output)
        guest.check(function in frames[:2], f"{argument}: {function} is not at the top: {frames}")
    for argument, text in (("assert", "Assertion failure: zero != 0"), ("abort", "Aborted")):
        guest.expect(run([*command, argument]), -signal.SIGABRT, text)


def check_ends(command):
    for argument, status in (("return", 3), ("exit", 7), ("exit", 125)):
        guest.expect(run([*command, argument, str(status)]), status)
    guest.expect(run([*command, "exit", "300"]), 126)


def check_input(command):
    guest.expect(run([*command, "echo"], "first\nsecond\nend\n"), 0, "read: first\nread: second\n")
    guest.expect(run([*command, "echo"], ""), 0)


def check_sleep(command):
    output = guest.expect(run([*command, "sleep", "300"]), 0, "slept for 300 ms\n")
    begin, end = (float(re.search(rf"\[ *([\d.]+)\] .*{text}", output)[1])
                  for text in ("Calling main", "main returned"))
    guest.check(end - begin >= 0.3, f"it slept for {end - begin} s only")


def crashes(folder):
    check_crashes([build(folder, "linuxu", LOGDEMO, X86)], 2)


def ends(folder):
    check_ends([build(folder, "linuxu", LOGDEMO, X86)])


def console(folder):
    check_input([build(folder, "linuxu", LOGDEMO, X86)])


def clock(folder):
    check_sleep([build(folder, "linuxu", LOGDEMO, X86)])


def arguments(folder):
    image = build(folder, "linuxu-hello", guest.KERNEL / "apps" / "helloworld", X86[:2])
    words = ["a", "b c", "", 'quo"te', "back\\slash", "it's", "--", "linuxu.heap_size=7"]
    shown = " ".join(f'"{word}"' for word in words)
    guest.expect(run([image, *words]), 0, f'Hello world!\nArguments: "{image}" {shown}\n')
    guest.expect(run([image, "linuxu.heap_size=5", "--", *words]), 0, shown + "\n")
    guest.expect(run([image, "--", *words]), 0, f'"{image}" {shown}\n')
    for wrong in ("linuxu.heap_size=", "linuxu.heap_size=0", "linuxu.heap_size=5M",
                  "linuxu.heap_size=99999999999999999999", "linuxu.heapsize=5"):
        output = guest.expect(run([image, wrong]), 2, wrong + ": ")
        guest.check("Hello" not in output, output)


def heap(folder):
    image = build(folder, "linuxu", LOGDEMO, X86)
    for size in (1, 100):
        output = guest.expect(run([image, f"linuxu.heap_size={size}", "levels"]), 0)
        kibibytes = int(re.search(r"Buddy allocator at 0x[0-9a-f]+: (\d+) KiB", output)[1])
        guest.check(0.95 * size * 1024 < kibibytes < size * 1024, f"{size} MiB: {kibibytes} KiB")


def segments(folder):
    """Nothing is both writable and executable, and nothing of the host is needed."""
    image = build(folder, "linuxu", LOGDEMO, X86).read_bytes()
    offset, = struct.unpack_from("<Q", image, 32)
    count, = struct.unpack_from("<H", image, 56)
    headers = [struct.unpack_from("<II", image, offset + 56 * i) for i in range(count)]
    loaded, dynamic, interpreter, stack = 1, 2, 3, 0x6474e551
    kinds = [kind for kind, _ in headers]
    guest.check(kinds.count(loaded) == 4 and stack in kinds, f"segments: {headers}")
    guest.check(dynamic not in kinds and interpreter not in kinds, f"segments: {headers}")
    for kind, flags in headers:
        guest.check(flags & 3 != 3, f"segment of type {kind:#x} is writable and executable")


def restart(folder):
    """It starts anew for as long as it is let."""
    image = build(folder, "linuxu-guest", guest.HERE / "linuxu", X86[:2])
    with subprocess.Popen([image, "restart"], stdout=subprocess.PIPE) as process:
        lines = [process.stdout.readline() for _ in range(40)]
        process.kill()
    guest.check(sum(line.startswith(b"restarting") for line in lines) >= 2, str(lines))


def interrupts(folder):
    """A signal from outside is an interrupt: it waits while they are off, and ends a halt."""
    image = build(folder, "linuxu-guest", guest.HERE / "linuxu", X86[:2])
    with subprocess.Popen([image, "interrupts"], stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            if line == b"interrupts are off\n":
                os.kill(process.pid, 34 + 5)
                time.sleep(0.1)
            if line == b"halting\n":
                os.kill(process.pid, 34 + 5)
        status = process.wait(timeout=60)
    guest.check(status == 0, f"status {status}: see interrupts() in linuxu/main.cpp")


def suites(folder):
    image = build(folder, "linuxu-suites", guest.KERNEL / "apps" / "helloworld", X86[:2] + SUITES)
    output = guest.expect(run([image]), 0, "uktest:summary:", " failed_cases=0 ")
    guest.check(int(re.search(r" cases=(\d+)", output)[1]) >= 100, output)


def memory_checker(folder):
    """The same image under valgrind, which finds nothing."""
    image = build(folder, "linuxu-suites", guest.KERNEL / "apps" / "helloworld", X86[:2] + SUITES)
    program = shutil.which("valgrind")
    guest.check(program, "valgrind is not on PATH: install it (Debian: valgrind)")
    output = guest.expect(run([program, "--error-exitcode=99", f"{image}.dbg"], timeout=180), 0,
                          " failed_cases=0 ", "ERROR SUMMARY: 0 errors")
    guest.check(int(re.search(r" cases=(\d+)", output)[1]) >= 100, output)


def debugger(folder):
    gdb = shutil.which("gdb")
    if not gdb:
        raise guest.Failure("gdb is not on PATH: install it (Debian: gdb)")
    image = build(folder, "linuxu", LOGDEMO, X86)
    _, output = run([gdb, "-nx", "-batch", "-ex", "break write_nowhere", "-ex", "run", "-ex", "bt",
                     "-ex", "continue", "--args", f"{image}.dbg", "sleep", "20", "pagefault"])
    for text in ("Breakpoint 1, write_nowhere ()", "in main (argc=4", "signal SIGSEGV"):
        guest.check(text in output, f"no {text!r} from gdb:\n{output}")


def arm64(folder):
    program = shutil.which("qemu-aarch64")
    if not program:
        raise guest.Failure("qemu-aarch64 is not on PATH: install it (Debian: qemu-user)")
    command = [program, build(folder, "linuxu-arm64", LOGDEMO, ARM)]
    check_crashes(command, 3)
    check_ends(command)
    check_input(command)
    check_sleep(command)
    image = build(folder, "linuxu-arm64-suites", guest.KERNEL / "apps" / "helloworld",
                  ARM[:2] + ARM[3:] + SUITES)
    output = guest.expect(run([program, image]), 0, "uktest:summary:", " failed_cases=0 ")
    guest.check(int(re.search(r" cases=(\d+)", output)[1]) >= 100, output)


if __name__ == "__main__":
    # A crash is meant here, its core dump is not.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.reconfigure(line_buffering=True)
    guest.main([crashes, ends, console, clock, arguments, heap, segments, restart, interrupts,
                suites, memory_checker, debugger, arm64])
