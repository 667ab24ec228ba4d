#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""kiln test, and kiln log --tests, --timeline and --crash, on guests that really run; addr2line is
the oracle for places."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

from kiln_program import Kiln, check

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
SUITES = REPOSITORY / "tests" / "kernel" / "boot" / "suites"
LOGDEMO = REPOSITORY / "kernel" / "apps" / "logdemo"


def line_of(comment):
    lines = (SUITES / "suites.c").read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if comment in line)


def unit_tests():
    application = FOLDER / "suites"
    shutil.copytree(SUITES, application)
    own = application / ".config"
    kiln("config", application)
    before = own.read_text()
    junit = FOLDER / "results.xml"
    output, _ = kiln("test", application, "--junit", junit, "-j", "2", status=1)
    check(own.read_text() == before, "the project's .config is untouched")
    check(not (application / "build" / "suites_qemu-x86_64").exists(), "no image but the tests'")
    place = f"FAIL mixed->second: suites.c:{line_of('fails: 4')}: expected `2 + 2` to be 5 but was 4"
    check(place in output, f"the place of the failure in\n{output}")
    check("FAIL refused: its init function failed (error 19)" in output, output)

    tree = xml.parse(junit).getroot()
    suites = {suite.get("name"): suite for suite in tree.iter("testsuite")}
    check(suites["mixed"].get("tests") == "3" and suites["mixed"].get("failures") == "1",
          "the mixed suite in JUnit's file")
    check(suites["refused"].get("errors") == "1", "the refused suite in JUnit's file")
    check(int(tree.get("tests")) == len(list(tree.iter("testcase"))) >= 100, "tests are counted")

    # The rest is built already: one file changes.
    output, _ = kiln("test", application, "--suite", "late", "--suite", "early", "--json")
    result = json.loads(output)
    check(result["passed"] and result["suites"] == 2 and result["cases"] == 2, output)
    names = [suite["name"] for suite in result["results"]]
    check(names == ["early", "late"], str(names))
    _, said = kiln("test", application, "--suite", "nobody", status=6)
    check("nobody" in said, said)
    kiln("test", application, "--timeout", "0", status=2)


def crashes():
    application = FOLDER / "logdemo"
    shutil.copytree(LOGDEMO, application, ignore=shutil.ignore_patterns("build", ".config"))
    kiln("config", application, "--set", "LIBUKDEBUG_PRINTK_INFO=y")
    kiln("build", application, "-j", "2")
    image = application / "build" / "logdemo_qemu-x86_64.dbg"
    for way, function in (("divide", "divide_by_zero"), ("pagefault", "write_nowhere"),
                          ("assert", "kernel_assertion"), ("stack", "recurse")):
        output, _ = kiln("run", application, "--no-build", "--timeout", "60", "--arg", way, status=7)
        log = FOLDER / f"{way}.log"
        log.write_text(output)
        reports = json.loads(kiln("log", log, "--crash", "--image", image, "--json")[0])
        check(len(reports) == 1, f"{way}: one crash in\n{output}")
        addresses = reports[0]["addresses"]
        check(addresses[0]["places"][0]["function"] == function,
              f"{way}: {addresses[0]['places']}")
        for address in addresses:
            # Behind a call stands the address to return to, not that of the call.
            exact = int(address["address"], 16) - (address["source"] != "instruction")
            lines = subprocess.run(["addr2line", "-f", "-i", "-C", "-e", image, hex(exact)],
                                   stdout=subprocess.PIPE, text=True, check=True).stdout.split("\n")
            places = [f"{place['function']} {place['file']}:{place['line']}"
                      for place in address["places"]]
            # For the innermost function binutils give the symbol, whatever was inlined there.
            if address["places"] and address["places"][0]["inlined"]:
                lines[0] = address["places"][0]["function"]
            wanted = [f"{lines[at]} {lines[at + 1].split(' (disc')[0]}"
                      for at in range(0, len(lines) - 1, 2)]
            check(places == wanted, f"{way} {address['address']}: {places}, not {wanted}")
    timeline = json.loads(kiln("log", log, "--timeline", "--json")[0])
    phases = [phase["phase"] for phase in timeline["phases"]]
    check(phases[0] == "platform" and phases[-1] == "application" and timeline["reached_main"],
          str(phases))
    check("slowest step" in kiln("log", log, "--timeline")[0], "the sentence")


kiln, KCONF, FOLDER = Kiln(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)
os.environ |= {"KILN_KCONF": KCONF, "KILN_ACCEL": "tcg", "LC_ALL": "C.UTF-8",
               "XDG_CONFIG_HOME": str(FOLDER / "config"), "XDG_DATA_HOME": str(FOLDER / "data"),
               "KILN_KERNEL_DIR": str(REPOSITORY / "kernel")}
unit_tests()
crashes()
print("ok")
