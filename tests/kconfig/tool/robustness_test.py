#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""kconf on hostile trees and configurations, with bounds on memory and time: it ends by itself, with
a status, and says something of bounded length."""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import unittest

OPTIONS = argparse.Namespace()
SECONDS = 20
MEBIBYTES = 512
ORDINARY = b'config A\n\tbool "A"\nconfig S\n\tstring "S"\nconfig N\n\tint "N"\n\tdefault 3\n'


def limit():
    if not OPTIONS.sanitized:  # shadow memory takes terabytes of addresses
        resource.setrlimit(resource.RLIMIT_AS, (MEBIBYTES << 20, MEBIBYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


class Robustness(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = self.temporary.name

    def write(self, name, content):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(content)

    def kconf(self, *arguments, answers=b"", **environment):
        done = subprocess.run([OPTIONS.kconf, *arguments, "Kconfig"], cwd=self.folder, input=answers,
                              env={"PATH": os.environ["PATH"], "CONFIG_": "CONFIG_", **environment},
                              capture_output=True, timeout=SECONDS * 3, check=False,
                              preexec_fn=limit)
        self.assertIn(done.returncode, (0, 1), done.stderr[-2000:])
        self.assertLess(len(done.stdout) + len(done.stderr), 8 << 20)
        return done

    def fails(self, tree, *arguments):
        self.write("Kconfig", tree)
        done = self.kconf("--olddefconfig", *arguments)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr)
        self.assertFalse(os.path.exists(os.path.join(self.folder, ".config")))

    def works(self, tree, *arguments, **environment):
        self.write("Kconfig", tree)
        done = self.kconf(*(arguments or ("--olddefconfig",)), **environment)
        self.assertEqual(done.returncode, 0, done.stderr[-2000:])
        with open(os.path.join(self.folder, ".config"), "rb") as file:
            return file.read()

    def test_nesting(self):
        self.fails(b'menu "m"\n' * 100000)
        self.fails(b"if A\n" * 100000)
        self.fails(b"config A\n\tbool\n\tdepends on " + b"(" * 500000 + b"\n")
        self.fails(b"A := " + b"$(" * 500000 + b"\n")

    def test_a_megabyte_line(self):
        text = b"x" * (1 << 20)
        config = self.works(b'config S\n\tstring "' + text + b'"\n\tdefault "' + text + b'"\n')
        self.assertIn(b'CONFIG_S="' + text + b'"\n', config)

    def test_zeros(self):
        self.write("Kconfig", b"config A\n\tbool\n" + b"\0" * (1 << 20))
        self.kconf("--olddefconfig")

    def test_noise(self):
        noise = random.Random(11)
        for _ in range(20):
            self.write("Kconfig", bytes(noise.randrange(256) for _ in range(20000)))
            self.kconf("--alldefconfig")

    def test_files_in_a_circle(self):
        self.write("a", b'source "b"\n')
        self.write("b", b'source "a"\n')
        self.fails(b'source "a"\n')
        self.fails(b'source "Kconfig"\nsource "Kconfig"\n')

    def test_a_chain_of_ten_thousand(self):
        for how in (b"depends on", b"select", b"imply", b"default"):
            tree = b"".join(b"config S%d\n\tbool \"p\"\n\t%s S%d\n\tdefault y\n" % (i, how, i + 1)
                            for i in range(10000)) + b'config S10000\n\tbool "p"\n\tdefault y\n'
            # 6.1 writes no time stamps in this mode.
            config = self.works(tree, "--alldefconfig", KCONF_DIALECT="linux-6.1")
            self.assertEqual(config.count(b"=y\n"), 10001)

    def test_a_circle_of_ten_thousand(self):
        self.fails(b"".join(b"config S%d\n\tbool\n\tdepends on S%d\n" % (i, (i + 1) % 10000)
                            for i in range(10000)))

    def test_a_hundred_thousand_symbols(self):
        tree = b"".join(b"config S%d\n\tbool \"p\"\n" % i for i in range(100000))
        # All n first: a time stamp for each that is y would be a test of the file system.
        self.assertEqual(self.works(tree).count(b" is not set\n"), 100000)
        self.write(".config", b"".join(b"CONFIG_S%d=y\n" % i for i in range(100000)))
        self.works(tree, "--savedefconfig=minimal")
        with open(os.path.join(self.folder, "minimal"), "rb") as file:
            self.assertEqual(file.read().count(b"\n"), 100000)

    def test_any_bytes_as_config(self):
        noise = random.Random(7)
        inputs = [bytes(noise.randrange(256) for _ in range(50000)), b"\0" * 100000,
                  b"CONFIG_S=\"" + b"\\" * 100001, b"CONFIG_A=y\r\n" * 100000,
                  b"CONFIG_" + b"A" * (1 << 20) + b"=y\n", b"x" * (1 << 20), b"# " * 500000,
                  b"CONFIG_N=" + b"9" * 100000 + b"\n"]
        for content in inputs:
            self.write(".config", content)
            self.assertIn(b"CONFIG_N=", self.works(ORDINARY))

    def test_any_bytes_as_answers(self):
        self.write("Kconfig", ORDINARY)
        noise = random.Random(3)
        for answers in (b"", b"\0", b"y" * (1 << 20), b"?\n" * 1000, b"\n" * 100000,
                        bytes(noise.randrange(256) for _ in range(100000))):
            self.kconf("--oldaskconfig", answers=answers)

    def test_a_shell_that_never_stops_talking(self):
        tree = b'config S\n\tstring\n\tdefault "$(shell,head -c 100000000 /dev/zero | tr "\\0" x)"\n'
        self.assertLess(len(self.works(tree, "--olddefconfig")), 1 << 20)

    def test_folders_and_devices_are_no_trees(self):
        os.mkdir(os.path.join(self.folder, "folder"))
        os.mkfifo(os.path.join(self.folder, "pipe"))
        for name in (b"folder", b"pipe", b"/dev/zero"):
            self.write("Kconfig", b'source "' + name + b'"\n')
            self.kconf("--olddefconfig")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--sanitized", action="store_true", help="don't bound the address space")
    parser.parse_known_args(namespace=OPTIONS)
    OPTIONS.kconf = os.path.abspath(OPTIONS.kconf)
    unittest.main(argv=[sys.argv[0]])
