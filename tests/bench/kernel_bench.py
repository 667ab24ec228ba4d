#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""What helloworld costs, beside what it is to cost and what Unikraft 0.17 takes.

usage: KCONF=/path/to/kconf tests/bench/kernel_bench.py BUILD-FOLDER [--runs N] [--check]

Boot times are those above the floor (boot.py), measured in turns with it. --check fails when a size or an
amount of memory is over its limit; times depend on the machine and are only printed. The figures of
Unikraft were measured with the same programs on a machine with two cores.
"""
import argparse
import contextlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "kernel" / "boot"))

import boot  # noqa: E402: the folders were just added
import guest  # noqa: E402

HELLOWORLD = guest.KERNEL / "apps" / "helloworld"
SIZE = ("OPTIMIZE_SIZE=y", "OPTIMIZE_DEADELIM=y", "OPTIMIZE_LTO=y", "OPTIMIZE_NOOMITFP=n")
KIBIBYTE = 1024


class Table:
    """Prints a row at a time, and remembers what is over its limit."""

    def __init__(self):
        self.over = []
        print(f"{'':44}{'is':>12}{'at most':>12}{'upstream':>12}{'ratio':>8}")

    def row(self, what, value, limit, upstream, unit, judged=False):
        ratio = f"{value / upstream:8.2f}" if upstream else f"{'':8}"
        shown = f"{upstream:12,g}" if upstream else f"{'-':>12}"
        is_over = value > limit
        print(f"{what + ', ' + unit:44}{value:12,.6g}{limit:12,g}{shown}{ratio}"
              + ("  over" if is_over else ""), flush=True)
        if is_over and judged:
            self.over.append(what)


def least_memory(machine, image):
    """The least guest memory in KiB, to 32, with which the image says its line."""
    low, high = 0, 16 * KIBIBYTE
    while high - low > 32:
        middle = (low + high) // 2
        with contextlib.suppress(subprocess.TimeoutExpired):
            done = subprocess.run(boot.qemu(machine, image, f"{middle}K"), timeout=10,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, check=False)
            if boot.TEXT in done.stdout:
                high = middle
                continue
        low = middle
    return high


def seconds(*command):
    """The wall time of a command that has to succeed."""
    begin = time.perf_counter()
    guest.run_make([str(word) for word in command])
    return time.perf_counter() - begin


def build_times(folder, table):
    """A build from nothing, one with nothing to do, and after changes, of a copy of the application."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        copy = pathlib.Path(name)
        for file in HELLOWORLD.iterdir():
            if file.is_file():
                (copy / file.name).write_bytes(file.read_bytes())
        command = ["make", "--no-print-directory", "-j2", "-C", guest.KERNEL, f"A={copy}"]
        seconds(*command, "defconfig")
        table.row("build from nothing, -j2", seconds(*command), 4, 5.74, "s")
        table.row("build with nothing to do", seconds(*command), 0.15, 0.67, "s")
        main = copy / "main.c"
        main.write_text(main.read_text() + "\n")
        table.row("build after a change of main.c", seconds(*command), 0.6, 1.02, "s")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    images = {}
    for name, own in (("x86_64", ("ARCH_X86_64=y",)), ("arm64", (guest.ARM64,))):
        for kind, more in (("default", ()), ("size", SIZE)):
            images[name, kind] = guest.build(folder / f"{name}-{kind}", HELLOWORLD, own + more)

    table = Table()
    for (name, kind), limit, upstream in zip(images, (96, 32, 96, 32),
                                             (246536, 172584, 216008, 117504)):
        table.row(f"image, {name}, {kind}", os.stat(images[name, kind]).st_size,
                  limit * KIBIBYTE, upstream, "bytes", judged=True)
    # QEMU puts the device tree 2 MiB above the start of the memory for an Image, so nothing less can do.
    elf = guest.build(folder / "arm64-elf", HELLOWORLD,
                      (guest.ARM64, "KVM_BOOT_PROTO_QEMU_VIRT=y") + SIZE)
    for machine, kind, image, limit, upstream in (
            ("microvm", "size", images["x86_64", "size"], 1280, 1472),
            ("virt", "ELF file, size", elf, 2048, 4160)):
        table.row(f"least memory, {machine}, {kind}", least_memory(machine, image), limit, upstream,
                  "KiB", judged=True)
    for machine, name, limit, upstream in (("microvm", "x86_64", 10, 115), ("pc", "x86_64", 12, 112),
                                           ("virt", "arm64", 10, 28)):
        floor = boot.build_floor(folder, machine)
        times = boot.in_turns(machine, {"floor": floor, "image": images[name, "default"]},
                              options.runs)
        above = statistics.median(times["image"]) - statistics.median(times["floor"])
        table.row(f"boot above the floor, {machine}", above, limit, upstream, "ms")
    build_times(folder, table)
    if options.check and table.over:
        sys.exit("over the limit: " + "; ".join(table.over))


if __name__ == "__main__":
    main()
