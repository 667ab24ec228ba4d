#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Every target, built in every way: without a warning, it boots, and the suites of its libraries pass.

usage: KCONF=/path/to/kconf matrix.py BUILD-FOLDER [--only NAME,NAME]

--only takes names of targets (arm64), of variants (lto), and of both (arm64-lto). A suite has the same
cases wherever it runs; where one has not, a platform leaves something out without saying so.
"""

import argparse
import collections
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "boot"))

import guest  # noqa: E402: it lies in the folder just added

HELLOWORLD = guest.KERNEL / "apps" / "helloworld"
X86 = ("ARCH_X86_64=y",)
ARM = ("ARCH_ARM_64=y",)

# Name: options, and the machines that its image runs on; None is Linux.
TARGETS = {
    "x86_64": (X86, ("pc", "q35", "microvm")),
    "arm64": (ARM, ("virt,gic-version=2", "virt,gic-version=3")),
    "linuxu-x86_64": (X86 + ("PLAT_LINUXU=y",), (None,)),
    "linuxu-arm64": (ARM + ("PLAT_LINUXU=y",), (None,)),
}
TESTS = ("LIBUKTEST=y", "LIBUKTEST_EXIT=y")
# What needs other options than its own: sanitizers and images that move are variants.
LEFT_OUT = {"LIBKASAN", "LIBUBSAN", "LIBUKRELOC"}
# The processor with everything that QEMU knows: one with AVX and random numbers, of which an image needs
# one to move.
PROCESSOR = {("x86_64", "pie"): ("-cpu", "max"), ("arm64", "pie"): ("-cpu", "max")}
# The memory that is enough for the suites of all libraries, and for a sanitizer's own.
MEMORY = "64M"


def all_libraries():
    """The first option of every library, which switches it on."""
    found = []
    for file in sorted((guest.KERNEL / "lib").glob("*/Config.uk")):
        match = re.search(r"^(?:menu)?config (LIB\w+)$", file.read_text(), re.MULTILINE)
        if match and match[1] not in LEFT_OUT and match[1] + "=y" not in TESTS:
            found.append(match[1] + "=y")
    return tuple(found)


def variants():
    """Name: options, or for another compiler what make is called with."""
    everything = all_libraries() + ("LIBUKBOOT_INITSCHEDPREEMPT=y", "LIBUKDEBUG_TRACEPOINTS=y")
    return {
        "default": (),
        "size": ("OPTIMIZE_SIZE=y",),
        "debug": ("OPTIMIZE_NONE=y", "DEBUG_SYMBOLS_LVL3=y"),
        "lto": ("OPTIMIZE_LTO=y",),
        "pie": everything + ("OPTIMIZE_PIE=y",),
        "clang": ("COMPILER=clang",),
        "all": everything + ("LIBUKDEBUG_PRINTK_INFO=y",),
        "checked": everything + ("LIBUBSAN=y", "LIBKASAN=y"),
    }


def run_process(image):
    """Runs an image of linuxu; those for another processor under qemu-user."""
    command = [str(image)]
    if image.name.endswith("arm64") and os.uname().machine != "aarch64":
        program = shutil.which("qemu-aarch64")
        if not program:
            raise guest.Failure("qemu-aarch64 is not on PATH: install it (Debian: qemu-user)")
        command.insert(0, program)
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=120, check=False)
    return done.returncode, done.stdout.decode("latin-1")


def cases_of(output):
    """The names of the cases in a log, by suite."""
    cases = collections.defaultdict(set)
    for suite, case in re.findall(r"test: ?(?:\x1b\[0m)? ?(\w+)->(\w+)", output):
        cases[suite].add(case)
    return cases


def check(folder, target, variant, options):
    """Builds one target in one way and runs it everywhere; the cases by suite."""
    own, machines = TARGETS[target]
    for_make = [option for option in options if option.startswith("COMPILER=")]
    options = tuple(option for option in options if option not in for_make)
    guest.build(folder / f"{target}-{variant}", HELLOWORLD, own + TESTS + options,
                for_make=("-j1", *for_make))
    built = folder / f"{target}-{variant}" / "build"
    image, = (f for f in built.glob("guest_*") if "." not in f.name)
    cases = None
    for machine in machines:
        result = run_process(image) if machine is None else guest.run(
            image, machine, memory=MEMORY, timeout=120, more=PROCESSOR.get((target, variant), ()))
        try:
            output = guest.expect(result, 0, "uktest:summary:", " failed_cases=0 ")
        except guest.Failure as failure:
            raise guest.Failure(f"on {machine or 'Linux'}: {failure}") from None
        found = cases_of(output)
        told = int(re.search(r"uktest:summary: .*\bcases=(\d+)", output)[1])
        listed = sum(len(names) for names in found.values())
        guest.check(told == listed, f"on {machine}: {told} cases counted, {listed} listed")
        guest.check(cases in (None, found), f"on {machine}: other cases than on {machines[0]}")
        cases = found
    return cases


def same_everywhere(results):
    """Complaints about suites whose cases differ between targets or variants."""
    known = {}
    for name, cases in results.items():
        for suite, names in cases.items():
            first, expected = known.setdefault(suite, (name, names))
            if expected != names:
                yield (f"suite {suite}: {first} and {name} differ in the cases "
                       + ", ".join(sorted(expected ^ names)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", default="", metavar="NAME,NAME")
    arguments = parser.parse_args()
    wanted = {name for name in arguments.only.split(",") if name}
    jobs = {f"{target}-{variant}": (target, variant, options)
            for target in TARGETS for variant, options in variants().items()
            if (variant != "pie" or (target, variant) in PROCESSOR)
            and (not wanted or wanted & {target, variant, f"{target}-{variant}"})}
    if not jobs:
        parser.error(f"--only {arguments.only}: targets are {', '.join(TARGETS)}; variants are "
                     f"{', '.join(variants())}")
    results = {}
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(check, arguments.folder.resolve(), *job): name
                   for name, job in jobs.items()}
        for done in concurrent.futures.as_completed(running):
            name = running[done]
            try:
                results[name] = done.result()
                count = sum(len(cases) for cases in results[name].values())
                print(f"ok: {name}: {count} cases in {len(results[name])} suites", flush=True)
            except (guest.Failure, subprocess.TimeoutExpired) as failure:
                failed += 1
                print(f"FAILED: {name}: {failure}", flush=True)
    for complaint in same_everywhere(results):
        failed += 1
        print(f"FAILED: {complaint}", flush=True)
    distinct = {(suite, case) for cases in results.values()
                for suite, names in cases.items() for case in names}
    print(f"{len(jobs)} builds, {len(distinct)} distinct cases, {failed} failures")
    sys.exit(1 if failed or not distinct else 0)


if __name__ == "__main__":
    main()
