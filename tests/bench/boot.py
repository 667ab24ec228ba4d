#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Boot time of an image beside the floor: the least any guest can take on the same machine.

usage: tests/bench/boot.py IMAGE [--machine microvm|pc|q35|virt] [--runs N] [--peer IMAGE]

Starts QEMU (TCG, 64 MiB) for the floor kernel and the image in turns and measures the time from the
start of the process to "Hello world!" on the serial port. Prints the medians, their difference and
their ratio; with --peer also another image of the same kind. Judges nothing.
"""
import argparse
import pathlib
import select
import statistics
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
TEXT = b"Hello world!"
MACHINES = ("microvm", "pc", "q35", "virt")


def build_floor(folder, machine):
    """Assembles the floor kernel for `machine` into `folder`; returns its path."""
    obj, elf = folder / f"floor-{machine}.o", folder / f"floor-{machine}"
    if machine == "virt":
        tools = "aarch64-linux-gnu-"
        subprocess.run([tools + "gcc", "-c", HERE / "floor_arm64.S", "-o", obj], check=True)
        subprocess.run([tools + "objcopy", "-O", "binary", "-j", ".text", obj, elf], check=True)
    else:
        subprocess.run(["gcc", "-c", "-m32", HERE / "floor.S", "-o", obj], check=True)
        subprocess.run(["ld", "-m", "elf_i386", "-T", HERE / "floor.lds", obj, "-o", elf],
                       check=True)
    return elf


def qemu(machine, image, memory="64M"):
    """The command that runs an image; `memory` as QEMU takes it."""
    program = (["qemu-system-aarch64", "-cpu", "cortex-a53"] if machine == "virt"
               else ["qemu-system-x86_64"])
    return program + ["-M", machine, "-nodefaults", "-no-reboot", "-display", "none", "-serial",
                      "stdio", "-accel", "tcg", "-m", memory, "-kernel", str(image)]


def time_to_text(machine, image):
    """Milliseconds until TEXT has come out of the serial port; ends the program after ten seconds."""
    start = time.perf_counter()
    with subprocess.Popen(qemu(machine, image), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, bufsize=0) as process:
        seen = b""
        try:
            while TEXT not in seen:
                if not select.select([process.stdout], [], [], 10)[0]:
                    raise SystemExit(f"{image}: no {TEXT.decode()!r} within 10 s on {machine}")
                chunk = process.stdout.read(65536)
                if not chunk:
                    raise SystemExit(f"{image}: QEMU ended without {TEXT.decode()!r} on {machine}")
                seen += chunk
            return (time.perf_counter() - start) * 1e3
        finally:
            process.kill()


def in_turns(machine, images, runs):
    """The times of each of `images` (by name), measured in turns: what disturbs meets them all."""
    times = {name: [] for name in images}
    for _ in range(runs):
        for name, image in images.items():
            times[name].append(time_to_text(machine, image))
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("image")
    parser.add_argument("--machine", default="microvm", choices=MACHINES)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--peer", help="another image that says Hello world!, for comparison")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        images = {"floor": build_floor(pathlib.Path(folder), options.machine),
                  "image": options.image}
        if options.peer:
            images["peer"] = options.peer
        times = in_turns(options.machine, images, options.runs)
    floor = statistics.median(times["floor"])
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:6} {median:7.1f} ms [{min(values):.1f}..{max(values):.1f}]"
              f"  floor + {median - floor:.1f} ms  ratio {median / floor:.2f}")


if __name__ == "__main__":
    main()
