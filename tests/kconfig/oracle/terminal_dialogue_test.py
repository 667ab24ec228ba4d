#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""oldaskconfig and oldconfig on a terminal: kconf asks as conf does, byte for byte.

On a pipe both repeat each answer, for nobody else shows it; on a terminal they don't. The terminal of
this test shows nothing by itself, so what comes from it is the program's."""

import argparse
import os
import pty
import subprocess
import sys
import tempfile
import termios

import reference

TREE = """mainmenu "Questions"

config MODULES
\tbool "Modules"
\tmodules
\tdefault y

config SERVICE
\ttristate "Service"
\thelp
\t  Something that can be a module.

config DETAIL
\tbool "Detail of the service"
\tdepends on SERVICE

config NUMBER
\tint "Number"
\trange 1 20
\tdefault 7

config ADDRESS
\thex "Address"
\tdefault 0x10

config NAME
\tstring "Name"
\tdefault "unnamed"

choice
\tprompt "Kind"
\tdefault SECOND

config FIRST
\tbool "First"

config SECOND
\tbool "Second"

endchoice

menu "More"

config LAST
\tbool "Last"
\tdefault y

endmenu
"""
# Mode, what .config has before, what is typed. The last lines serve what is asked once more.
CASES = [
    ("--oldaskconfig", "", ["y", "m", "y", "12", "0x20", "some text", "1", "n"]),
    ("--oldaskconfig", "", [""] * 8),
    ("--oldaskconfig", "", ["?", "", "?", "m", "nonsense", "y", "99", "3", "text", "0xff", "",
                            "3", "2", "?", "n"]),
    ("--oldconfig", "CONFIG_SERVICE=y\nCONFIG_NUMBER=3\n", ["y", "n", "0x1", "other", "2", "y"]),
    ("--oldconfig", "# CONFIG_MODULES is not set\nCONFIG_NAME=\"kept\"\n",
     ["y", "?", "n", "", "", "1", ""]),
]
SECONDS = 20


def on_terminal(command, folder, environment, typed):
    """What the program says on a terminal, and its exit status."""
    ours, its = pty.openpty()
    settings = termios.tcgetattr(its)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(its, termios.TCSANOW, settings)
    child = subprocess.Popen(command, cwd=folder, env=environment, stdin=its, stdout=its, stderr=its)
    os.close(its)
    os.write(ours, ("\n".join([*typed, *[""] * 20]) + "\n").encode())
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # nobody has the other end any more
            break
        if not part:
            break
        said += part
    os.close(ours)
    return child.wait(SECONDS), said


def outcome(command, environment, before, typed, mode):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "Kconfig"), "w", encoding="utf-8") as file:
            file.write(TREE)
        if before:
            with open(os.path.join(folder, ".config"), "w", encoding="utf-8") as file:
                file.write(before)
        status, said = on_terminal([*command, mode, "Kconfig"], folder, environment, typed)
        path = os.path.join(folder, ".config")
        written = None
        if os.path.exists(path):
            with open(path, "rb") as file:
                written = file.read()
        return status, said, written


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--work", required=True, help="where the references are kept")
    options = parser.parse_args()
    work = os.path.abspath(options.work)
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    failures = 0
    for version in reference.VERSIONS:
        conf = reference.conf(version, work)
        kconf = [os.path.abspath(options.kconf), f"--dialect=linux-{version}", "--messages=conf"]
        for number, (mode, before, typed) in enumerate(CASES, 1):
            expected = outcome([conf], environment, before, typed, mode)
            found = outcome(kconf, environment, before, typed, mode)
            # A dialogue that asked nothing would compare well.
            if b"Number" not in expected[1] or expected[2] is None:
                sys.exit(f"conf {version} did not ask: {expected}")
            for what, one, other in zip(("status", "dialogue", ".config"), expected, found):
                if one != other:
                    failures += 1
                    print(f"{version}, case {number}, {mode}: {what} differs\n"
                          f"  conf:  {one!r}\n  kconf: {other!r}")
    print(f"{len(CASES) * len(reference.VERSIONS)} dialogues compared, {failures} differences")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
