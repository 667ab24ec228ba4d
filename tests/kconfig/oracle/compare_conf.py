#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Compares kconf with a reference conf on a real tree, byte for byte.

Both programs run in folders of their own at the same path depth, with the tree's environment
(variables are given as NAME=VALUE; the text @BUILD@ in a value stands for the build folder).
Compared are .config, auto.conf, the header, tristate.config, auto.conf.cmd, the set of touched
files, savedefconfig, the exit status, and with --stdio what is printed.

  compare_conf.py --conf CONF --kconf KCONF --random 50 TREE/Config.uk UK_BASE=TREE …
"""

import argparse
import os
import random
import shutil
import subprocess
import sys

MODES = ["alldefconfig", "allnoconfig", "allyesconfig", "allmodconfig"]


class Side:
    """One of the two programs and the folder that it works in."""

    def __init__(self, program, build, root, variables):
        self.program = os.path.abspath(program)
        self.build = build
        self.root = root
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
        for variable in variables:
            name, _, value = variable.partition("=")
            self.environment[name] = value.replace("@BUILD@", build)

    def start(self):
        shutil.rmtree(self.build, ignore_errors=True)
        os.makedirs(os.path.join(self.build, "kconfig"))

    def run(self, *arguments, config=None, **variables):
        if config is not None:
            with open(os.path.join(self.build, ".config"), "w", encoding="utf-8") as file:
                file.write(config)
        environment = dict(self.environment, **variables)
        done = subprocess.run([self.program, *arguments, self.root], cwd=self.build,
                              env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False)
        return done

    def files(self):
        """Every file in the build folder with its text; temporary names must not be left."""
        found = {}
        for folder, _, names in os.walk(self.build):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8", errors="replace") as file:
                    found[os.path.relpath(path, self.build)] = file.read()
        return found


def randomize(config, rng):
    """A configuration made of another one: lines flipped, dropped and changed."""
    lines = []
    share = rng.choice([0.02, 0.1, 0.3, 0.6])
    for line in config.splitlines():
        if rng.random() >= share or not ("CONFIG_" in line):
            lines.append(line)
            continue
        what = rng.random()
        if what < 0.25:
            continue
        if line.endswith(" is not set"):
            lines.append(line[2:-len(" is not set")] + "=y")
        elif line.endswith("=y") or line.endswith("=m"):
            lines.append("# " + line.partition("=")[0] + " is not set")
        elif line.partition("=")[2].isdigit():
            # Near the old value: conf 5.2 leaves dependants of a value outside its range stale,
            # which kconf does not imitate.
            number = int(line.partition("=")[2])
            lines.append(f"{line.partition('=')[0]}={number + rng.choice([0, 0, 1])}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


class Comparison:
    def __init__(self, reference, subject, compare_stdio, keep):
        self.keep = keep
        self.reference = reference
        self.subject = subject
        self.compare_stdio = compare_stdio
        self.cases = 0
        self.differences = 0

    def check(self, title, *arguments, config=None, **variables):
        self.cases += 1
        results = []
        for side in (self.reference, self.subject):
            side.start()
            # Both have to see one path, for it is in the values: the folder is moved in place.
            done = side.run(*arguments, config=config, **variables)
            files = side.files()
            results.append((done, files))
        (done_a, files_a), (done_b, files_b) = results
        problems = []
        if done_a.returncode != done_b.returncode:
            problems.append(f"exit status {done_a.returncode} and {done_b.returncode}")
        for name in sorted(set(files_a) | set(files_b)):
            if files_a.get(name) != files_b.get(name):
                problems.append(f"file {name}: " + first_difference(files_a.get(name),
                                                                    files_b.get(name)))
        if self.compare_stdio:
            for name in ("stdout", "stderr"):
                a, b = getattr(done_a, name), getattr(done_b, name)
                if a != b:
                    problems.append(f"{name}: " + first_difference(a, b))
        if problems:
            self.differences += 1
            print(f"DIFFERENT {title}")
            for problem in problems[:8]:
                print("   ", problem)
            if self.keep:
                folder = os.path.join(self.keep, title.replace(" ", "-"))
                for which, files, done in (("reference", files_a, done_a), ("subject", files_b, done_b)):
                    write_all(os.path.join(folder, which), files, done)
                with open(os.path.join(folder, "input"), "w", encoding="utf-8") as file:
                    file.write(config or "")
        return files_a


def first_difference(a, b):
    if a is None:
        return "only kconf writes it"
    if b is None:
        return "kconf does not write it"
    for number, (x, y) in enumerate(zip(a.splitlines() + ["<end>"], b.splitlines() + ["<end>"]), 1):
        if x != y:
            return f"line {number}: {x!r} and {y!r}"
    return "line ends"


def write_all(folder, files, done):
    """Leaves one side's outcome for a look."""
    for name, text in {**files, "stdout": done.stdout, "stderr": done.stderr}.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--conf", required=True, help="the reference")
    parser.add_argument("--kconf", required=True, help="the subject")
    parser.add_argument("--build", required=True, help="a folder that both use in turn; is emptied")
    parser.add_argument("--random", type=int, default=20, help="how many random configurations")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stdio", action="store_true", help="compare what is printed, too")
    parser.add_argument("--keep", metavar="FOLDER", help="where to leave what differs")
    parser.add_argument("--defconfig", action="append", default=[], help="a defconfig to try")
    parser.add_argument("root", help="the tree's root file")
    parser.add_argument("variables", nargs="*", metavar="NAME=VALUE")
    options = parser.parse_args()

    reference = Side(options.conf, options.build, options.root, options.variables)
    subject = Side(options.kconf, options.build, options.root, options.variables)
    comparison = Comparison(reference, subject, options.stdio, options.keep)
    rng = random.Random(options.seed)

    bases = []
    for mode in MODES:
        files = comparison.check(mode, "--" + mode)
        bases.append(files.get(".config", ""))
    comparison.check("olddefconfig of nothing", "--olddefconfig")
    for path in options.defconfig:
        comparison.check(f"defconfig {path}", "--defconfig=" + os.path.abspath(path))
    for number in range(options.random):
        config = randomize(rng.choice(bases), rng)
        files = comparison.check(f"olddefconfig {number}", "--olddefconfig", config=config)
        settled = files.get(".config", "")
        bases.append(settled)
        comparison.check(f"savedefconfig {number}", "--savedefconfig=minimal", config=config)
        comparison.check(f"syncconfig {number}", "--syncconfig", config=settled)
        comparison.check(f"listnewconfig {number}", "--listnewconfig", config=config)
    print(f"{comparison.cases} cases compared, {comparison.differences} different")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
