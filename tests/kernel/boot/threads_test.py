#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Threads: their names in messages and crash reports, their guard pages, and the suites with the
cooperative scheduler. With the preemptive one they run in matrix.py."""

import re

import guest

THREADS = guest.HERE / "threads"
HELLOWORLD = guest.KERNEL / "apps" / "helloworld"
X86 = ("ARCH_X86_64=y",)
ARM64 = (guest.ARM64,)
# Also what is off otherwise.
SUITES = ("LIBUKTEST=y", "LIBUKTEST_EXIT=y", "LIBUKSCHED=y", "LIBUKLOCK=y", "LIBUKMPI=y",
          "LIBUKLOCK_TICKETLOCK=y", "LIBUKLOCK_MUTEX_METRICS=y", "LIBUKSCHED_EXEC_TIME=y")
OWN_SUITES = {"context", "extended", "tls", "thread", "life", "block", "wait", "sleepQueue", "schedule",
              "spinlock", "mutex", "semaphore", "rwlock", "condvar", "mbox"}


def names_in_messages(folder):
    """Each message names the thread that sent it; main() goes on when the other thread has ended."""
    image = guest.build(folder / "threads", THREADS, X86)
    output = guest.expect(guest.run(image), 0)
    senders = re.findall(r"ERR: +<(\w+)> .*\b(before|at work|after)\r?\n", output)
    guest.check(senders == [("init", "before"), ("worker", "at work"), ("init", "after")],
                f"{senders}:\n{output}")


def crashes(folder, options, name):
    image = guest.build(folder / name, THREADS, options)
    for way, why, function in (("null", "null pointer", "write_nowhere"),
                               ("overflow", "stack overflow", "recurse")):
        output = guest.expect(guest.run(image, arguments=way), guest.CRASH, "Thread: worker",
                              f"cannot write: {why}", "Call trace:")
        trace = re.findall(r"\[ +\d+\] 0x[0-9a-f]+ <(\w+)\+", output)
        guest.check(trace[:1] == [function], f"{way}: the call trace is {trace}")
        # The thread's own stack is known: its callers are found.
        guest.check(len(trace) > 1, f"{way}: no callers:\n{output}")


def crash_report(folder):
    """A crash names the thread, and finds its way on its stack; the guard page stops an overflow."""
    crashes(folder, X86, "threads")


def crash_report_preemptive(folder):
    """The same on arm64, with the other scheduler."""
    crashes(folder, ARM64 + ("LIBUKBOOT_INITSCHEDPREEMPT=y",), "threads-arm64")


def cooperative_suites(folder):
    """The suites of threads and locks, all of them, and their number."""
    image = guest.build(folder / "suites-threads", HELLOWORLD, X86 + SUITES)
    output = guest.expect(guest.run(image, memory="64M"), 0, "uktest:summary:")
    cases = re.findall(r"test: (\w+)->\w+", output)
    own = [suite for suite in cases if suite in OWN_SUITES]
    guest.check(set(own) == OWN_SUITES, f"missing: {OWN_SUITES - set(own)}")
    guest.check(len(own) >= 160, f"{len(own)} cases")


def vector_registers(folder):
    """Threads keep the registers that the processor has: SSE alone, or AVX, whose size CPUID tells."""
    image = guest.build(folder / "suites-threads", HELLOWORLD, X86 + SUITES)
    for processor in ("qemu64", "max"):
        guest.expect(guest.run(image, memory="64M", more=("-cpu", processor)), 0,
                     "extended->widestRegisters", " failed_cases=0 ")


if __name__ == "__main__":
    guest.main([names_in_messages, crash_report, crash_report_preemptive, cooperative_suites,
                vector_registers])
