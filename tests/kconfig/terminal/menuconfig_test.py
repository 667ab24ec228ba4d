#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""kconf menuconfig in an emulated terminal: keys in, screens and files out, and what can go wrong."""

import argparse
import os
import re
import shutil
import signal
import sys
import termios
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "tool")]
from folder_case import FolderCase  # noqa: E402
from terminal import Terminal  # noqa: E402

OPTIONS = None

TREE = """mainmenu "Fixture"
config MODULES
	bool "Modules"
	option modules
	default y
config NET
	bool "Networking"
	default y
config NAME
	string "Host name"
	depends on NET
	default "kiln"
menu "Device drivers"
config USB
	tristate "USB support"
config USB_STORAGE
	tristate "USB mass storage"
	depends on USB
config SIZE
	int "Buffer size"
	range 1 128
	default 8
endmenu
choice
	prompt "Preemption"
	default SLOW
config SLOW
	bool "None"
config FAST
	bool "Full"
endchoice
"""


class MenuconfigTest(FolderCase):
    TREE = TREE
    PREFIX = "menuconfig-test-"
    LOCALE = "C.UTF-8"

    def environment(self, **variables):
        return super().environment(**{"TERM": "xterm-256color", **variables})

    def kconf(self, *arguments, **keywords):
        return self.run_program(OPTIONS.kconf, *arguments, **{"status": None, **keywords})

    def start(self, rows=24, columns=80, shows="Main menu", command=None, **variables):
        terminal = Terminal(command or [OPTIONS.kconf, "menuconfig", "Kconfig"], self.folder,
                            self.environment(**variables), rows, columns)
        self.addCleanup(terminal.__exit__)
        return terminal.wait_for(shows)

    def settled(self):
        """A .config that fits the tree."""
        self.assertEqual(self.kconf("--alldefconfig", "Kconfig").returncode, 0)
        return self.read(".config")

    def wait_for_file(self, name, patience=20.0):
        end = time.monotonic() + patience
        while not os.path.exists(self.path(name)):
            self.assertLess(time.monotonic(), end, f"{name} did not appear")
            time.sleep(0.02)

    def edit_everything(self, rows, columns):
        terminal = self.start(rows, columns)
        terminal.send("d", "Enter")
        terminal.wait_for("USB support").send("m")
        terminal.wait_for("<M> USB support").wait_for("USB mass storage")
        terminal.send("Down", "Space")
        terminal.wait_for("<M>   USB mass storage")
        terminal.send("Down", "Enter")
        terminal.wait_for("1 to 128").send("^U", "777", "Enter")
        terminal.wait_for("must be between 1 and 128").send("Backspace", "Enter")
        terminal.wait_for("(77) Buffer size")
        terminal.send("/")
        terminal.wait_for("Type words").send("full")
        terminal.wait_for("FAST [=n]").send("Enter")
        terminal.wait_for("( ) Full").send("Space")
        terminal.wait_for("Preemption (Full)")
        terminal.send("H")
        terminal.send("Enter")
        terminal.wait_for("a text").send("^U", "\x1b[200~hürde\x1b[201~", "Enter")
        terminal.wait_for("(hürde)")
        terminal.send("s")
        terminal.wait_for("Saved")
        terminal.send("q")
        self.assertEqual(terminal.exit_status(), 0)

    def test_saves_what_conf_would_write(self):
        for rows, columns in ((24, 80), (40, 120)):
            with self.subTest(rows=rows, columns=columns):
                self.edit_everything(rows, columns)
                other = self.path(f"other{rows}")
                self.write(f"other{rows}/Kconfig", TREE)
                self.write(f"other{rows}/.config",
                           "CONFIG_USB=m\nCONFIG_USB_STORAGE=m\nCONFIG_SIZE=77\n"
                           "CONFIG_FAST=y\nCONFIG_NAME=\"hürde\"\n")
                self.assertEqual(self.kconf("--olddefconfig", "Kconfig", folder=other).returncode, 0)
                self.assertEqual(self.read(".config"), self.read(f"other{rows}/.config"))
                for name in ("auto.conf", "auto.conf.cmd"):
                    self.assertEqual(self.read(f"include/config/{name}"),
                                     self.read(f"other{rows}/include/config/{name}"))
                os.unlink(self.path(".config"))
                shutil.rmtree(self.path("include"), ignore_errors=True)

    def test_screens_look_as_they_should(self):
        self.settled()
        terminal = self.start().settle()
        self.assertEqual(terminal.lines()[:8], [
            " Fixture" + ".config".rjust(71),
            " Main menu" + "1/5".rjust(69),
            "  [*] Modules",
            "  [*] Networking",
            "  (kiln)   Host name",
            "      Device drivers  --->",
            "      Preemption (None)  --->",
            "",
        ])
        self.assertTrue(terminal.lines()[-1].startswith(" Enter change  Space cycle  ? help"))
        self.assertTrue(terminal.screen.buffer[2][40].reverse, "the selected entry is reversed")
        terminal.resize(40, 120)
        terminal.wait_for("│ CONFIG_MODULES  bool = y")
        terminal.resize(10, 40)
        terminal.wait_gone("CONFIG_MODULES").settle()
        self.assertEqual(terminal.lines()[2], "  [*] Modules")
        terminal.resize(8, 30)
        terminal.wait_for("Too small: 30x8, needs 40x10")
        terminal.send("q").settle()  # means nothing now
        terminal.resize(24, 80)
        terminal.wait_for("Device drivers")
        terminal.send("q")
        self.assertEqual(terminal.exit_status(), 0)

    def test_leaving_asks_and_discards(self):
        before = self.settled()
        terminal = self.start()
        terminal.send("Down", "n")
        terminal.wait_for("[ ] Networking").send("Esc")
        terminal.wait_for("< Save >").send("d")
        self.assertEqual(terminal.exit_status(), 0)
        self.assertIn("were not saved", terminal.text())
        self.assertEqual(self.read(".config"), before)
        self.assertFalse(os.path.exists(self.path(".config.kconf-recover")))

    def test_escape_twice_is_one_step(self):
        self.settled()
        terminal = self.start()
        terminal.send("d", "Enter")
        terminal.wait_for("USB support").send("Esc", "Esc")
        terminal.wait_for("Main menu").settle()
        self.assertFalse(terminal.ended(0.3))
        self.assertIn("Main menu", terminal.text())

    def test_a_lost_connection_keeps_the_work(self):
        before = self.settled()
        terminal = self.start()
        terminal.send("Down", "n")
        terminal.wait_for("[ ] Networking")
        terminal.hang_up()
        self.assertEqual(terminal.exit_status(), -signal.SIGHUP)
        self.assertEqual(self.read(".config"), before)
        self.assertIn("# CONFIG_NET is not set", self.read(".config.kconf-recover"))

        terminal = self.start(shows="Unsaved work")
        terminal.send("r")
        terminal.wait_for("[ ] Networking").wait_for("[2 changes]")
        terminal.send("s")
        terminal.wait_for("Saved 2 changes").send("q")
        self.assertEqual(terminal.exit_status(), 0)
        self.assertIn("# CONFIG_NET is not set", self.read(".config"))
        self.assertEqual(self.read(".config.old"), before)
        self.assertFalse(os.path.exists(self.path(".config.kconf-recover")))

    def test_being_told_to_end_restores_the_terminal(self):
        before = self.settled()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
            with self.subTest(signal=number):
                terminal = self.start()
                terminal.send("Down", "n")
                terminal.wait_for("[ ] Networking")
                os.kill(terminal.child, number)
                self.assertEqual(terminal.exit_status(), -number)
                self.assert_restored(terminal)
                self.assertIn("work that was not saved is in .config.kconf-recover",
                              terminal.text())
                self.assertEqual(self.read(".config"), before)
                os.unlink(self.path(".config.kconf-recover"))

    def assert_restored(self, terminal):
        """The line discipline is as it was, and what was switched on is off."""
        flags = termios.tcgetattr(terminal.master)[3]
        self.assertTrue(flags & termios.ICANON and flags & termios.ECHO and flags & termios.ISIG)
        for mode in (2004, 1000, 1006):
            on = terminal.output.rfind(b"\x1b[?%dh" % mode)
            off = terminal.output.rfind(b"\x1b[?%dl" % mode)
            self.assertTrue(on < off or on < 0, f"mode {mode} stays on")
        self.assertGreater(terminal.output.rfind(b"\x1b[?1049l"),
                           terminal.output.rfind(b"\x1b[?1049h"))

    def test_a_crash_restores_the_terminal_and_keeps_the_work(self):
        self.settled()
        for number in (signal.SIGSEGV, signal.SIGABRT):
            with self.subTest(signal=number):
                terminal = self.start(shows="Networking")
                terminal.send("Down", "n")
                self.wait_for_file(".config.kconf-recover")
                os.kill(terminal.child, number)
                self.assertEqual(terminal.exit_status(), -number)
                self.assert_restored(terminal)
                self.assertIn("kconf menuconfig has crashed", terminal.text())
                self.assertIn("# CONFIG_NET is not set", self.read(".config.kconf-recover"))
                os.unlink(self.path(".config.kconf-recover"))

    def test_a_crash_leaves_nothing_behind_on_old_terminals(self):
        self.settled()
        terminal = self.start(TERM="vt100")
        os.kill(terminal.child, signal.SIGSEGV)
        self.assertEqual(terminal.exit_status(), -signal.SIGSEGV)
        self.assertNotIn(b"$<", terminal.output)

    def test_a_kill_loses_nothing_that_was_typed_before_a_pause(self):
        before = self.settled()
        terminal = self.start()
        terminal.send("Down", "n")
        self.wait_for_file(".config.kconf-recover")
        os.kill(terminal.child, signal.SIGKILL)
        self.assertEqual(terminal.exit_status(), -signal.SIGKILL)
        self.assertEqual(self.read(".config"), before)
        terminal = self.start(shows="Unsaved work")
        terminal.send("d")
        terminal.wait_gone("Unsaved work").wait_for("[*] Networking")
        self.assertFalse(os.path.exists(self.path(".config.kconf-recover")))

    def test_two_at_a_time_notice_each_other(self):
        self.settled()
        first = self.start()
        first.send("Down", "n")
        self.wait_for_file(".config.kconf-recover")
        second = self.start(shows="has unsaved changes to this file, too")
        second.send("d", "Enter", "y", "s")
        second.wait_for("Saved 2 changes").send("q")
        self.assertEqual(second.exit_status(), 0)
        first.send("s")
        first.wait_for("Changed by somebody else").send("m")
        first.wait_for("on top of what is in the file").send("s")
        first.wait_for("Saved 2 changes").send("q")
        self.assertEqual(first.exit_status(), 0)
        config = self.read(".config")
        self.assertIn("CONFIG_USB=y\n", config)
        self.assertIn("# CONFIG_NET is not set\n", config)

    def test_a_disk_without_room_loses_nothing(self):
        before = self.settled()
        # No file may grow, which is what a full disk is like.
        terminal = self.start(command=["sh", "-c", 'ulimit -f 0; exec "$0" "$@"', OPTIONS.kconf,
                                       "menuconfig", "Kconfig"])
        terminal.send("Down", "n", "s")
        terminal.wait_for("Not saved").wait_for("can't write .config")
        terminal.send("b")
        terminal.wait_gone("Not saved").send("q")
        terminal.wait_for("< Discard >").send("d")
        self.assertEqual(terminal.exit_status(), 0)
        self.assertEqual(self.read(".config"), before)
        self.assertEqual(sorted(os.listdir(self.folder)), sorted(
            name for name in os.listdir(self.folder) if not name.endswith(".tmp")))

    def test_a_folder_that_takes_no_files(self):
        terminal = self.start(KCONFIG_CONFIG="/proc/kconf-test/.config")
        terminal.send("s")
        terminal.wait_for("Not saved").send("w")
        terminal.wait_for("Write a copy to").send("^U", self.path("rescued"), "Enter")
        terminal.wait_for("Wrote a copy").send("q")
        terminal.wait_for("< Discard >").send("d")
        self.assertEqual(terminal.exit_status(), 0)
        self.assertIn("CONFIG_NET=y\n", self.read("rescued"))

    def test_stops_and_goes_on(self):
        self.settled()
        terminal = self.start(shows="$", command=["bash", "--norc", "--noprofile", "-i"],
                              PS1="$ ")
        terminal.send(f"{OPTIONS.kconf} menuconfig Kconfig\r")
        terminal.wait_for("Main menu").send("Down", "n")
        terminal.wait_for("[ ] Networking").send("^Z")
        terminal.wait_for("Stopped").send("fg\r")
        terminal.wait_for("[ ] Networking").wait_for("Main menu").send("u")
        terminal.wait_for("[*] Networking").send("q")
        terminal.wait_gone("Main menu").send("exit\r")
        self.assertEqual(terminal.exit_status(), 0)

    def test_other_terminals(self):
        self.settled()
        for name in ("xterm-256color", "xterm", "linux", "vt100", "screen"):
            with self.subTest(terminal=name):
                terminal = self.start(TERM=name)
                terminal.send("d", "\x1b[A", "\x1b[B", "Enter")
                terminal.wait_for("USB support").send("y")
                terminal.wait_for("+ <*> USB support").send("q")
                terminal.wait_for("< Discard >").send("d")
                self.assertEqual(terminal.exit_status(), 0)

    def test_colours_only_where_they_are_wanted(self):
        self.settled()
        colour = re.compile(rb"\x1b\[[0-9;]*3[0-7][;m]")
        for variables, has_colour in (({}, True), ({"NO_COLOR": "1"}, False),
                                      ({"MENUCONFIG_COLOR": "mono"}, False),
                                      ({"TERM": "vt100"}, False)):
            with self.subTest(**variables):
                terminal = self.start(**variables)
                terminal.send("Down", "n")
                terminal.wait_for("[ ] Networking").settle()
                self.assertEqual(bool(colour.search(terminal.output)), has_colour)

    def test_the_c_locale_gets_ascii(self):
        self.settled()
        terminal = self.start(40, 120, LC_ALL="C")
        terminal.send("D")
        terminal.wait_for("What differs").send("Esc")
        terminal.wait_for("|").settle()
        self.assertTrue(all(byte < 0x80 for byte in terminal.output))

    def test_the_mouse(self):
        self.settled()
        terminal = self.start()
        terminal.send("\x1b[<0;4;4M", "\x1b[<0;4;4m")  # the marker of Networking
        terminal.wait_for("[ ] Networking")
        for _ in range(2):  # a double click on Device drivers
            terminal.send("\x1b[<0;20;5M", "\x1b[<0;20;5m").settle(0.1)
        terminal.wait_for("USB support")

    def test_where_there_is_no_terminal(self):
        done = self.kconf("menuconfig", "Kconfig")
        self.assertEqual(done.returncode, 2)
        self.assertIn("needs a terminal", done.stderr)
        self.assertIn("oldconfig", done.stderr)
        for name, words in (("dumb", "can't move its cursor"), ("no-such-terminal", "terminfo"),
                            ("", "TERM is not set")):
            with self.subTest(terminal=name):
                terminal = self.start(shows="oldconfig", TERM=name)
                self.assertEqual(terminal.exit_status(), 2)
                self.assertIn(words, " ".join(terminal.text().split()))

    def test_trees_with_errors_and_without(self):
        self.write("Kconfig", "config A\n\tbool \"A\"\n\tnonsense\n")
        terminal = self.start(shows="the tree has errors")
        self.assertIn("Kconfig:3", terminal.text())
        terminal.send("Enter")
        self.assertEqual(terminal.exit_status(), 2)
        terminal = self.start(shows="[y/N]")
        terminal.send("y", "Enter")
        terminal.wait_for("[ ] A (NEW)").send("q")
        terminal.wait_for("< Discard >").send("d")
        self.assertEqual(terminal.exit_status(), 0)
        os.unlink(self.path("Kconfig"))
        terminal = self.start(shows="kconf:")
        self.assertEqual(terminal.exit_status(), 2)

    def test_slow_shells_are_waited_for_in_sight(self):
        self.write("Kconfig", 'config A\n\tbool "A$(shell,sleep 1)"\n')
        terminal = self.start(shows="Reading Kconfig ...")
        terminal.wait_for("Main menu")
        terminal.send("q")
        terminal.wait_for("< Discard >").send("d")
        self.assertEqual(terminal.exit_status(), 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--kconf", required=True)
    OPTIONS, rest = parser.parse_known_args()
    OPTIONS.kconf = os.path.abspath(OPTIONS.kconf)
    unittest.main(argv=[sys.argv[0], *rest])
