#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Our own suite of the unikraft dialect (Linux 5.2 with globs in `source`), one folder a case:

  Kconfig, …   the tree; `Kconfig` or `Config.uk` is the root
  config       the .config to start from, if any
  answers      what is typed, for the modes that ask
  run          the command line (default: -s --olddefconfig); lines NAME=VALUE set the environment
  WHY          what the case shows, and why the result is so
  expected_*   what must come out, and nothing else may: config (.config), stdout, stderr, status,
               touched (names of time stamps), and other files by their own name; what a build reads
               (auto.conf, …) counts in cases of --syncconfig

  suite_test.py --conf kconf              checks every case
  suite_test.py --conf conf NAME…         checks some cases, with any conf of the dialect
  suite_test.py --conf conf --write NAME… writes the expected files anew; look at them, then at WHY
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

SUITE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "suite")
INPUTS_ONLY = {"WHY", "run", "answers", "config"}
# What every mode writes along with .config; looked at in the cases of --syncconfig alone.
BUILD_FILES = r"auto\.conf|config\.h|tristate\.config|include/config/.*"
SECONDS = 20


def read(path, default=""):
    if not os.path.exists(path):
        return default
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        file.write(text)


def files_below(folder):
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            found[os.path.relpath(path, folder)] = read(path)
    return found


class Case:
    def __init__(self, name):
        self.name = name
        self.folder = os.path.join(SUITE, name)
        self.arguments = ["-s", "--olddefconfig"]
        self.environment = {}
        for line in read(os.path.join(self.folder, "run")).splitlines():
            if re.match(r"\w+=", line):
                variable, _, value = line.partition("=")
                self.environment[variable] = value
            elif line and not line.startswith("#"):
                self.arguments = line.split()

    def expected(self):
        return {name[len("expected_"):]: read(os.path.join(self.folder, name))
                for name in sorted(os.listdir(self.folder)) if name.startswith("expected_")}

    def outcome(self, program):
        """What the program leaves behind, by the names that expected_* have."""
        with tempfile.TemporaryDirectory() as work:
            for entry in os.listdir(self.folder):
                if entry in INPUTS_ONLY or entry.startswith("expected_"):
                    continue
                path = os.path.join(self.folder, entry)
                if os.path.isdir(path):
                    shutil.copytree(path, os.path.join(work, entry))
                else:
                    shutil.copy(path, work)
            if os.path.exists(os.path.join(self.folder, "config")):
                shutil.copy(os.path.join(self.folder, "config"), os.path.join(work, ".config"))
            before = files_below(work)
            root = "Config.uk" if "Config.uk" in before else "Kconfig"
            environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "KCONFIG_CONFIG": ".config",
                           "KCONFIG_AUTOCONFIG": "auto.conf", "KCONFIG_AUTOHEADER": "config.h",
                           "KCONFIG_TRISTATE": "tristate.config", "CONFIG_": "CONFIG_",
                           "KCONF_DIALECT": "unikraft", "KCONF_MESSAGES": "conf", **self.environment}
            done = subprocess.run([os.path.abspath(program), *self.arguments, root], cwd=work,
                                  env=environment, capture_output=True, timeout=SECONDS, check=False,
                                  input=read(os.path.join(self.folder, "answers")).encode())
            return self.collect(done, before, files_below(work))

    def collect(self, done, before, after):
        found = {"stdout": done.stdout.decode("utf-8", "surrogateescape"),
                 "stderr": done.stderr.decode("utf-8", "surrogateescape"),
                 "status": f"{done.returncode}\n" if done.returncode else ""}
        touched = []
        for path, text in sorted(after.items()):
            if before.get(path) == text or (self.arguments[-1] != "--syncconfig" and
                                            re.fullmatch(BUILD_FILES, path)):
                continue
            if path.startswith("include/config/") and not text:
                touched.append(path + "\n")
            elif path == ".config.old":
                # Always the file that was there.
                assert text == before.get(".config"), "the old configuration was not kept"
            else:
                found["config" if path == ".config" else os.path.basename(path)] = text
        found["touched"] = "".join(touched)
        return {name: text for name, text in found.items() if text}

    def problems(self, program):
        expected = self.expected()
        found = self.outcome(program)
        for name in sorted(set(expected) | set(found)):
            if expected.get(name) == found.get(name):
                continue
            yield f"{name}:"
            for sign, text in (("-", expected.get(name)), ("+", found.get(name))):
                yield from (f"  {sign}{line}" for line in (text or "").splitlines())


def check_folder(name, case):
    """A case that explains nothing, or expects nothing, is no case."""
    if len(read(os.path.join(case.folder, "WHY")).strip().splitlines()) < 2:
        yield "WHY has to say what the case shows and why the result is so"
    if not case.expected():
        yield "there is no expected_* file: write them with a conf that is right (--write)"
    if not re.fullmatch(r"[a-z0-9-]+", name):
        yield "names are lower-case words joined by -"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--conf", required=True, help="the program under test")
    parser.add_argument("--write", action="store_true", help="write the expected files anew")
    parser.add_argument("names", nargs="*", metavar="NAME", help="cases (default: all)")
    options = parser.parse_args()
    names = options.names or sorted(os.listdir(SUITE))
    failures = 0
    for name in names:
        case = Case(name)
        if options.write:
            for entry in case.expected():
                os.remove(os.path.join(case.folder, "expected_" + entry))
            for entry, text in case.outcome(options.conf).items():
                write(os.path.join(case.folder, "expected_" + entry), text)
            continue
        problems = list(check_folder(name, case)) + list(case.problems(options.conf))
        if problems:
            failures += 1
            print(f"FAIL {name}: {os.path.join(case.folder, 'WHY')}")
            print("\n".join("    " + line for line in problems))
    print(f"{len(names)} cases, {failures} failed")
    return 1 if failures or not names else 0


if __name__ == "__main__":
    sys.exit(main())
