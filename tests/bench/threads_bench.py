#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""What threads and memory cost in the guest, in instructions and in ns, and whether that grows.

usage: KCONF=/path/to/kconf tests/bench/threads_bench.py BUILD-FOLDER [--check]

Instructions are those of the guest (QEMU's -icount shift=0, with which the clock counts them), the same in
every run; ns are those of this machine's emulation. A figure is to be the same with many threads, or much
memory in use, as with few: --check fails when instructions grow by more than a third.
"""
import argparse
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "kernel" / "boot"))

import guest  # noqa: E402: the folder was just added

SCHEDULERS = {"cooperative": "LIBUKBOOT_INITSCHEDCOOP=y", "preemptive": "LIBUKBOOT_INITSCHEDPREEMPT=y"}
ARCHITECTURES = {"x86_64": "ARCH_X86_64=y", "arm64": guest.ARM64}
GROWTH = 4 / 3


def measure(image, more=()):
    """{(what, how many): figure}"""
    output = guest.expect(guest.run(image, memory="64M", more=more), 0)
    return {(what, int(count)): int(thousandths) / 1000
            for what, count, thousandths in re.findall(r"bench: (\S+) (\d+) (\d+)", output)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    grown = []
    for architecture, option in ARCHITECTURES.items():
        for scheduler, choice in SCHEDULERS.items():
            name = f"{architecture}-{scheduler}"
            image = guest.build(arguments.folder.resolve() / name, HERE / "threads", (option, choice))
            instructions = measure(image, ("-icount", "shift=0"))
            times = measure(image)
            print(f"{name:44}{'instructions':>14}{'ns':>10}{'growth':>9}")
            first = {}
            for (what, count), figure in instructions.items():
                base = first.setdefault(what, figure)
                print(f"  {what + ', ' + str(count):42}{figure:14.1f}{times[what, count]:10.0f}"
                      f"{figure / base:9.2f}")
                if figure > base * GROWTH:
                    grown.append(f"{name}: {what} with {count}")
    for complaint in grown:
        print(f"grows: {complaint}")
    sys.exit(1 if grown and arguments.check else 0)


if __name__ == "__main__":
    main()
