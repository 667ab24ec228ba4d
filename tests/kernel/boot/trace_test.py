#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Tracepoints: what a guest stored is read from its memory, and listed."""

import re
import subprocess
import sys
import time

import guest

TRACE = guest.KERNEL / "support" / "scripts" / "trace"
EXPECTED = ["trace_started: started", "trace_counted: -1 of 4000000000, word",
            "trace_counted: 0 of 4000000000, word", "trace_counted: 1 of 4000000000, word",
            "trace_wide: 123456789abcdef -5 C++ 100%"]


def symbol(image, name):
    told = subprocess.run(["nm", "-S", f"{image}.dbg"], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    address, size = re.search(rf"^(\w+) (\w+) \w {name}$", told, re.MULTILINE).groups()
    return int(address, 16), int(size, 16)


def listed(arguments):
    done = subprocess.run([sys.executable, TRACE, *arguments], check=False, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def traced(folder, name, options, more=()):
    """The image, and a copy of its buffer that QEMU made when the guest had ended."""
    image = guest.build(folder / name, guest.HERE / "trace", (*options, "LIBUKDEBUG_TRACEPOINTS=y"))
    buffer, serial = folder / f"{name}.buffer", folder / f"{name}.serial"
    command = guest.qemu(image, arguments="word", more=more)
    command[command.index("stdio")] = f"file:{serial}"
    serial.write_bytes(b"")
    offset = 0
    with subprocess.Popen([*command, "-monitor", "stdio", "-no-shutdown"], stdin=subprocess.PIPE,
                          stdout=subprocess.DEVNULL) as running:
        end = time.monotonic() + 60
        while b"Traced" not in serial.read_bytes() and time.monotonic() < end:
            time.sleep(0.05)
        said = serial.read_text(errors="replace")
        if match := re.search(r"Load offset: 0x(\w+)", said):
            offset = int(match[1], 16)
        address, size = symbol(image, "uk_trace_buffer")
        running.communicate(
            f'pmemsave {address + offset} {size} "{buffer}"\nquit\n'.encode(), timeout=60)
    guest.check("Traced" in said, f"the guest said: {said}")
    return image, buffer


def lists(folder):
    for name, options, more in (
            ("trace", (), ()), ("trace-arm64", (guest.ARM64,), ()),
            ("trace-pie", ("OPTIMIZE_PIE=y", "LIBUKDEBUG_PRINTK_INFO=y", guest.ARM64), ())):
        image, buffer = traced(folder, name, options, more)
        status, output = listed([f"{image}.dbg", "--buffer", buffer])
        lines = [line.split(" ", 1) for line in output.splitlines()]
        guest.check(status == 0 and [text for _, text in lines] == EXPECTED, f"{name}: {output}")
        times = [int(when) for when, _ in lines]
        guest.check(times == sorted(times) and times[-1] > 0, f"{name}: {times}")
        # What explains events is not loaded.
        guest.check(b"trace_counted" not in image.read_bytes(), f"{image} has the names")


def complains(folder):
    image = guest.build(folder / "trace-none", guest.HERE / "trace")
    status, output = listed([f"{image}.dbg", "--buffer", "/dev/null"])
    guest.check(status == 1 and "LIBUKDEBUG_TRACEPOINTS=y" in output, output)
    status, output = listed([__file__, "--buffer", "/dev/null"])
    guest.check(status == 1 and "not an ELF file" in output, output)


if __name__ == "__main__":
    guest.main([lists, complains])
