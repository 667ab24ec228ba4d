#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Programs in C++: constructors, local static variables, new and delete, destructors at the end."""

import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "boot"))

import guest  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent / "guest"
WANTED = ["begin first", "begin second", "main", "begin local", "begin on the heap",
          "end on the heap", "virtual derived", "end local", "end second", "end first"]


def check_order(where, output):
    lines = [line for line in output.replace("\r", "").splitlines()
             if re.match(r"begin |end |main$|virtual ", line)]
    guest.check(lines == WANTED, f"{where}: {lines}")


def machines(folder):
    for options, machine in (((), "microvm"), ((guest.ARM64,), "virt")):
        image = guest.build(folder / f"cxx-{machine}", HERE, options)
        check_order(machine, guest.expect(guest.run(image, machine), 0))
        guest.expect(guest.run(image, machine, "too-much"), guest.CRASH, "new: no memory for ")


def process(folder):
    place = folder / "cxx-linuxu"
    guest.build(place, HERE, ("PLAT_LINUXU=y",))
    done = subprocess.run([place / "build" / "guest_linuxu-x86_64"], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, timeout=60, check=False)
    guest.check(done.returncode == 0, f"status {done.returncode}")
    check_order("Linux", done.stdout.decode())


if __name__ == "__main__":
    guest.main([machines, process])
