#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""kconf as a user and as make meet it: command line, environment, files, exit status, messages."""

import argparse
import os
import stat
import subprocess
import sys
import unittest

from folder_case import FolderCase

OPTIONS = None

TREE = """mainmenu "Test"
config A
	bool "A"
	default y
config B
	bool "B"
	depends on A
config N
	int "N"
	default 5
	range 1 9
config T
	bool
config S
	string "S"
	default "x"
"""


class KconfTest(FolderCase):
    TREE = TREE

    def kconf(self, *arguments, answers="", **keywords):
        return self.run_program(OPTIONS.kconf, *arguments, answers=answers,
                                **{"KCONF_MESSAGES": "full", **keywords})

    def values(self):
        return [line for line in self.read(".config").splitlines()
                if line.startswith("CONFIG_") or line.endswith(" is not set")]

    # The command line

    def test_help(self):
        for flag in ("-h", "--help"):
            text = self.kconf(flag).stdout
            for mode in ("oldaskconfig", "syncconfig", "savedefconfig=FILE", "KCONFIG_CONFIG"):
                self.assertIn(mode, text)

    def test_wrong_command_lines_say_what_is_wrong(self):
        for arguments, message in (
                ([], "Kconfig file missing"),
                (["--olddefconfg", "Kconfig"], "unrecognized option '--olddefconfg'"),
                (["--helpnewconfig", "Kconfig"], "unrecognized option '--helpnewconfig'"),
                (["--savedefconfig"], "option '--savedefconfig' requires an argument"),
                (["--olddefconfig=x", "Kconfig"],
                 "option '--olddefconfig' doesn't allow an argument"),
                (["--dialect=linux-2.4", "Kconfig"], "there is no dialect 'linux-2.4'"),
                (["--messages=loud", "Kconfig"], "messages come in the styles conf, full and auto"),
                (["--shells=perhaps", "Kconfig"], "--shells")):
            self.assertIn(message, self.kconf(*arguments, status=1).stderr)

    def test_the_dialect_is_guessed_or_told(self):
        def dialect(*arguments, **variables):
            return self.kconf("--version", *arguments, **variables).stdout
        self.assertIn("dialect unikraft (nothing says otherwise)", dialect("Kconfig"))
        self.assertIn("dialect linux-6.12 (it was asked for)",
                      dialect("--dialect=linux-6.12", "Kconfig"))
        self.assertIn("dialect linux-6.1 (it was asked for)",
                      dialect("Kconfig", KCONF_DIALECT="linux-6.1"))
        self.write("Plain", "config A\n\tbool\n")
        self.assertIn("dialect unikraft (nothing says otherwise)", dialect("Plain"))
        self.assertIn("dialect linux-6.12 (KERNELVERSION is 6.12.3)",
                      dialect("Plain", KERNELVERSION="6.12.3"))
        os.makedirs(self.path("linux/scripts/kconfig"))
        self.write("linux/Makefile", "# first\nVERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 0\n")
        self.write("linux/Plain", "config A\n\tbool\n")
        self.assertIn("Makefile says version 6.1)", dialect("linux/Plain"))
        os.rename(self.path("Plain"), self.path("Config.uk"))
        self.assertIn("the root file is a Config.uk", dialect("Config.uk", srctree="linux"))

    def test_each_dialect_has_its_files(self):
        self.write("Kconfig", "config A\n\tbool \"A\"\n\tdefault y\n"
                              "config S\n\tstring \"S\"\n\tdefault \"a\"\n")
        self.kconf("--dialect=unikraft", "--syncconfig", "Kconfig", answers="\n\n")
        self.assertIn('CONFIG_S="a"\n', self.read("include/config/auto.conf"))
        self.assertTrue(os.path.exists(self.path("include/config/tristate.conf")))
        self.assertTrue(os.path.exists(self.path("include/config/a.h")))
        self.kconf("--dialect=linux-6.1", "--syncconfig", "Kconfig")
        self.assertIn("CONFIG_S=a\n", self.read("include/config/auto.conf"))
        self.assertIn('--cfg=CONFIG_A\n--cfg=CONFIG_A="y"\n',
                      self.read("include/generated/rustc_cfg"))
        self.assertTrue(self.read("include/config/auto.conf.cmd").startswith("deps_config"))
        self.assertTrue(os.path.exists(self.path("include/config/S")))
        self.kconf("--dialect=linux-6.12", "--syncconfig", "Kconfig")
        self.assertTrue(self.read("include/config/auto.conf.cmd").startswith("autoconfig := "))

    def test_messages_are_confs_for_programs(self):
        self.write(".config", "CONFIG_N=many\nnonsense\n")
        done = self.kconf("--olddefconfig", "Kconfig", KCONF_MESSAGES="auto")
        self.assertEqual(done.stderr, ".config:1:warning: symbol value 'many' invalid for N\n"
                                      ".config:2:warning: unexpected data: nonsense\n")

    def test_warnings_can_be_errors(self):
        self.write("Kconfig", "config N\n\tint \"N\"\n\tdefault 1\n")
        self.write(".config", "CONFIG_N=many\n")
        variables = {"KCONFIG_WERROR": "1"}
        self.kconf("--dialect=linux-6.1", "--olddefconfig", "Kconfig", status=1, **variables)
        self.assertEqual(self.read(".config"), "CONFIG_N=many\n")
        self.kconf("--dialect=unikraft", "--olddefconfig", "Kconfig", **variables)

    def test_modules_are_turned_into_y_and_n(self):
        self.write("Kconfig", "config MODULES\n\tbool \"M\"\n\tmodules\n"
                              "config A\n\ttristate \"A\"\n")
        self.write(".config", "CONFIG_MODULES=y\nCONFIG_A=m\n")
        self.kconf("--dialect=linux-6.1", "--mod2yesconfig", "Kconfig")
        self.assertIn("CONFIG_A=y", self.values())
        self.kconf("--dialect=linux-6.1", "--yes2modconfig", "Kconfig")
        self.assertIn("CONFIG_A=m", self.values())
        self.kconf("--dialect=linux-6.1", "--mod2noconfig", "Kconfig")
        self.assertIn("# CONFIG_A is not set", self.values())

    def test_starting_from_a_list_of_defaults(self):
        self.write("Kconfig", "config N\n\tint \"N\"\n\tdefault 1\n")
        self.write("second", "CONFIG_N=7\n")
        done = self.kconf("--dialect=linux-6.1", "--olddefconfig", "Kconfig",
                          KCONFIG_DEFCONFIG_LIST=" first  second ")
        self.assertIn("# using defaults found in second\n", done.stdout)
        self.assertEqual(self.values(), ["CONFIG_N=7"])

    def test_options_may_come_in_any_order(self):
        self.kconf("Kconfig", "-s", "--savedefconfig", "small")
        self.assertEqual(self.read("small"), "")

    # Modes

    def test_olddefconfig(self):
        done = self.kconf("--olddefconfig", "Kconfig")
        self.assertEqual(done.stdout, "#\n# configuration written to .config\n#\n")
        self.assertEqual(self.values(), ["CONFIG_A=y", "# CONFIG_B is not set", "CONFIG_N=5",
                                         'CONFIG_S="x"'])
        done = self.kconf("--olddefconfig", "Kconfig")
        self.assertEqual(done.stdout, "#\n# No change to .config\n#\n")
        self.assertEqual(self.kconf("-s", "--olddefconfig", "Kconfig").stdout, "")

    def test_all_modes_of_one_answer(self):
        for mode, expected in (("allnoconfig", "# CONFIG_A is not set"),
                               ("allyesconfig", "CONFIG_B=y"), ("alldefconfig", "CONFIG_A=y")):
            self.kconf("--" + mode, "Kconfig")
            self.assertIn(expected, self.values())

    def test_all_modes_keep_what_allconfig_says(self):
        self.write("keep", "CONFIG_N=7\n# CONFIG_A is not set\n")
        self.kconf("--allyesconfig", "Kconfig", KCONFIG_ALLCONFIG="keep")
        self.assertEqual(self.values(), ["# CONFIG_A is not set", "CONFIG_N=7", 'CONFIG_S="x"'])
        self.write("allno.config", "CONFIG_N=8\n")
        self.kconf("--allnoconfig", "Kconfig", KCONFIG_ALLCONFIG="1")
        self.assertIn("CONFIG_N=8", self.values())
        done = self.kconf("--allyesconfig", "Kconfig", KCONFIG_ALLCONFIG="none", status=1)
        self.assertIn("can't read none, which KCONFIG_ALLCONFIG names", done.stderr)

    def test_defconfig(self):
        self.write("my_defconfig", "CONFIG_B=y\nCONFIG_N=2\n")
        self.kconf("--defconfig=my_defconfig", "Kconfig")
        self.assertEqual(self.values(), ["CONFIG_A=y", "CONFIG_B=y", "CONFIG_N=2", 'CONFIG_S="x"'])
        done = self.kconf("--defconfig=none", "Kconfig", status=1)
        self.assertIn("can't read the default configuration 'none'", done.stderr)

    def test_savedefconfig(self):
        self.write(".config", "CONFIG_A=y\nCONFIG_B=y\nCONFIG_N=5\nCONFIG_S=\"other\"\n")
        self.kconf("--savedefconfig=small", "Kconfig")
        self.assertEqual(self.read("small"), "CONFIG_B=y\nCONFIG_S=\"other\"\n")

    def test_listnewconfig(self):
        self.write(".config", "CONFIG_A=y\nCONFIG_N=5\n")
        self.assertEqual(self.kconf("--listnewconfig", "Kconfig").stdout,
                         'CONFIG_B=n\nCONFIG_S="x"\n')

    def test_randconfig_is_told_by_its_seed(self):
        first = self.kconf("--randconfig", "Kconfig", KCONFIG_SEED="42")
        self.assertIn("KCONFIG_SEED=0x2A", first.stderr)
        values = self.values()
        self.kconf("--randconfig", "Kconfig", KCONFIG_SEED="0x2a")
        self.assertEqual(self.values(), values)
        self.kconf("--randconfig", "Kconfig", KCONFIG_PROBABILITY="100", KCONFIG_SEED="1")
        self.assertIn("CONFIG_B=y", self.values())
        done = self.kconf("--randconfig", "Kconfig", KCONFIG_PROBABILITY="60:60", status=1)
        self.assertIn("KCONFIG_PROBABILITY must be", done.stderr)

    def test_oldconfig_asks_only_what_is_new(self):
        self.write(".config", "CONFIG_A=y\n# CONFIG_B is not set\nCONFIG_N=5\n")
        done = self.kconf("--oldconfig", "Kconfig", answers="hello\n")
        self.assertIn("S (S) [x] (NEW) hello\n", done.stdout)
        self.assertIn('CONFIG_S="hello"', self.values())

    def test_oldaskconfig_asks_everything_and_asks_again(self):
        done = self.kconf("Kconfig", answers="y\ny\n99\n3\nend\n")
        self.assertEqual(done.stdout.count("N (N) [5]"), 2, done.stdout)
        self.assertEqual(self.values(), ["CONFIG_A=y", "CONFIG_B=y", "CONFIG_N=3",
                                         'CONFIG_S="end"'])

    def test_questions_take_defaults_when_the_input_ends(self):
        self.kconf("--oldconfig", "Kconfig", answers="n\n")
        self.assertEqual(self.values(), ["# CONFIG_A is not set", "CONFIG_N=5", 'CONFIG_S="x"'])
        self.write("Kconfig", "config N\n\tint \"N\"\n")
        os.remove(self.path(".config"))
        done = self.kconf("--oldconfig", "Kconfig", status=1)
        self.assertIn("the input ended before 'N' had an answer that can be accepted", done.stderr)

    def test_oldconfig_knows_choices(self):
        self.write("Kconfig", "choice\n\tprompt \"Which\"\nconfig X\n\tbool \"x\"\nconfig Y\n"
                              "\tbool \"y\"\nendchoice\n")
        done = self.kconf("--oldconfig", "Kconfig", answers="7\n2\n")
        self.assertIn("> 1. x (X) (NEW)\n  2. y (Y) (NEW)\nchoice[1-2?]: ", done.stdout)
        self.assertEqual(self.values(), ["# CONFIG_X is not set", "CONFIG_Y=y"])

    # Files for a build

    def test_syncconfig_writes_what_a_build_reads(self):
        self.kconf("-s", "--olddefconfig", "Kconfig")
        self.kconf("--syncconfig", "Kconfig", KCONFIG_AUTOHEADER="gen/config.h")
        self.assertIn("#define CONFIG_N 5\n", self.read("gen/config.h"))
        self.assertIn('CONFIG_S="x"\n', self.read("include/config/auto.conf"))
        self.assertIn("deps_config := \\\n\tKconfig\n\ninclude/config/auto.conf: \\\n",
                      self.read("include/config/auto.conf.cmd"))
        self.assertTrue(os.path.exists(self.path("include/config/tristate.conf")))
        stamp = self.path("include/config/n.h")
        os.utime(stamp, (1, 1))
        os.utime(self.path("include/config/s.h"), (1, 1))
        self.write(".config", self.read(".config").replace("CONFIG_N=5", "CONFIG_N=6"))
        self.kconf("--syncconfig", "Kconfig", KCONFIG_AUTOHEADER="gen/config.h")
        self.assertGreater(os.stat(stamp).st_mtime, 1)
        self.assertEqual(os.stat(self.path("include/config/s.h")).st_mtime, 1)

    def test_syncconfig_may_be_forbidden_to_change_the_configuration(self):
        self.write(".config", "CONFIG_A=y\n")
        done = self.kconf("--syncconfig", "Kconfig", status=1, KCONFIG_NOSILENTUPDATE="1")
        self.assertIn("KCONFIG_NOSILENTUPDATE forbids", done.stderr)
        self.assertEqual(self.read(".config"), "CONFIG_A=y\n")

    def test_the_old_configuration_is_kept(self):
        self.write(".config", "CONFIG_N=3\n")
        self.kconf("--olddefconfig", "Kconfig")
        self.assertEqual(self.read(".config.old"), "CONFIG_N=3\n")

    def test_overwriting_in_place_keeps_the_file(self):
        self.write(".config", "CONFIG_N=3\n")
        inode = os.stat(self.path(".config")).st_ino
        self.kconf("--olddefconfig", "Kconfig", KCONFIG_OVERWRITECONFIG="1")
        self.assertEqual(os.stat(self.path(".config")).st_ino, inode)
        self.assertFalse(os.path.exists(self.path(".config.old")))
        self.assertIn("CONFIG_N=3", self.values())

    def test_the_flags_for_rustc_go_where_they_are_wanted(self):
        self.kconf("--dialect=linux-6.1", "--syncconfig", "Kconfig", KCONFIG_RUSTCCFG="rust/flags")
        self.assertIn("--cfg=CONFIG_A\n", self.read("rust/flags"))
        self.assertFalse(os.path.exists(self.path("include/generated/rustc_cfg")))

    def test_the_parser_tells_what_it_read(self):
        self.write("more", "\tmenuconfig M\n\tbool \"M\"\n")
        self.write("Kconfig", TREE + "menu \"In\"\nsource \"more\"\ncomment \"Odd\"\nendmenu\n"
                                     "choice\n\tprompt \"One\"\nconfig X\n\tbool \"X\"\nendchoice\n")
        done = self.kconf("--olddefconfig", "Kconfig", ZCONF_DEBUG="")
        self.assertEqual(done.stderr.splitlines(), [
            'Kconfig:1:1: mainmenu "Test"', "Kconfig:2:1: config A", "Kconfig:5:1: config B",
            "Kconfig:8:1: config N", "Kconfig:12:1: config T", "Kconfig:14:1: config S",
            'Kconfig:17:1: menu "In"', "more:1:2: menuconfig M", 'Kconfig:19:1: comment "Odd"',
            "Kconfig:21:1: choice", "Kconfig:23:1: config X"])
        self.assertEqual(self.kconf("--olddefconfig", "Kconfig").stderr, "")

    # Bad input

    def test_a_syntax_error_names_place_and_way_out(self):
        self.write("Kconfig", "config A\n\tbool \"A\"\n\tdepends B\n")
        self.write(".config", "CONFIG_A=y\n")
        done = self.kconf("--olddefconfig", "Kconfig", status=1)
        self.assertIn("Kconfig:3:10: error: expected 'on', but there is 'B'\n"
                      "  \tdepends B\n  \t        ^\n  hint: write 'depends on …'\n", done.stderr)
        self.assertEqual(self.read(".config"), "CONFIG_A=y\n")

    def test_unknown_symbols_and_bad_values_in_a_configuration(self):
        self.write(".config", "CONFIG_NOWN=y\nCONFIG_N=many\nCONFIG_A=y\n")
        done = self.kconf("--olddefconfig", "Kconfig")
        self.assertNotIn("NOWN", done.stderr)
        self.assertIn(".config:2:10: warning: 'many' is no value for the int 'N'", done.stderr)
        self.write(".config", "CONFIG_AA=y\n")
        done = self.kconf("--olddefconfig", "Kconfig", KCONFIG_WARN_UNKNOWN_SYMBOLS="1")
        self.assertIn(".config:1:1: warning: unknown symbol 'AA'\n", done.stderr)
        self.assertIn("hint: did you mean", done.stderr)

    def test_unmet_dependencies_are_told_as_conf_tells_them(self):
        self.write("Kconfig", "config X\n\tbool \"X\"\nconfig T\n\tbool \"T\"\n\tdepends on X\n"
                              "config A\n\tbool \"A\"\n\tdefault y\n\tselect T\n")
        done = self.kconf("-s", "--olddefconfig", "Kconfig")
        # Once for .config and once for auto.conf, as conf does.
        self.assertEqual(done.stderr,
                         "\nWARNING: unmet direct dependencies detected for T\n"
                         "  Depends on [n]: X [=n]\n  Selected by [y]:\n  - A [=y]\n" * 2)

    def test_a_read_only_folder(self):
        os.makedirs(self.path("locked"))
        target = self.path("locked/.config")
        if os.geteuid() == 0:
            target = "/proc/kconf-test/.config"
        else:
            os.chmod(self.path("locked"), stat.S_IRUSR | stat.S_IXUSR)
        done = self.kconf("--olddefconfig", "Kconfig", status=1, KCONFIG_CONFIG=target)
        os.chmod(self.path("locked"), stat.S_IRWXU)
        self.assertIn(target, done.stderr)
        self.assertIn("(", done.stderr, "and what to do about it")

    def test_a_full_disk(self):
        self.write(".config", "CONFIG_N=3\n")
        environment = {"PATH": os.environ["PATH"]}
        done = subprocess.run(
            ["sh", "-c", "ulimit -f 0; trap '' XFSZ; exec \"$0\" --olddefconfig Kconfig 2>&1 | cat",
             OPTIONS.kconf], cwd=self.folder, env=environment, capture_output=True, text=True,
            check=False)
        self.assertIn("can't write .config", done.stdout)
        self.assertIn("the old file is untouched", done.stdout)
        self.assertEqual(self.read(".config"), "CONFIG_N=3\n")
        self.assertEqual(sorted(os.listdir(self.folder)), [".config", "Kconfig"])

    def test_shells_can_be_refused(self):
        self.write("Kconfig", "config A\n\tstring\n\tdefault \"$(shell,touch made; echo x)\"\n")
        done = self.kconf("--shells=refuse", "--olddefconfig", "Kconfig")
        self.assertIn("a shell command was not run", done.stderr)
        self.assertFalse(os.path.exists(self.path("made")))
        self.kconf("--olddefconfig", "Kconfig")
        self.assertTrue(os.path.exists(self.path("made")))
        self.assertEqual(self.values(), ['CONFIG_A="x"'])

    # The house's promises

    def test_the_example_program(self):
        done = subprocess.run([OPTIONS.example, "Kconfig", "B", "T", "out.config"], cwd=self.folder,
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout,
                         "T has no prompt: its value follows from other options (Kconfig:12:1)\n")
        self.assertIn("CONFIG_B=y\n", self.read("out.config"))

    def test_a_plain_compiler_builds_kconf(self):
        sources = OPTIONS.sources
        command = (f"c++ -std=c++20 -O0 -fsyntax-only -I{sources}/include -I{sources}/src "
                   f"{sources}/src/model.cpp {sources}/tool/main.cpp")
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        self.assertEqual(done.stderr, "")
        for folder in ("include/kconfig", "src", "tool"):
            for name in os.listdir(os.path.join(sources, folder)):
                with open(os.path.join(sources, folder, name), encoding="utf-8") as file:
                    for line in file:
                        if line.startswith("#include <"):
                            self.assertNotRegex(line, r"tl/|Q[A-Z]|cadical", name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--example", required=True)
    parser.add_argument("--sources", required=True)
    OPTIONS, rest = parser.parse_known_args()
    OPTIONS.kconf = os.path.abspath(OPTIONS.kconf)
    OPTIONS.example = os.path.abspath(OPTIONS.example)
    unittest.main(argv=[sys.argv[0], *rest])
