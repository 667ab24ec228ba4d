#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""uktest: what is run, counted, printed and reported to whoever runs QEMU."""

import re

import guest

SUITES = guest.HERE / "suites"
ALONE = ("LIBUKTEST_ALL=n",)
LIBRARIES = ("LIBUKTEST=y", "LIBUKTEST_EXIT=y", "LIBUKBITOPS=y", "LIBUKATOMIC=y", "LIBUKTIMECONV=y")


def line_of(comment):
    lines = (SUITES / "suites.c").read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if comment in line)


def failures(folder):
    """Every suite counts, also the one that runs last; a failure has its place; main() follows."""
    image = guest.build(folder / "suites", SUITES, ALONE)
    output = guest.expect(guest.run(image), 2 * 4 + 1, "main: 1 of 5 cases failed",
                          "uktest:suites:     2 failed, 4 total",
                          "uktest:cases:      1 failed, 5 total",
                          "uktest:assertions: 2 failed, 8 total",
                          "uktest:summary: suites=4 failed_suites=2 cases=5 failed_cases=1 "
                          "assertions=8 failed_assertions=2",
                          "uktest:init: refused failed (error 19)",
                          "test: mixed->second: two of three fail")
    guest.check(f"  in suites.c:{line_of('fails: 4')}\r\n" in output,
                f"no place of the first failure:\n{output}")
    guest.check("expected `2 + 2` to be 5 but was 4 ." in output, f"no values:\n{output}")
    # The words of the test itself, one line each: nothing is lost, nothing twice.
    results = re.findall(r"\[ (PASSED|FAILED) \]", output)
    guest.check((results.count("PASSED"), results.count("FAILED")) == (6, 2), str(results))
    order = re.findall(r"test: (\w+->\w+)", output)
    guest.check(order == ["early->passes", "mixed->first", "mixed->second", "mixed->third",
                          "late->passes"], str(order))


def selection(folder):
    """LIBUKTEST_SUITES leaves out what it does not name; the status is that of the tests."""
    image = guest.build(folder / "suites", SUITES,
                        ALONE + ("LIBUKTEST_EXIT=y", 'LIBUKTEST_SUITES="late, early"'))
    output = guest.expect(guest.run(image), 0, "uktest:suites:     2 total")
    guest.check("mixed" not in output and "main:" not in output, f"too much:\n{output}")
    image = guest.build(folder / "suites", SUITES,
                        ALONE + ("LIBUKTEST_EXIT=y", 'LIBUKTEST_SUITES="mixed"',
                                 "LIBUKTEST_LOG_TESTS=n"))
    output = guest.expect(guest.run(image), 3, "[ FAILED ]")
    guest.check("PASSED" not in output, f"results that nobody wanted:\n{output}")


def fail_fast(folder):
    image = guest.build(folder / "suites", SUITES, ALONE + ("LIBUKTEST_FAILFAST=y",))
    guest.expect(guest.run(image), guest.CRASH,
                 "Test mixed->second failed, and LIBUKTEST_FAILFAST is set")


def libraries(folder):
    """The libraries' own suites."""
    image = guest.build(folder / "suites-libraries", guest.KERNEL / "apps" / "helloworld", LIBRARIES)
    output = guest.expect(guest.run(image), 0, "uktest:summary:")
    guest.check("Hello" not in output, f"main() was called:\n{output}")
    cases = int(re.search(r"summary: .* cases=(\d+)", output)[1])
    guest.check(cases >= 100 and cases == len(re.findall(r"test: \w+->\w+", output)),
                f"{cases} cases")


if __name__ == "__main__":
    guest.main([failures, selection, fail_fast, libraries])
