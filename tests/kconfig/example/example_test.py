#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""The program that a newcomer reads: short, the same in the README, and it does what it says."""

import argparse
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
OPTIONS = argparse.Namespace()
TREE = """config NET
	bool "Networking"

config WIFI
	bool "Wireless"
	depends on RADIO && NET

config RADIO
	bool "Radio"

config DRIVER
	bool "Driver"
	select LIBRARY

config LIBRARY
	bool "Library"
"""


def source():
    with open(os.path.join(HERE, "main.cpp"), encoding="utf-8") as file:
        return file.read()


class Example(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        with open(os.path.join(self.folder, "Kconfig"), "w", encoding="utf-8") as file:
            file.write(TREE)

    def run_example(self, *arguments):
        return subprocess.run([OPTIONS.example, *arguments], cwd=self.folder, text=True,
                              capture_output=True, check=False)

    def config(self, name="out.config"):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            return file.read()

    def test_it_has_thirty_lines(self):
        code = [line for line in source().splitlines()
                if line.strip() and not line.startswith("//")]
        self.assertLessEqual(len(code), 30)

    def test_the_readme_shows_it(self):
        with open(os.path.join(ROOT, "kconfig", "README.md"), encoding="utf-8") as file:
            readme = file.read()
        begin = source().index("#include")
        self.assertIn("```cpp\n" + source()[begin:] + "```\n", readme)

    def test_sets_one_and_says_why_not_the_other(self):
        done = self.run_example("Kconfig", "NET", "WIFI", "out.config")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("RADIO", done.stdout)
        self.assertIn("CONFIG_NET=y\n", self.config())
        self.assertNotIn("WIFI", self.config())

    def test_says_who_selects(self):
        done = self.run_example("Kconfig", "DRIVER", "LIBRARY", "out.config")
        self.assertEqual(done.returncode, 0)
        self.assertIn("DRIVER", done.stdout)
        self.assertIn("CONFIG_LIBRARY=y\n", self.config())

    def test_says_why_it_can_not_set(self):
        done = self.run_example("Kconfig", "WIFI", "NET", "out.config")
        self.assertEqual(done.returncode, 0)
        self.assertIn("RADIO", done.stdout)

    def test_mistakes(self):
        self.assertEqual(self.run_example().returncode, 2)
        self.assertEqual(self.run_example("Kconfig", "NO_SUCH", "NET", "out.config").returncode, 1)
        done = self.run_example("Kconfig", "NET", "WIFI", "/proc/no/out.config")
        self.assertEqual(done.returncode, 1)
        self.assertIn("/proc/no/out.config", done.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--example", required=True)
    parser.parse_known_args(namespace=OPTIONS)
    OPTIONS.example = os.path.abspath(OPTIONS.example)
    unittest.main(argv=[sys.argv[0]])
