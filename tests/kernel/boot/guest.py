# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Builds guests and runs them under QEMU, with emulation only: the same result on every host."""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
KERNEL = HERE.parents[2] / "kernel"
MACHINES = ("pc", "q35", "microvm")
MULTIBOOT_MAGIC = bytes.fromhex("02b0ad1b")
ARM64 = "ARCH_ARM_64=y"
CRASH = 255


class Failure(Exception):
    """A check that did not hold; its text says which."""


def check(condition, what):
    if not condition:
        raise Failure(what)


def main(tests):
    """Runs the functions of a test program; the build folder is the program's argument."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: KCONF=/path/to/kconf {sys.argv[0]} BUILD-FOLDER")
    failed = 0
    for test in tests:
        try:
            test(pathlib.Path(sys.argv[1]).resolve())
            print(f"ok: {test.__name__}", flush=True)
        except Failure as failure:
            failed += 1
            print(f"FAILED: {test.__name__}: {failure}", flush=True)
    sys.exit(1 if failed else 0)


def build(folder, application=HERE / "guest", options=(), for_make=("-j2",)):
    """Builds an application with further options ("LIBX=y"); returns its image for QEMU. By default
    one build at a time has a folder; the ones of other tests use the other processor."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = "".join(f"CONFIG_{option}\n" for option in ("UK_NAME=\"guest\"", *options))
    start = folder / "defconfig"
    common = ["make", "--no-print-directory", "-C", KERNEL, f"A={application}",
              f"O={folder / 'build'}", f"C={folder / '.config'}"]
    if not start.exists() or start.read_text() != wanted or not (folder / ".config").exists():
        start.write_text(wanted)
        run_make(common + [f"UK_DEFCONFIG={start}", "defconfig"])
    run_make(common + list(for_make))
    architecture = "arm64" if ARM64 in options else "x86_64"
    return folder / "build" / f"guest_qemu-{architecture}"


def run_make(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        raise Failure("the build failed:\n" + done.stdout)
    if "warning:" in done.stdout:
        raise Failure("the build warns:\n" + done.stdout)


def without_multiboot(image):
    """A copy of an image without its multiboot header, which QEMU therefore enters by PVH."""
    content = image.read_bytes()
    at = content.find(MULTIBOOT_MAGIC)
    check(0 <= at < 8192, f"{image} has no multiboot header in its first 8 KiB")
    copy = image.with_name(image.name + ".pvh")
    copy.write_bytes(content[:at] + bytes(4) + content[at + 4:])
    return copy


def qemu(image, machine="", arguments="", memory="32M", more=(), accel="tcg"):
    """The command that runs an image."""
    if image.name.endswith("arm64"):
        program, package = "qemu-system-aarch64", "qemu-system-arm"
        machine = machine or "virt"
        status = ("-semihosting-config", "enable=on,target=native")
        if "-cpu" not in more:
            more = (*more, "-cpu", "cortex-a53")
    else:
        program, package = "qemu-system-x86_64", "qemu-system-x86"
        machine = machine or "microvm"
        status = ("-device", "isa-debug-exit,iobase=0xf4,iosize=0x04")
    if not shutil.which(program):
        raise Failure(f"{program} is not on PATH: install QEMU (Debian: {package})")
    return [program, "-machine", machine, "-accel", accel, "-m", memory, "-nodefaults",
            "-no-user-config", "-display", "none", "-no-reboot", "-serial", "stdio", *status,
            "-kernel", str(image), "-append", arguments, *more]


def run(image, *how, timeout=60, **named):
    """Runs an image to its end; returns QEMU's exit status and what came over the serial line."""
    try:
        done = subprocess.run(qemu(image, *how, **named), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=timeout, check=False)
    except subprocess.TimeoutExpired as expired:
        raise Failure(f"the guest did not end within {timeout} s; it printed:\n"
                      + (expired.stdout or b"").decode(errors="replace")) from None
    return done.returncode, done.stdout.decode("latin-1")


def expect(result, status, *texts):
    """Checks the exit status of a run, and that its output has each of the texts."""
    code, output = result
    check(code == status, f"QEMU's status is {code}, not {status}; output:\n{output}")
    for text in texts:
        check(text in output, f"no {text!r} in the output:\n{output}")
    return output
