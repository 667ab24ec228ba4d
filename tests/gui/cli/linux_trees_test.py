# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Configures Linux with `kiln` and with the tree's own make: the files must be the same, byte for
byte, because kiln gives Kconfig files the environment that make gives them."""

import argparse
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "kconfig", "oracle"))
import reference  # pylint: disable=wrong-import-position

CASES = [("6.1", "x86_64"), ("6.1", "arm64"), ("6.12", "um")]
# Options of several kinds that every architecture has.
EDITS = ["LOCALVERSION=-kiln", "IKCONFIG=y", "LOG_BUF_SHIFT=14", "MODULES=n", "NET=n"]


def run(command, environment):
    result = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            check=False)
    if result.returncode != 0:
        sys.exit(f"{' '.join(command)} failed with {result.returncode}:\n{result.stdout}")
    return result.stdout


def read(path):
    with open(path, "rb") as file:
        return file.read()


def compare(what, ours, theirs):
    if ours == theirs:
        return
    pairs = zip(ours.splitlines(), theirs.splitlines())
    first = next(((a, b) for a, b in pairs if a != b), ("one ends", "before the other"))
    sys.exit(f"{what}: kiln wrote {first[0]!r} where make wrote {first[1]!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kiln", required=True)
    parser.add_argument("--work", required=True, help="where the trees are kept")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG")
                       if name in os.environ}
        for name in ("CONFIG", "CACHE", "STATE"):
            environment[f"XDG_{name}_HOME"] = os.path.join(scratch, name)
        for version, architecture in CASES:
            tree = os.path.realpath(reference.tree(version, arguments.work))
            ours = os.path.join(scratch, f"kiln-{version}-{architecture}")
            theirs = os.path.join(scratch, f"make-{version}") # conf is built there once
            for folder in (ours, theirs):
                os.makedirs(folder, exist_ok=True)
            config = os.path.join(theirs, ".config")
            if os.path.exists(config):
                os.remove(config)
            kiln = [arguments.kiln, "config", tree, "--build-dir", ours, "--arch", architecture,
                    "--trust"]
            make = ["make", "-s", "-C", tree, f"O={theirs}", f"ARCH={architecture}", "olddefconfig"]
            name = f"Linux {version}, {architecture}"
            run(kiln, environment)
            run(make, environment)
            compare(f"{name}, defaults", read(os.path.join(ours, ".config")), read(config))
            # Edits are saved as make would leave them.
            for edit in EDITS:
                kiln += ["--set", edit]
            run(kiln, environment)
            edited = read(os.path.join(ours, ".config"))
            if edited == read(config):
                sys.exit(f"{name}: the edits changed nothing")
            with open(config, "wb") as file:
                file.write(edited)
            run(make, environment)
            compare(f"{name}, edited", edited, read(config))
            print(f"{name}: the same, {len(edited.splitlines())} lines")


if __name__ == "__main__":
    main()
