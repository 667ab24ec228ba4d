#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""The suites of all libraries, in code that checks itself: nothing is found but what is meant."""

import re

import guest

HELLOWORLD = guest.KERNEL / "apps" / "helloworld"
TESTS = ("LIBUKTEST=y", "LIBUKTEST_EXIT=y", "LIBUKBITOPS=y", "LIBUKATOMIC=y", "LIBUKTIMECONV=y")
UBSAN_SUITE = guest.KERNEL / "lib" / "ubsan" / "tests" / "ubsan_test.c"


def undefined(folder):
    lines = UBSAN_SUITE.read_text().splitlines()
    meant = sum(line.count("EXPECT_REPORT(") for line in lines) - 1
    for name, own in (("x86_64", ()), ("arm64", (guest.ARM64,))):
        image = guest.build(folder / f"ubsan-{name}", HELLOWORLD, (*own, *TESTS, "LIBUBSAN=y"))
        output = guest.expect(guest.run(image, memory="64M"), 0, " failed_cases=0 ")
        places = re.findall(r"Undefined behaviour in (\S+):(\d+):\d+: (.+)\r", output)
        guest.check(len(places) == meant, f"{len(places)} reports, not {meant}: {places}")
        for file, line, text in places:
            guest.check(file == str(UBSAN_SUITE) and "EXPECT_REPORT" in lines[int(line) - 1],
                        f"{file}:{line}: {text}")
        texts = " | ".join(text for _, _, text in places)
        for text in ("2147483647 + 1 cannot be represented in type 'int'",
                     "shift by 32 of type 'int', which has 32 bits", "7 is no value of type '_Bool'",
                     "index 9 is out of bounds of type 'int [8]'"):
            guest.check(text in texts, f"no {text!r} in {texts}")


def undefined_ends(folder):
    """With LIBUBSAN_ABORT the first report is the last thing that happens."""
    image = guest.build(folder / "ubsan-abort", options=("LIBUBSAN=y", "LIBUBSAN_ABORT=y"))
    output = guest.expect(guest.run(image, arguments="read-null"), guest.CRASH,
                          "load of a null pointer of type 'volatile int'", "Call trace:")
    guest.check("Unhandled Trap" not in output, output)


# Scenario, what is said of it.
WRONG = (
    ("overflow-heap", ("write of 1 bytes", "beyond the end of a block", "byte 40 of the 40 bytes",
                       "<overflow_heap+0x")),
    ("use-after-free", ("read of 4 bytes", "after the block was freed", "byte 8 of the 24 bytes",
                        "<use_after_free+0x")),
    ("free-twice", ("Wrong free of 0x", "freed already")),
    ("free-middle", ("Wrong free of 0x", "not the beginning of a block")),
    ("overflow-global", ("Wrong access to a global variable: write of 2 bytes",
                         "beyond the end of a global variable", "<overflow_global+0x")),
)
WRONG_LOCALS = (
    ("overflow-local", ("Wrong access to the stack: write of 1 bytes",
                        "beyond the end of a local variable", "byte 40 of the 40 bytes of buffer",
                        "<overflow_local+0x")),
    ("underflow-local", ("Wrong access to the stack: read of 1 bytes",
                         "before the beginning of a local variable",
                         "1 bytes before the 24 bytes of second", "<underflow_local+0x")),
    ("use-after-scope", ("Wrong access to the stack: read of 1 bytes",
                         "after the end of its scope", "byte 3 of the 16 bytes of inner",
                         "<use_after_scope+0x")),
    ("overflow-dynamic", ("Wrong access to the stack: read of 1 bytes",
                          "beyond the end of an array of variable size",
                          "<overflow_dynamic+0x")),
)


def heap(folder):
    for name, own in (("x86_64", ()), ("arm64", (guest.ARM64,))):
        image = guest.build(folder / f"kasan-{name}", options=(*own, "LIBKASAN=y"))
        for scenario, texts in WRONG:
            output = guest.expect(guest.run(image, arguments=scenario, memory="64M"), guest.CRASH,
                                  *texts)
            guest.check("Unhandled Trap" not in output, output)
        image = guest.build(folder / f"kasan-suites-{name}", HELLOWORLD, (*own, *TESTS, "LIBKASAN=y"))
        guest.expect(guest.run(image, memory="64M"), 0, " failed_cases=0 ")


def stack(folder):
    """Local variables, by both compilers, which write what is around them into the shadow themselves."""
    for name, own, for_make in (("x86_64", (), ()), ("arm64", (guest.ARM64,), ()),
                                ("x86_64-clang", (), ("COMPILER=clang",)),
                                ("arm64-clang", (guest.ARM64,), ("COMPILER=clang",))):
        image = guest.build(folder / f"kasan-{name}", options=(*own, "LIBKASAN=y"),
                            for_make=("-j2", *for_make))
        for scenario, texts in WRONG_LOCALS:
            output = guest.expect(guest.run(image, arguments=scenario, memory="64M"), guest.CRASH,
                                  *texts)
            guest.check("Unhandled Trap" not in output, output)
        guest.expect(guest.run(image, arguments="reuse-stack", memory="64M"), 0,
                     "sums: 210 and 6\r\n")


def too_little_memory(folder):
    """Less than the sanitizer needs is said, with what helps; loaders that use its place, too."""
    image = guest.build(folder / "kasan-x86_64", options=("LIBKASAN=y",))
    text = "Cannot boot: the address sanitizer needs an eighth of the memory, from 16 MiB on"
    guest.expect(guest.run(image, memory="16M"), guest.CRASH, text)
    guest.expect(guest.run(image, memory="24M"), 0, "program: <")


if __name__ == "__main__":
    guest.main([undefined, undefined_ends, heap, stack, too_little_memory])
