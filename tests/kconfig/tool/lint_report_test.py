#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""kconf lint's reports: text, JSON, and SARIF 2.1.0 against what the specification demands."""

import argparse
import json
import os
import sys
import unittest

from folder_case import FolderCase

OPTIONS = None

TREE = """config A
	bool "Ä" if GONE
config B
	bool "B"
	select C
config C
	bool "C"
	depends on D
config D
	bool "D"
choice
	prompt "E"
config F
	bool "F"
config G
	bool "G"
endchoice
"""


def check_message(test, message):
    test.assertIsInstance(message["text"], str)
    test.assertTrue(message["text"])


def check_location(test, location, bases):
    """physicalLocation (3.29), artifactLocation (3.4), region (3.30)."""
    physical = location["physicalLocation"]
    artifact = physical["artifactLocation"]
    test.assertRegex(artifact["uri"], r"^[A-Za-z0-9\-._~/%:]+$")
    if "uriBaseId" in artifact:
        test.assertIn(artifact["uriBaseId"], bases)
        test.assertFalse(artifact["uri"].startswith("/"))
        test.assertNotIn(":", artifact["uri"])
    region = physical.get("region")
    if region is not None:
        test.assertGreaterEqual(region["startLine"], 1)
        test.assertGreaterEqual(region.get("startColumn", 1), 1)


def check_sarif(test, log):
    """What sections 3.13 to 3.59 require of the objects that are used here."""
    test.assertEqual(log["version"], "2.1.0")
    test.assertTrue(log["$schema"].endswith("sarif-2.1.0.json"))
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        test.assertTrue(driver["name"])
        ids = [rule["id"] for rule in driver["rules"]]
        test.assertEqual(len(ids), len(set(ids)))
        for rule in driver["rules"]:
            check_message(test, rule["shortDescription"])
            check_message(test, rule["fullDescription"])
            test.assertIn(rule["defaultConfiguration"]["level"], ("none", "note", "warning", "error"))
        test.assertIn(run["columnKind"], ("utf16CodeUnits", "unicodeCodePoints"))
        for base in run["originalUriBaseIds"].values():
            test.assertTrue(base["uri"].startswith("file:///"))
            test.assertTrue(base["uri"].endswith("/"))
        for invocation in run["invocations"]:
            test.assertIsInstance(invocation["executionSuccessful"], bool)
            for notification in invocation["toolExecutionNotifications"]:
                check_message(test, notification["message"])
        for result in run["results"]:
            check_message(test, result["message"])
            test.assertEqual(ids[result["ruleIndex"]], result["ruleId"])
            test.assertIn(result["level"], ("none", "note", "warning", "error"))
            for location in result.get("locations", []):
                check_location(test, location, run["originalUriBaseIds"])
            numbers = [location["id"] for location in result["relatedLocations"]]
            test.assertEqual(len(numbers), len(set(numbers)))
            for location in result["relatedLocations"]:
                check_message(test, location["message"])
                check_location(test, location, run["originalUriBaseIds"])


class LintReportTest(FolderCase):
    TREE = TREE
    PREFIX = "kconf lint "

    def lint(self, *arguments, status):
        return self.run_program(OPTIONS.kconf, "lint", *arguments, status=status).stdout

    def test_sarif(self):
        log = json.loads(self.lint("--format=sarif", "--severity=note", status=1))
        check_sarif(self, log)
        results = log["runs"][0]["results"]
        rules = {result["ruleId"] for result in results}
        self.assertLessEqual({"undefined-symbol", "select-unmet-dependency",
                              "choice-without-default"}, rules)
        unmet = [each for each in results if each["ruleId"] == "select-unmet-dependency"][0]
        place = unmet["locations"][0]["physicalLocation"]
        self.assertEqual(place["artifactLocation"], {"uri": "Kconfig", "uriBaseId": "SRCROOT"})
        self.assertEqual(place["region"], {"startLine": 5, "startColumn": 2})
        self.assertIn("B=y", unmet["relatedLocations"][0]["message"]["text"])

    def test_absolute_paths_become_relative_and_are_quoted(self):
        os.mkdir(os.path.join(self.folder, "sub dir"))
        self.write("sub dir/Kconfig", TREE)
        log = json.loads(self.lint("--format=sarif", os.path.join(self.folder, "sub dir/Kconfig"),
                                   status=1))
        check_sarif(self, log)
        for result in log["runs"][0]["results"]:
            self.assertEqual(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
                             "sub%20dir/Kconfig")

    def test_errors_of_the_language(self):
        self.write("Kconfig", "config A\n\tbolo \"A\"\n")
        log = json.loads(self.lint("--format=sarif", status=2))
        check_sarif(self, log)
        self.assertEqual(log["runs"][0]["results"][0]["level"], "error")
        self.assertFalse(log["runs"][0]["invocations"][0]["executionSuccessful"])

    def test_json_and_text(self):
        report = json.loads(self.lint("--json", "--rule=select-unmet-dependency", status=1))
        self.assertEqual(len(report["findings"]), 1)
        self.assertEqual(report["findings"][0]["position"],
                         {"file": "Kconfig", "line": 5, "column": 2})
        text = self.lint("--rule=choice-without-default", "--severity=note", status=1)
        self.assertIn("Kconfig:11:1: note: ", text)
        self.assertIn("[choice-without-default]", text)
        self.assertIn("0 errors, 0 warnings, 1 notes", text)

    def test_severity_decides_the_exit_status(self):
        self.assertIn("1 more below", self.lint("--rule=choice-without-default", status=0))
        self.lint("--rule=undefined-symbol", "--severity=error", status=0)

    def test_rules_are_listed(self):
        text = self.lint("--rules", status=0)
        for rule in ("dependency-loop", "prompt-never-shows", "type-conflict", "unused-definition"):
            self.assertIn(rule, text)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    OPTIONS, rest = parser.parse_known_args()
    OPTIONS.kconf = os.path.abspath(OPTIONS.kconf)
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
