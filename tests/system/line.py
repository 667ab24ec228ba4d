# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""What the system tests share: the programs under test, scratch applications, and running things."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(os.environ.get("KILN_TOP") or pathlib.Path(__file__).resolve().parents[2])
BIN = pathlib.Path(os.environ.get("KILN_BIN") or TOP / "build" / "dev" / "bin")
KERNEL = TOP / "kernel"
MACHINES = ("microvm", "pc", "q35")


class Outcome:
    """How a program ended, and all it printed."""

    def __init__(self, status, text):
        self.status = status
        self.text = text

    def __str__(self):
        return f"status {self.status}, output:\n{self.text}"


def run(command, cwd=None, timeout=300, env=None):
    """Runs a command to its end; standard output and error together."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=environment, timeout=timeout,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False)
    return Outcome(done.returncode, done.stdout.decode("utf-8", "replace"))


def kiln(*arguments, through=(), **how):
    """Runs kiln; `through` is a command that runs it, such as env."""
    return run([*through, BIN / "kiln", *arguments], **how)


class LineTest(unittest.TestCase):
    """A test with a scratch folder and, in it, a copy of a bundled application."""

    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="kiln-system-"))
        self.addCleanup(shutil.rmtree, self.scratch, ignore_errors=True)
        # Trust and settings of the person who runs the tests stay out of it.
        home = self.scratch / "home"
        home.mkdir()
        for name, folder in (("HOME", ""), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache"),
                             ("XDG_DATA_HOME", "data")):
            self.enterEnvironment(name, str(home / folder))

    def enterEnvironment(self, name, value):
        before = os.environ.get(name)
        os.environ[name] = value

        def restore():
            if before is None:
                del os.environ[name]
            else:
                os.environ[name] = before
        self.addCleanup(restore)

    def application(self, name="helloworld"):
        """A copy of kernel/apps/NAME without what builds have made."""
        folder = self.scratch / name
        shutil.copytree(KERNEL / "apps" / name, folder,
                        ignore=shutil.ignore_patterns("build", ".config*"))
        return folder

    def assertStatus(self, outcome, status):
        self.assertEqual(outcome.status, status, str(outcome))

    def assertSays(self, outcome, *texts):
        for text in texts:
            self.assertIn(text, outcome.text, str(outcome))
