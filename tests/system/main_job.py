# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""The main job on the command line: configure, build, boot, read the log."""
import re
import unittest

from line import MACHINES, LineTest, kiln


class MainJob(LineTest):
    def test_helloworld_from_nothing(self):
        app = self.application()
        configured = kiln("config", app)
        self.assertStatus(configured, 0)
        self.assertTrue((app / ".config").is_file())
        built = kiln("build", app)
        self.assertStatus(built, 0)
        self.assertNotRegex(built.text, r"(?i)\bwarning\b")
        for machine in MACHINES:
            with self.subTest(machine=machine):
                booted = kiln("run", app, "--no-build", "--machine", machine, "--timeout", "60",
                              "--arg", "first", "--arg", "second")
                self.assertStatus(booted, 0)
                self.assertSays(booted, "Hello world!", '"first" "second"')
        self.assertStatus(kiln("clean", app), 0)
        self.assertEqual(list(app.glob("build/*_qemu-x86_64")), [])

    def test_run_builds_what_changed(self):
        app = self.application()
        self.assertStatus(kiln("run", app, "--expect", "Hello world!", "--timeout", "60"), 0)
        source = app / "main.c"
        source.write_text(source.read_text().replace("Hello world!", "Good evening!"))
        again = kiln("run", app, "--expect", "Good evening!", "--timeout", "60")
        self.assertStatus(again, 0)

    def test_an_option_reaches_the_guest(self):
        app = self.application("logdemo")
        self.assertStatus(kiln("config", app, "--set", "LIBUKDEBUG_PRINTK_INFO=y"), 0)
        booted = kiln("run", app, "--timeout", "60")
        self.assertStatus(booted, 0)
        self.assertRegex(booted.text, r"Info: .*\[libukboot\] <boot\.\w+ @ +\d+> Calling main\(")
        self.assertStatus(kiln("config", app, "--set", "LIBUKDEBUG_PRINTK_ERR=y"), 0)
        self.assertEqual(kiln("config", app, "--get", "LIBUKDEBUG_PRINTK_INFO").text.strip(), "n")
        quiet = kiln("run", app, "--timeout", "60")
        self.assertNotIn("Calling main(", quiet.text, str(quiet))
        self.assertRegex(quiet.text, r"ERR:  .*\[applogdemo\]")

    def test_arguments_for_qemu(self):
        app = self.application()
        trace = self.scratch / "qemu.log"
        booted = kiln("run", app, "--timeout", "60", "--qemu-arg=-d", "--qemu-arg=guest_errors,int",
                      "--qemu-arg", "-D", f"--qemu-arg={trace}")
        self.assertStatus(booted, 0)
        self.assertTrue(trace.is_file())

    def test_configuring_again_changes_nothing(self):
        app = self.application()
        self.assertStatus(kiln("config", app), 0)
        before = (app / ".config").read_bytes()
        again = kiln("config", app)
        self.assertStatus(again, 0)
        self.assertSays(again, "nothing to change")
        self.assertEqual((app / ".config").read_bytes(), before)

    def test_the_build_leaves_the_configuration_alone(self):
        app = self.application()
        self.assertStatus(kiln("config", app), 0)
        before = (app / ".config").read_bytes()
        self.assertStatus(kiln("build", app), 0)
        self.assertEqual((app / ".config").read_bytes(), before)

    def test_expect_without_a_match_is_a_failure(self):
        app = self.application()
        booted = kiln("run", app, "--expect", "never printed", "--timeout", "60")
        self.assertStatus(booted, 5)
        self.assertSays(booted, "Hello world!")

    def test_every_command_has_help(self):
        for command in ("config", "build", "run", "clean"):
            shown = kiln(command, "--help")
            self.assertStatus(shown, 0)
            self.assertTrue(re.search(rf"kiln {command}\b", shown.text), str(shown))


if __name__ == "__main__":
    unittest.main()
