#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""kconf's sub-commands as a user meets them: output, files, exit status, messages."""

import argparse
import json
import os
import stat
import sys
import unittest

from folder_case import FolderCase

OPTIONS = None

TREE = """mainmenu "Test"
menu "Networking"
config NET
	bool "Network support"
	help
	  Packets and sockets.
config NET_SIZE
	int "Buffers"
	depends on NET
	range 1 9
	default 5
config NET_NAME
	string "Name"
	depends on NET
	default "eth"
endmenu
config BUS
	bool "Bus"
	select CORE
config CORE
	bool "Core"
config BASE
	hex "Base"
	default 0x10
choice
	prompt "Speed"
	default SLOW
config SLOW
	bool "Slow"
config FAST
	bool "Fast"
endchoice
"""


class CommandsTest(FolderCase):
    TREE = TREE

    def kconf(self, *arguments, **keywords):
        return self.run_program(OPTIONS.kconf, *arguments, **keywords)

    def test_help(self):
        out = self.kconf("help").stdout
        for name in ("check", "diff", "dump", "explain", "fix", "impact", "lint", "search", "set",
                     "why"):
            self.assertIn(name, out)
        self.assertIn("--dry-run", self.kconf("help", "set").stdout)
        self.assertIn("--dry-run", self.kconf("set", "--help").stdout)
        self.assertIn("no command 'nothing'", self.kconf("help", "nothing", status=2).stderr)

    def test_usage_errors(self):
        for arguments in (("explain",), ("search",), ("set",), ("set", "NET"), ("diff", "a"),
                          ("lint", "--format=yaml"), ("lint", "--rule=none"), ("dump", "none"),
                          ("search", "--limit=x", "a"), ("explain", "--nonsense", "NET"),
                          ("explain", "--tree", "NET"), ("why",), ("fix",), ("fix", "NET"),
                          ("fix", "--apply=0", "NET=y"), ("fix", "--apply", "--json", "NET=y"),
                          ("fix", "--timeout=soon", "NET=y"), ("fix", "--alternatives=x", "NET=y"),
                          ("fix", "NET =y"), ("impact",), ("impact", "NET", "CORE"),
                          ("impact", "NET_SIZE"), ("check", "--timeout=-1")):
            done = self.kconf(*arguments, status=2)
            self.assertTrue(done.stderr.startswith("kconf: "), done.stderr)

    def test_no_tree(self):
        os.remove(self.path("Kconfig"))
        self.assertIn("--tree=FILE", self.kconf("explain", "NET", status=2).stderr)
        self.assertIn("Kconfig", self.kconf("lint", "--tree=none/Kconfig", status=2).stdout)

    def test_tree_with_errors(self):
        self.write("Kconfig", TREE + "config BROKEN\n\tbolo \"x\"\n")
        done = self.kconf("explain", "NET", status=2)
        self.assertIn("bolo", done.stderr)
        self.assertIn("NET is n", done.stdout)  # what could be read is told all the same
        self.kconf("set", "NET=y", status=2)
        self.assertFalse(os.path.exists(self.path(".config")))
        self.assertFalse(json.loads(self.kconf("dump", status=2).stdout)["complete"])

    def test_search(self):
        out = self.kconf("search", "sockets").stdout
        self.assertIn("NET=n  Network support", out)
        self.assertIn("Kconfig:3:1  in Networking", out)
        self.assertIn("Packets and sockets.", out)
        self.assertIn("did you mean NET_SIZE?", self.kconf("search", "NET_SZIE", status=1).stderr)
        found = json.loads(self.kconf("search", "--json", "--limit=1", "net").stdout)
        self.assertEqual(found["hits"][0]["name"], "NET")
        self.assertEqual(found["hits"][0]["rank"], "exact-name")
        self.assertEqual(len(found["hits"]), 1)
        self.assertGreater(found["total"], 1)

    def test_explain(self):
        out = self.kconf("explain", "NET_SIZE", "Kconfig").stdout
        self.assertIn("Why it can't be changed", out)
        self.assertIn("NET is n", out)
        self.assertIn("Kconfig:9:13", out)
        self.assertIn("did you mean CORE?", self.kconf("explain", "COER", status=1).stderr)
        story = json.loads(self.kconf("explain", "--json", "CONFIG_CORE").stdout)[0]
        self.assertEqual(story["selectedBy"][0]["name"], "BUS")
        self.assertTrue(story["changeable"])

    def test_set(self):
        done = self.kconf("set", "NET=y", "NET_SIZE=7", "CONFIG_NET_NAME=a \"b\"", "BASE=0x20",
                          "FAST=y")
        config = self.read(".config")
        for line in ("CONFIG_NET=y", "CONFIG_NET_SIZE=7", 'CONFIG_NET_NAME="a \\"b\\""',
                     "CONFIG_BASE=0x20", "CONFIG_FAST=y", "# CONFIG_SLOW is not set"):
            self.assertIn(line + "\n", config)
        self.assertIn("SLOW: y → n", done.stdout)
        self.kconf("set", "NET_SIZE=")
        self.assertIn("CONFIG_NET_SIZE=5\n", self.read(".config"))

    def test_set_side_effects_and_dry_run(self):
        done = self.kconf("set", "--dry-run", "BUS=y")
        self.assertIn("CORE: n → y (selected by BUS)", done.stdout)
        self.assertFalse(os.path.exists(self.path(".config")))
        told = json.loads(self.kconf("set", "--json", "BUS=y").stdout)
        self.assertTrue(told["accepted"])
        self.assertEqual(told["sideEffects"], [{"name": "CORE", "before": "n", "after": "y",
                                                "origin": "select"}])

    def test_set_writes_all_or_nothing(self):
        self.kconf("set", "BUS=y")
        before = self.read(".config")
        done = self.kconf("set", "NET=y", "NET_SIZE=99", "CORE=n", "BSE=1", status=1)
        self.assertIn("NET_SIZE must be between 1 and 9", done.stderr)
        self.assertIn("select from BUS", done.stderr)
        self.assertIn("did you mean BASE?", done.stderr)
        self.assertIn("nothing was written", done.stderr)
        self.assertEqual(self.read(".config"), before)
        # An edit that a later one undoes is refused as well.
        self.assertIn("NET_SIZE", self.kconf("set", "NET=y", "NET_SIZE=7", "NET=n", status=1).stderr)

    def test_set_hidden_option_says_what_is_in_the_way(self):
        done = self.kconf("set", "NET_SIZE=7", status=1)
        self.assertIn("NET is n", done.stderr)
        self.assertIn("Kconfig:7:1", done.stderr)

    def test_why(self):
        out = self.kconf("why", "NET_SIZE").stdout
        self.assertIn("its prompt is hidden because NET is n (nothing turns it on)", out)
        self.assertIn("Kconfig:9:13", out)
        out = self.kconf("why", "CORE=n", "NET_SIZE", "Kconfig").stdout
        self.assertIn("CORE is n (nothing turns it on) already.", out)
        self.assertIn("did you mean CORE?", self.kconf("why", "COER", status=1).stderr)
        self.kconf("set", "BUS=y")
        story = json.loads(self.kconf("why", "--json", "CORE=n").stdout)[0]
        self.assertEqual(story["sentence"], "CORE can't be n now: it is held at y by select from "
                         "BUS at Kconfig:19 (BUS is y: you set it)")
        self.assertEqual(story["obstacles"][0]["symbol"], "BUS")
        self.assertEqual(story["way"]["edits"][0]["symbol"], "BUS")

    def test_fix(self):
        told = json.loads(self.kconf("fix", "--json", "NET_SIZE=7").stdout)
        self.assertIsNone(told["impossible"])
        edits = [(edit["symbol"], edit["value"]) for edit in told["alternatives"][0]["edits"]]
        self.assertEqual(edits, [("NET", "y"), ("NET_SIZE", "7")])
        self.assertIn({"symbol": "NET_NAME", "before": "", "after": "eth"},
                      told["alternatives"][0]["effects"])
        self.assertEqual(told["alternatives"][0]["edits"][0]["position"]["line"], 3)
        self.assertFalse(told["partial"])
        self.assertFalse(os.path.exists(self.path(".config")))  # asking changes nothing
        self.assertIn("there is nothing to do", self.kconf("fix", "NET=n").stdout)

    def test_fix_applies(self):
        self.write(".config", "# CONFIG_NET is not set\n")
        done = self.kconf("fix", "NET_SIZE=7", "FAST=y", "--apply", "1", "Kconfig")
        self.assertIn("Written to .config", done.stdout)
        config = self.read(".config")
        for line in ("CONFIG_NET=y", "CONFIG_NET_SIZE=7", "CONFIG_FAST=y"):
            self.assertIn(line + "\n", config)
        self.assertEqual(self.read(".config.old"), "# CONFIG_NET is not set\n")
        self.assertIn("nothing to do", self.kconf("fix", "NET_SIZE=7", "--apply=1").stdout)
        before = self.read(".config")
        done = self.kconf("fix", "BASE=0x20", "--apply=9", status=1)
        self.assertIn("nothing was written", done.stderr)
        self.assertEqual(self.read(".config"), before)
        told = json.loads(self.kconf("fix", "--json", "BASE=0x20", "--apply=1",
                                     KCONFIG_CONFIG="other").stdout)
        self.assertEqual(told["written"], "other")
        self.assertIn("CONFIG_BASE=0x20\n", self.read("other"))

    def test_fix_that_is_impossible(self):
        self.assertIn("impossible", self.kconf("fix", "FAST=y", "SLOW=y", status=1).stdout)
        told = json.loads(self.kconf("fix", "--json", "FAST=y", "SLOW=y", status=1).stdout)
        self.assertEqual(told["alternatives"], [])
        self.assertIn("FAST=y with SLOW=y is impossible", told["impossible"]["sentence"])
        out = self.kconf("fix", "NET_SIZE=7", "--keep=NET", status=1).stdout
        self.assertIn("NET_SIZE=7 while keeping NET is impossible", out)

    def test_wishes_that_are_none(self):
        for wish, words in (("NTE=y", "did you mean NET?"), ("NET=m", "only tristates can be m"),
                            ("NET=5", "write NET=y or NET=n"), ("NET_SIZE=99", "has to be within"),
                            ("NET_SIZE=x", "decimal digits"), ("BASE=0xzz", "hexadecimal digits")):
            self.assertIn(words, self.kconf("fix", wish, status=1).stderr)
            told = json.loads(self.kconf("fix", "--json", wish, status=1).stdout)
            self.assertIn(words, told["error"]["message"])
        self.assertIn("can't be both", self.kconf("fix", "NET=y", "NET=n", status=1).stderr)
        self.assertIn("to be kept", self.kconf("fix", "NET=y", "--keep=BUS,NET", status=1).stderr)
        self.assertIn("did you mean", self.kconf("fix", "NET=y", "--keep=BSU", status=1).stderr)

    def test_impact(self):
        self.kconf("set", "NET=y", "BUS=y")
        out = self.kconf("impact", "NET").stdout
        for words in ("NET=n:", "NET_SIZE: 5 → empty", "could not be changed any more",
                      "NET_NAME  Name  (Kconfig:12)"):
            self.assertIn(words, out)
        told = json.loads(self.kconf("impact", "--json", "CORE").stdout)
        self.assertFalse(told["byHand"])
        self.assertEqual([edit["symbol"] for edit in told["edits"]], ["BUS", "CORE"])
        told = json.loads(self.kconf("impact", "--json", "BUS").stdout)
        self.assertTrue(told["byHand"])
        self.assertEqual(told["effects"][0], {"symbol": "BUS", "before": "y", "after": "n"})
        self.assertEqual(told["withinReach"][0]["symbol"], "CORE")
        self.kconf("impact", "NTE", status=1)

    def test_check(self):
        self.assertIn("Every option", self.kconf("check").stdout)
        self.write("Kconfig", TREE + "config NEVER\n\tbool \"Never\"\n\tdepends on FAST && SLOW\n"
                   "config ALWAYS\n\tdef_bool y\n")
        told = json.loads(self.kconf("check", "--json", "--why", status=1).stdout)
        self.assertEqual([each["symbol"] for each in told["dead"]], ["NEVER"])
        self.assertEqual([each["symbol"] for each in told["alwaysOn"]], ["ALWAYS"])
        self.assertIn("NEVER", told["dead"][0]["impossible"]["sentence"])
        self.assertTrue(told["complete"])
        out = self.kconf("check", "NEVER", status=1).stdout
        self.assertIn("Off in every configuration (1):\n  NEVER  Never  (Kconfig:", out)
        self.assertIn("NEVER=y is impossible", out)
        self.assertIn("can be turned on", self.kconf("check", "NET").stdout)

    def test_read_only_folder(self):
        self.write(".config", "CONFIG_BUS=y\n")
        os.chmod(self.folder, stat.S_IRUSR | stat.S_IXUSR)
        try:
            if os.geteuid() == 0:  # nothing is read-only for root; a folder in the way is
                os.chmod(self.folder, stat.S_IRWXU)
                os.remove(self.path(".config"))
                os.mkdir(self.path(".config"))
                self.write(".config/in-the-way", "")
            done = self.kconf("set", "NET=y", status=2)
            self.assertIn(".config", done.stderr)
        finally:
            os.chmod(self.folder, stat.S_IRWXU)

    def test_diff(self):
        self.write("a", "CONFIG_NET=y\nCONFIG_NET_SIZE=3\nCONFIG_SLOW=y\n")
        self.write("b", "CONFIG_BUS=y\nCONFIG_BASE=0x30\nCONFIG_FAST=y\n")
        out = self.kconf("diff", "a", "b", status=1).stdout
        for text in ("Networking\n  NET: y → n    Network support", "BUS: n → y", "BASE: 0x10 → 0x30",
                     "Following from these", "kconf set "):
            self.assertIn(text, out)
        told = json.loads(self.kconf("diff", "--json", "a", "b", "Kconfig", status=1).stdout)
        edits = [edit["name"] + "=" + edit["value"] for edit in told["edits"]]
        self.assertEqual(told["unreachable"], [])
        self.assertNotIn("CORE=y", edits)  # follows from BUS
        # The edits do what they promise.
        self.kconf("set", "--config=a", *edits)
        self.kconf("diff", "a", "b")
        self.kconf("diff", "b", "b")
        self.assertIn("none", self.kconf("diff", "none", "b", status=2).stderr)

    def test_diff_of_texts(self):
        os.remove(self.path("Kconfig"))
        self.write("a", "CONFIG_A=y\n# CONFIG_B is not set\nCONFIG_C=1\n")
        self.write("b", "CONFIG_A=y\nCONFIG_B=y\nCONFIG_D=2\n")
        out = self.kconf("diff", "a", "b", status=1).stdout
        self.assertEqual(out, "CONFIG_B: n → y\nCONFIG_C: 1 → (absent)\nCONFIG_D: (absent) → 2\n")

    def test_dump(self):
        model = json.loads(self.kconf("dump", "--json").stdout)
        self.assertIsNone(model["configuration"])
        symbols = {symbol["name"]: symbol for symbol in model["symbols"]}
        self.assertEqual(symbols["NET_SIZE"]["directDependency"]["text"], "NET")
        nodes = [node for node in model["nodes"] if node["symbol"] == symbols["NET"]["id"]]
        self.assertEqual(nodes[0]["at"], [0, 3, 1])
        self.assertEqual(nodes[0]["help"], "Packets and sockets.\n")
        self.kconf("set", "NET=y")
        model = json.loads(self.kconf("dump").stdout)
        symbols = {symbol["name"]: symbol for symbol in model["symbols"]}
        self.assertEqual(symbols["NET"]["current"]["userValue"], "y")
        self.assertEqual(symbols["NET_SIZE"]["current"]["value"], "5")

    def test_a_tree_that_is_named_may_be_in_srctree(self):
        os.makedirs(self.path("source"))
        self.write("source/Other", "config ELSEWHERE\n\tbool \"Elsewhere\"\n")
        model = json.loads(self.kconf("dump", "--json", "Other", srctree="source").stdout)
        self.assertIn("ELSEWHERE", {symbol["name"] for symbol in model["symbols"]})
        self.kconf("dump", "Other", status=2)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    OPTIONS, rest = parser.parse_known_args()
    OPTIONS.kconf = os.path.abspath(OPTIONS.kconf)
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
