#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""In a process of Linux, on both processors: the suites of all libraries in code that checks its accesses,
also to local variables, and its arithmetic; and what such code finds."""

import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys

import guest
import sanitizer_test

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))

import matrix  # noqa: E402: it lies in the folder just added

PROCESS = ("PLAT_LINUXU=y",)
PROCESSORS = {"x86_64": ("ARCH_X86_64=y",), "arm64": (guest.ARM64,)}


def build(folder, name, application, options):
    guest.build(folder / name, application, options)
    image, = (f for f in (folder / name / "build").glob("guest_linuxu-*") if "." not in f.name)
    return image


def run(image, *arguments):
    """The status, negative for a signal, and the output."""
    command = [image, *arguments]
    if image.name.endswith("arm64"):
        emulator = shutil.which("qemu-aarch64")
        guest.check(emulator, "qemu-aarch64 is not on PATH: install it (Debian: qemu-user)")
        command.insert(0, emulator)
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=300, check=False)
    return done.returncode, done.stdout.decode("latin-1")


def wrong_accesses(folder):
    for name, own in PROCESSORS.items():
        image = build(folder, f"linuxu-wrong-{name}", guest.HERE / "guest",
                      own + PROCESS + ("LIBKASAN=y",))
        for scenario, texts in sanitizer_test.WRONG + sanitizer_test.WRONG_LOCALS:
            output = guest.expect(run(image, scenario), -signal.SIGABRT, *texts)
            guest.check("Unhandled Trap" not in output, output)


def suites(folder):
    for name, own in PROCESSORS.items():
        image = build(folder, f"linuxu-checked-{name}", guest.KERNEL / "apps" / "helloworld",
                      own + PROCESS + matrix.TESTS + matrix.all_libraries()
                      + ("LIBKASAN=y", "LIBUBSAN=y"))
        output = guest.expect(run(image), 0, " failed_cases=0 ", "kasan->", "ubsan->")
        guest.check(int(re.search(r" cases=(\d+)", output)[1]) >= 400, output)
        guest.check("Wrong access" not in output, output)


if __name__ == "__main__":
    # A crash is meant here, its core dump is not.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    guest.main([wrong_accesses, suites])
