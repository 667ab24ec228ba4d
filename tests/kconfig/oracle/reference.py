# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Makes the references available: conf of Linux 6.1 and of 6.12, and as much of their trees as reading
their Kconfig files takes, from Debian's source packages."""

import argparse
import fcntl
import glob
import os
import shutil
import subprocess
import sys

VERSIONS = ["6.1", "6.12"]
SOURCES = ["conf.c", "confdata.c", "expr.c", "lexer.lex.c", "menu.c", "parser.tab.c",
           "preprocess.c", "symbol.c", "util.c"]
# What Kconfig files read, and what their $(shell) commands do.
TREE = ["Kconfig*", "Makefile", "scripts/*", "arch/*/configs/*", "arch/*/Makefile*",
        "arch/*/tools/*"]


def package(version):
    return f"linux-source-{version}"


def archive(version):
    path = f"/usr/src/{package(version)}.tar.xz"
    if not os.path.exists(path):
        sys.exit(f"{path} is missing: install the packages {package(version)}, flex and bison "
                 "(packaging/run-tests does)")
    return path


def only_once(folder, done, make):
    """Runs `make` unless the file `done` is there; only one process at a time."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, ".lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.exists(done):
            make()


def tree(version, folder):
    """The path of the tree's part, unpacked below `folder` unless it is there."""
    path = os.path.join(folder, package(version))

    def unpack():
        fresh = path + ".new"
        shutil.rmtree(fresh, ignore_errors=True)
        os.makedirs(fresh)
        patterns = [f"{package(version)}/{each}" for each in TREE] + ["*/Kconfig*"]
        run(["tar", "-xJf", archive(version), "--strip-components=1", "--wildcards", *patterns],
            fresh)
        os.rename(fresh, path)

    only_once(folder, path, unpack)
    return path


def conf(version, folder):
    """The path of conf, built below `folder` unless it is there. KILN_CONF_6_1 and KILN_CONF_6_12
    name others."""
    given = os.environ.get("KILN_CONF_" + version.replace(".", "_"))
    if given:
        return given
    build = os.path.join(folder, "conf-" + version)
    program = os.path.join(build, "conf")
    source = tree(version, folder)

    def compile_it():
        for path in glob.glob(f"{source}/scripts/kconfig/*.[chly]"):
            shutil.copy(path, build)
        run(["flex", "-o", "lexer.lex.c", "-L", "lexer.l"], build)
        run(["bison", "-o", "parser.tab.c", "--defines=parser.tab.h", "-t", "-l", "parser.y"],
            build)
        run(["cc", "-O2", "-w", "-I.", f"-I{source}/scripts/include", "-o", "conf.new", *SOURCES],
            build)
        os.rename(os.path.join(build, "conf.new"), program)

    only_once(build, program, compile_it)
    return program


def conf_6_1(folder):
    return conf("6.1", folder)


def run(command, folder):
    try:
        subprocess.run(command, cwd=folder, check=True)
    except FileNotFoundError:
        sys.exit(f"{command[0]} is missing: install the package {command[0]} "
                 "(packaging/run-tests does)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", required=True, help="where all of it is kept")
    work = os.path.abspath(parser.parse_args().work)
    for each in VERSIONS:
        print(tree(each, work), conf(each, work))
