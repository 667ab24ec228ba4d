#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""What kconf says in situations that users meet, word by word. One folder a situation:

  Kconfig   the tree
  config    the .config to start from, if any
  expected  a transcript: each line `$ kconf …` is run, in this order and in one folder, and what
            follows it is all that it says; a last line `[N]` is an exit status that is not 0

  situations_test.py --kconf kconf          checks every situation
  situations_test.py --kconf kconf --write  writes the transcripts anew; read them before you commit
"""

import argparse
import difflib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

SITUATIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "situations")
SECONDS = 60


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def environment():
    kept = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS")
            if name in os.environ}
    return {**kept, "LC_ALL": "C"}


def transcript(kconf, folder, commands):
    """What kconf says to the commands in a copy of the folder."""
    text = ""
    with tempfile.TemporaryDirectory(prefix="kconf-situation-") as work:
        shutil.copy(os.path.join(folder, "Kconfig"), work)
        if os.path.exists(os.path.join(folder, "config")):
            shutil.copy(os.path.join(folder, "config"), os.path.join(work, ".config"))
        for command in commands:
            words = shlex.split(command)[1:]
            done = subprocess.run([kconf, *words], cwd=work, env=environment(), text=True,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=SECONDS, check=False)
            text += f"$ {command}\n{done.stdout}"
            if done.returncode != 0:
                text += f"[{done.returncode}]\n"
            text += "\n"
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    kconf = os.path.abspath(options.kconf)
    names = options.names or sorted(os.listdir(SITUATIONS))
    failures = 0
    for name in names:
        folder = os.path.join(SITUATIONS, name)
        path = os.path.join(folder, "expected")
        expected = read(path)
        commands = [line[2:] for line in expected.splitlines() if line.startswith("$ ")]
        for verb in ("why", "fix"):
            if not any(command.startswith(f"kconf {verb} ") for command in commands):
                print(f"{name}: no 'kconf {verb}' is asked for")
                failures += 1
        actual = transcript(kconf, folder, commands)
        if options.write:
            with open(path, "w", encoding="utf-8") as file:
                file.write(actual)
        elif actual != expected:
            failures += 1
            print(f"{name}: kconf says something else")
            sys.stdout.writelines(difflib.unified_diff(
                expected.splitlines(True), actual.splitlines(True), path, "kconf"))
    if not options.names and len(names) < 10:
        print(f"only {len(names)} situations")
        failures += 1
    print(f"{len(names)} situations, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
