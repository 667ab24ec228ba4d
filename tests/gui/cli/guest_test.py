#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""kiln run with a guest that really runs: its root file system, the machines it runs on, and time while GDB
holds it."""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = pathlib.Path(__file__).resolve().parent / "guests" / "initrd.c"


def start(*words):
    return subprocess.Popen([KILN, *map(str, words)], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kiln(*words):
    with start(*words) as process:
        output, errors = process.communicate(timeout=300)
    check(process.returncode == 0, f"kiln {words}: {process.returncode}\n{output}\n{errors}")
    return output


def check(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


def make_application():
    application = FOLDER / "initrd"
    kiln("new", application)
    shutil.copy(PROGRAM, application / "main.c")
    kiln("config", application, "--defconfig")
    kiln("build", application, "-j", "2")
    return application


def root_file_system(application):
    """A folder becomes an initial RAM disk at each boot, asked for by option or by Kraftfile."""
    root = application / "root"
    (root / "etc").mkdir(parents=True)
    (root / "etc" / "motd").write_text("welcome")
    (root / "empty").touch()
    output = kiln("run", application, "--no-build", "--timeout", "120", "--initrd", root)
    check("etc/motd: welcome" in output, output)
    kraftfile = application / "Kraftfile"
    before = kraftfile.read_text() if kraftfile.exists() else "spec: v0.6\n"
    kraftfile.write_text(before + "rootfs: ./root\n")
    (root / "etc" / "motd").write_text("welcome again")
    output = kiln("run", application, "--no-build", "--timeout", "120")
    check("etc/motd: welcome again" in output, output)
    kraftfile.write_text(before)


def other_machines(application):
    """The same application on arm64, and as a process of Linux."""
    output = kiln("run", application, "--target", "qemu/arm64", "--timeout", "120", "--initrd",
                  application / "root")
    check("etc/motd: welcome again" in output, output)
    with start("run", application, "--target", "linuxu/x86_64", "--timeout", "120") as process:
        output, errors = process.communicate(timeout=300)
    # It has no RAM disk, and says so by its status, too.
    check("no initial RAM disk" in output and process.returncode != 0, output + errors)


def held_by_gdb(application):
    """A guest that waits for GDB has all its time yet when it may go on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = start("run", application, "--no-build", "--timeout", "10", "--gdb", port, "--paused",
                    "--initrd", application / "root")
    connection = connect(process, port)
    time.sleep(11)
    check(process.poll() is None, "time went on while GDB held the guest")
    connection.sendall(b"$c#63")
    output, errors = process.communicate(timeout=120)
    connection.close()
    check(process.returncode == 0 and "etc/motd: welcome again" in output, output + errors)


def connect(process, port):
    """To the stub of GDB, as soon as it listens."""
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            if process.poll() is not None:
                sys.exit(f"FAILED: {process.communicate()}")
            time.sleep(0.1)


KILN, KCONF, FOLDER = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)
os.environ |= {"KILN_KCONF": KCONF, "KILN_ACCEL": "tcg", "LC_ALL": "C.UTF-8",
               "XDG_CONFIG_HOME": str(FOLDER / "config"), "XDG_DATA_HOME": str(FOLDER / "data"),
               "KILN_KERNEL_DIR": str(REPOSITORY / "kernel")}
APPLICATION = make_application()
root_file_system(APPLICATION)
other_machines(APPLICATION)
held_by_gdb(APPLICATION)
print("ok")
