# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the tests of `kiln` that are programs of their own share."""

import subprocess
import sys


def check(condition, what):
    """Ends the test when something is not as it should be."""
    if not condition:
        sys.exit(f"FAILED: {what}")


class Kiln:
    """The program under test. Called with its words, it runs and returns what it printed and what
    it complained of; another exit status than the one that is expected ends the test."""

    def __init__(self, path, folder=None):
        self.path, self.folder = path, folder

    def __call__(self, *words, status=0):
        done = subprocess.run([self.path, *map(str, words)], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              errors="replace", timeout=300, check=False, cwd=self.folder)
        if done.returncode != status:
            sys.exit(f"kiln {words}: status {done.returncode}, not {status}\n{done.stdout}\n"
                     f"{done.stderr}")
        return done.stdout, done.stderr

    def said(self, *words, status=0):
        """Both as one text."""
        return "".join(self(*words, status=status))
