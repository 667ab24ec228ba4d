#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""kconf --shells: running, refusing, sandboxing, recording and replaying the tree's $(shell,…)."""

import argparse
import os
import shutil
import subprocess
import sys
import time
import unittest

from folder_case import FolderCase

OPTIONS = None

TREE = """mainmenu "Test"
config OUT
	string
	default "$(shell,echo run >> log; echo answer)"
config STATUS
	bool
	default "$(shell,test -e lists/none && echo y || echo n)"
source "$(shell,echo 'config LISTED' > lists/all; echo '	def_bool y' >> lists/all; echo lists/all)"
"""


class ShellsTest(FolderCase):
    TREE = TREE
    PREFIX = "kconf-shells-"

    def setUp(self):
        super().setUp()
        os.mkdir(self.path("lists"))

    def environment(self, **variables):
        return super().environment(**{"KCONFIG_DIR": self.path("lists"),
                                      "XDG_CACHE_HOME": self.path("cache"), **variables})

    def kconf(self, *arguments, **keywords):
        return self.run_program(OPTIONS.kconf, *arguments, "--olddefconfig", "Kconfig", **keywords)

    def test_run(self):
        self.kconf("--shells=run")
        self.assertIn('CONFIG_OUT="answer"', self.read(".config"))
        self.assertIn("CONFIG_LISTED=y", self.read(".config"))
        self.assertEqual(self.read("log"), "run\n")

    def test_the_second_load_is_answered_from_the_cache(self):
        os.mkdir(self.path("tools"))
        self.write("tools/probe", "#!/bin/sh\ncat %s/value\n" % self.folder)
        os.chmod(self.path("tools/probe"), 0o755)
        self.write("value", "1\n")
        self.write("Kconfig", 'config A\n\tstring\n\tdefault "$(shell,probe)"\n')
        path = self.path("tools") + ":" + os.environ["PATH"]
        # What is read must not have changed just now.
        time.sleep(0.05)
        self.kconf(PATH=path)
        self.assertTrue(os.listdir(self.path("cache/kiln/shells")))
        done = self.kconf("--messages=full", PATH=path)
        self.assertIn("1 of 1 shell commands were answered from the cache", done.stderr)
        done = self.kconf("--messages=conf", PATH=path)
        self.assertEqual(done.stderr, "")
        done = self.kconf("--messages=full", "--shells=run", PATH=path)
        self.assertEqual(done.stderr, "")
        for expected, value in (("1", None), ("2", "2\n")):
            if value:
                self.write("value", value)
                time.sleep(0.05)
            self.kconf(PATH=path)
            self.assertIn('CONFIG_A="%s"' % expected, self.read(".config"))
        # A folder that can't be written costs only time.
        os.chmod(self.path("cache/kiln/shells"), 0o500)
        self.addCleanup(os.chmod, self.path("cache/kiln/shells"), 0o700)
        self.write("value", "3\n")
        self.kconf(PATH=path)
        self.assertIn('CONFIG_A="3"', self.read(".config"))

    def test_refuse_loads_all_the_same_and_tells_each(self):
        done = self.kconf("--shells=refuse")
        self.assertEqual(done.stderr.count("a shell command was not run"), 3, done.stderr)
        self.assertFalse(os.path.exists(self.path("log")))
        self.assertNotIn("LISTED", self.read(".config"))

    def test_record_and_replay(self):
        self.kconf("--shells=record:recording")
        recorded = self.read(".config")
        self.assertEqual(self.read("log"), "run\n")
        shutil.rmtree(self.path("lists"))
        for name in (".config", "log"):
            os.remove(self.path(name))
        self.kconf("--shells=replay:recording")
        self.assertEqual(self.read(".config"), recorded)
        self.assertEqual(self.read("lists/all"), "config LISTED\n\tdef_bool y\n")
        # The first command wrote a file, too.
        self.assertEqual(self.read("log"), "run\n")

    def test_replay_elsewhere(self):
        self.write("Kconfig", TREE.replace("lists/", "$(KCONFIG_DIR)/"))
        self.kconf("--shells=record:recording")
        recorded = self.read(".config")
        old = self.folder
        self.folder = old + "-moved"
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        os.rename(old, self.folder)
        os.remove(self.path(".config"))
        shutil.rmtree(self.path("lists"))
        self.kconf("--shells=replay:recording")
        self.assertEqual(self.read(".config"), recorded)
        self.assertFalse(os.path.exists(old))

    def test_a_command_that_was_not_recorded_is_an_error(self):
        self.kconf("--shells=record:recording")
        self.write("Kconfig", TREE + 'config MORE\n\tstring\n\tdefault "$(shell,echo more)"\n')
        done = self.kconf("--shells=replay:recording", status=1)
        self.assertIn("Kconfig:11:11: error: a shell command is not in the recording: echo more",
                      done.stderr)

    def test_a_damaged_recording_is_an_error(self):
        self.kconf("--shells=record:recording")
        whole = self.read("recording")
        for bad, words in ((whole[:len(whole) // 2], "is damaged"), ("", "is no recording"),
                           (whole.replace("answer", "ANSWER"), "check sum"), (None, "can't read")):
            os.remove(self.path("recording"))
            if bad is not None:
                self.write("recording", bad)
            done = self.kconf("--shells=replay:recording", status=1)
            self.assertIn("recording", done.stderr)
            self.assertIn(words, done.stderr)

    def test_a_recording_that_can_not_be_written_is_an_error(self):
        os.mkdir(self.path("taken"))
        done = self.kconf("--shells=record:taken", status=1)
        self.assertIn("taken", done.stderr)

    def test_sandbox(self):
        done = subprocess.run(["bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc",
                               "true"], capture_output=True, check=False) \
            if shutil.which("bwrap") else None
        if done is None or done.returncode != 0:
            told = self.kconf("--shells=sandbox", status=1)
            self.assertIn("bubblewrap", told.stderr)
            return
        self.kconf("--shells=sandbox")
        self.assertIn('CONFIG_OUT="answer"', self.read(".config"))
        self.assertIn("CONFIG_LISTED=y", self.read(".config"))
        self.assertFalse(os.path.exists(self.path("log")), "only lists/ may be written")

    def test_the_option(self):
        for wrong in ("--shells=maybe", "--shells=record:", "--shells"):
            done = self.kconf(wrong, status=1)
            self.assertIn("--shells takes run, cached, refuse, sandbox", done.stderr)
        self.assertIn("replay:FILE", self.run_program(OPTIONS.kconf, "--help").stdout)

    def test_another_program_answers_popen_from_the_recording(self):
        # The preloaded library, by which conf answers from the same recording.
        self.kconf("--shells=record:recording")
        shutil.rmtree(self.path("lists"))
        os.remove(self.path("log"))
        commands = ["echo run >> log; echo answer", "test -e lists/none && echo y || echo n",
                    "echo 'config LISTED' > lists/all; echo '\tdef_bool y' >> lists/all; "
                    "echo lists/all"]

        def ask(*asked, **keywords):
            return self.run_program(OPTIONS.popen, *asked, LD_PRELOAD=OPTIONS.preload,
                                    POPEN_REPLAY_FILE=self.path("recording"), **keywords)

        done = ask(*commands)
        self.assertEqual(done.stdout, "0 answer\n0 n\n0 lists/all\n")
        self.assertEqual(self.read("lists/all"), "config LISTED\n\tdef_bool y\n")
        self.assertEqual(self.read("log"), "run\n")
        done = ask("echo other")
        self.assertEqual(done.stdout, "127 ")
        self.assertIn("not in the recording: echo other", done.stderr)
        with open(self.path("recording"), "r+b") as file:
            file.truncate(200)
        self.assertIn("damaged", ask(*commands, status=70).stderr)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser()
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--preload", required=True, help="popen_replay.so")
    parser.add_argument("--popen", required=True, help="a program that gives its arguments to popen")
    OPTIONS, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest], verbosity=1)


if __name__ == "__main__":
    main()
