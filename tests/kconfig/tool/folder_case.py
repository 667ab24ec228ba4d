# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""What tests of programs share: a folder of their own with a tree in it, and running programs there."""

import os
import shutil
import subprocess
import tempfile
import unittest


class FolderCase(unittest.TestCase):
    """Each test has a new folder, gone afterwards, whose Kconfig is TREE."""

    TREE = None
    PREFIX = "kconf-test-"
    LOCALE = "C"

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix=self.PREFIX)
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        if self.TREE is not None:
            self.write("Kconfig", self.TREE)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def environment(self, **variables):
        """All that programs see: nothing of the user's but what sanitizers need."""
        environment = {"PATH": os.environ["PATH"], "LC_ALL": self.LOCALE}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return {**environment, **variables}

    def run_program(self, *command, status=0, answers=None, folder=None, timeout=120, **variables):
        """Runs a program in the folder; `answers` is what it reads. Fails unless it ends with
        `status`, or with any if that is None."""
        given = {"stdin": subprocess.DEVNULL} if answers is None else {"input": answers}
        done = subprocess.run(command, cwd=folder or self.folder, capture_output=True, text=True,
                              env=self.environment(**variables), timeout=timeout, check=False,
                              **given)
        if status is not None:
            self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        return done
