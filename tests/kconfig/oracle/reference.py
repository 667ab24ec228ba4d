# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Makes the reference programs available: Linux 6.1's conf, built from Debian's source package."""

import argparse
import os
import subprocess
import sys

PACKAGE = "linux-source-6.1"
ARCHIVE = f"/usr/src/{PACKAGE}.tar.xz"
SOURCES = ["conf.c", "confdata.c", "expr.c", "lexer.lex.c", "menu.c", "parser.tab.c",
           "preprocess.c", "symbol.c", "util.c"]


def conf_6_1(folder):
    """The path of conf, built in `folder` unless it is there. KILN_CONF_6_1 names another one."""
    given = os.environ.get("KILN_CONF_6_1")
    if given:
        return given
    program = os.path.join(folder, "conf")
    if os.path.exists(program):
        return program
    if not os.path.exists(ARCHIVE):
        sys.exit(f"{ARCHIVE} is missing: install the packages {PACKAGE}, flex and bison "
                 "(packaging/run-tests does), or name a conf with KILN_CONF_6_1")
    os.makedirs(folder, exist_ok=True)
    kconfig = f"{PACKAGE}/scripts/kconfig"
    run(["tar", "-xJf", ARCHIVE, "--strip-components=3", "--no-wildcards-match-slash",
         "--wildcards", f"{kconfig}/*.[chly]"], folder)
    run(["flex", "-o", "lexer.lex.c", "-L", "lexer.l"], folder)
    run(["bison", "-o", "parser.tab.c", "--defines=parser.tab.h", "-t", "-l", "parser.y"], folder)
    run(["cc", "-O2", "-w", "-I.", "-o", "conf.new", *SOURCES], folder)
    os.rename(os.path.join(folder, "conf.new"), program)
    return program


def run(command, folder):
    try:
        subprocess.run(command, cwd=folder, check=True)
    except FileNotFoundError:
        sys.exit(f"{command[0]} is missing: install the package {command[0]} "
                 "(packaging/run-tests does)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", required=True, help="where conf is built and kept")
    print(conf_6_1(os.path.abspath(parser.parse_args().work)))
