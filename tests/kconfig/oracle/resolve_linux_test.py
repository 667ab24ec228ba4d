#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""The resolver on Linux 6.1 x86, with the reference conf as the judge.

x86_64_defconfig, and options by dice among those with a prompt that can't be set to y now. For each that
can become y: the edits go into a copy of .config as somebody with an editor would make them, and after conf's
olddefconfig the option must be y; with one of the edits left out, whichever, it must not. For each that is
said to be impossible: another solver must refute the same clauses, and conf, told by KCONFIG_ALLCONFIG to
set the option, must never get it to y, whatever else is on.

Without --all, a small part of the options is tried.
"""

import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

import reference
from conf_judge import Configuration, Judge
from linux_trees_test import variables

OPTIONS = 500
QUICK_OPTIONS = 40
FORCED_SEEDS = 18  # with allyesconfig and allmodconfig twenty tries for each option
QUICK_FORCED_SEEDS = 1
TOGETHER = 8  # options that conf is told to set in one run


class Test:
    def __init__(self, options, work):
        self.options = options
        self.work = work
        self.failures = 0
        tree = reference.tree("6.1", options.work)
        conf = reference.conf("6.1", options.work)
        self.environment = variables(tree, "6.1", "x86_64")
        self.recording = os.path.join(work, "shells")
        self.run([options.kconf, "--shells=record:" + self.recording, "--alldefconfig", "Kconfig"])
        preloads = [os.path.abspath(each) for each in (options.replay, options.many)]
        self.judge = Judge(conf, {**self.environment, "POPEN_REPLAY_FILE": self.recording},
                           preloads)
        with open(f"{tree}/arch/x86/configs/x86_64_defconfig", encoding="utf-8") as file:
            self.config = self.judge.run("--olddefconfig", [file.read()])[0]
        self.config_path = os.path.join(work, "x86_64.config")
        with open(self.config_path, "w", encoding="utf-8") as file:
            file.write(self.config)

    def run(self, command):
        done = subprocess.run(command, cwd=self.work, env=self.environment, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}:\n{done.stderr[-2000:]}")
        return done

    def fail(self, message):
        self.failures += 1
        print("WRONG", message, flush=True)

    def answers(self):
        count = OPTIONS if self.options.all else QUICK_OPTIONS
        done = self.run([self.options.bench, "--dialect=linux-6.1", "--shells=" + self.recording,
                         "--config=" + self.config_path, f"--count={count}", "--answers",
                         "--clauses=" + self.work, "Kconfig"])
        print(done.stderr, end="")
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if len(answers) != count:
            self.fail(f"{len(answers)} answers to {count} questions")
        return answers

    def check_fixes(self, answers):
        """Every alternative gives y; every edit of the first one is needed."""
        start = Configuration(self.config)
        cases = []  # option, edits, whether it has to be y
        for answer in answers:
            if answer["partial"] or (not answer["alternatives"] and not answer["impossible"]):
                self.fail(f"{answer['symbol']}: not answered")
            if answer["alternatives"] and not answer["smallest"]:
                self.fail(f"{answer['symbol']}: not proven to be the smallest")
            for number, edits in enumerate(answer["alternatives"]):
                cases.append((answer["symbol"], edits, True))
                if number == 0:
                    cases += [(answer["symbol"], edits[:left] + edits[left + 1:], False)
                              for left in range(len(edits))]
        results = self.judge.run("--olddefconfig", [start.edited(edits) for _, edits, _ in cases])
        for (name, edits, must), text in zip(cases, results):
            if Configuration(text).has(name) != must:
                told = ", ".join(f"{edit['symbol']}={edit['value']}" for edit in edits) or "nothing"
                self.fail(f"{name} is {'not ' if must else ''}y after {told}"
                          + ("" if must else ": one edit too many"))
        sizes = collections.Counter(len(answer["alternatives"][0]) for answer in answers
                                    if answer["alternatives"])
        print(f"{sum(sizes.values())} can be, with so many edits: "
              + ", ".join(f"{size}: {count}" for size, count in sorted(sizes.items()))
              + f"; conf judged {len(cases)} configurations")

    def check_impossible(self, answers):
        names = [answer["symbol"] for answer in answers if answer["impossible"]]
        self.refute(names)
        seeds = FORCED_SEEDS if self.options.all else QUICK_FORCED_SEEDS
        tries = [("--allyesconfig", {}), ("--allmodconfig", {})]
        tries += [("--randconfig", {"KCONFIG_SEED": str(seed),
                                    "KCONFIG_PROBABILITY": ["50", "70", "90"][seed % 3]})
                  for seed in range(1, seeds + 1)]
        rng = random.Random(1)
        for mode, extra in tries:
            # Some at once: if none of them can be, they are not in each other's way.
            mixed = rng.sample(names, len(names))
            groups = [mixed[at:at + TOGETHER] for at in range(0, len(mixed), TOGETHER)]
            results = self.judge.run(mode, ["".join(f"CONFIG_{name}=y\n" for name in group)
                                            for group in groups], "wanted",
                                     {**extra, "KCONFIG_ALLCONFIG": "wanted"})
            for group, text in zip(groups, results):
                result = Configuration(text)
                for name in group:
                    if result.has(name):
                        self.fail(f"{name}: impossible, and y after {mode} with {extra}")
        print(f"{len(names)} can't be; conf was made to try each {len(tries)} times")

    def refute(self, names):
        """picosat finds the clauses behind each answer unsatisfiable, too."""
        for name in names:
            path = os.path.join(self.work, name + ".cnf")
            if not os.path.exists(path):
                self.fail(f"{name}: no clauses behind the answer")
                continue
            done = subprocess.run(["picosat", "-n", path], capture_output=True, text=True,
                                  check=False)
            if done.returncode != 20 or "s UNSATISFIABLE" not in done.stdout:
                self.fail(f"{name}: picosat does not refute it: {done.stdout[:200]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--bench", required=True, help="kconfig_resolve_bench, which asks")
    parser.add_argument("--replay", required=True, help="popen_replay.so")
    parser.add_argument("--many", required=True, help="conf_for_many.so")
    parser.add_argument("--work", required=True, help="where the references are kept")
    parser.add_argument("--all", action="store_true", help=f"{OPTIONS} options, not {QUICK_OPTIONS}")
    options = parser.parse_args()
    options.work = os.path.abspath(options.work)
    options.kconf, options.bench = os.path.abspath(options.kconf), os.path.abspath(options.bench)
    with tempfile.TemporaryDirectory(prefix="kconf-") as work:
        test = Test(options, work)
        answers = test.answers()
        test.check_fixes(answers)
        test.check_impossible(answers)
    return 1 if test.failures else 0


if __name__ == "__main__":
    sys.exit(main())
