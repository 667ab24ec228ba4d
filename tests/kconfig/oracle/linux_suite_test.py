#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""The tests that Linux 6.1 and 6.12 have for their conf (scripts/kconfig/tests), run with kconf in its
place: all 17 of the first and all 16 of the second must pass. The dialect is left to kconf's guess."""

import argparse
import os
import re
import subprocess
import sys
import tempfile

import reference

EXPECTED = {"6.1": 17, "6.12": 16}


def python_with_pytest():
    """The interpreter that has pytest: this one, or the system's."""
    for python in (sys.executable, "/usr/bin/python3"):
        done = subprocess.run([python, "-c", "import pytest"], capture_output=True, check=False)
        if done.returncode == 0:
            return python
    sys.exit("pytest is missing: install the package python3-pytest (packaging/run-tests does)")


def run_suite(version, program, tree):
    """How many tests passed, and the report."""
    with tempfile.TemporaryDirectory() as build:
        os.makedirs(os.path.join(build, "scripts/kconfig"))
        os.symlink(program, os.path.join(build, "scripts/kconfig/conf"))
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("srctree", "KCONF_DIALECT", "KCONF_MESSAGES", "ARCH",
                                       "KERNELVERSION")
                       and not name.startswith(("KCONFIG_", "CONFIG_"))}
        environment["PYTHONPATH"] = os.path.dirname(os.path.abspath(__file__))
        done = subprocess.run([python_with_pytest(), "-B", "-m", "pytest", "-p", "no:cacheprovider",
                               "-p", "late_keys", "-q", f"{tree}/scripts/kconfig/tests"],
                              cwd=build, env=environment, capture_output=True, text=True, check=False)
    report = done.stdout + done.stderr
    passed = re.search(r"(\d+) passed", report)
    count = int(passed.group(1)) if passed else 0
    print(f"Linux {version}: {count} of {EXPECTED[version]} passed")
    return done.returncode == 0 and count == EXPECTED[version], report


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--work", required=True, help="where the references are kept")
    options = parser.parse_args()
    good = True
    for version in reference.VERSIONS:
        passed, report = run_suite(version, os.path.abspath(options.kconf),
                                   reference.tree(version, os.path.abspath(options.work)))
        if not passed:
            good = False
            print(report)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
