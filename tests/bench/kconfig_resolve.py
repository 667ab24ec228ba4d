#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""How long the resolver takes on Linux 6.1 x86, beside conf's load of the same tree in the same run.

x86_64_defconfig, and 500 options by dice among those with a prompt that can't be set to y now: how does each
become y, or why can't it? Wall time is shown, and what share of a load by conf it is: machines differ. Judged
is that every question is answered, and peak memory.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "kconfig", "oracle"))

import reference  # noqa: E402
from linux_trees_test import variables  # noqa: E402

QUESTIONS = 500
CONF_RUNS = 7
PEAK_MEBIBYTES = 150


def run(command, folder, environment):
    """Standard output, and the milliseconds it took: on the wall, and of the processor."""
    begin, before = time.perf_counter(), os.times()
    done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, errors="replace", check=False)
    spent, after = (time.perf_counter() - begin) * 1000, os.times()
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stdout}"
                 f"{done.stderr[-2000:]}")
    processor = (after.children_user + after.children_system - before.children_user
                 - before.children_system) * 1000
    return done.stdout, spent, processor


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--bench", required=True, help="kconfig_resolve_bench of a release build")
    parser.add_argument("--preload", required=True, help="popen_replay.so, for conf")
    parser.add_argument("--work", required=True, help="where the tree and conf are kept")
    parser.add_argument("--seed", type=int, default=1, help="for other options")
    options = parser.parse_args()
    work = os.path.abspath(options.work)
    tree, conf = reference.tree("6.1", work), reference.conf("6.1", work)
    environment = variables(tree, "6.1", "x86_64")
    with tempfile.TemporaryDirectory(prefix="kconf-") as folder:
        recording = os.path.join(folder, "shells")
        run([os.path.abspath(options.kconf), "--shells=record:" + recording, "--alldefconfig",
             "Kconfig"], folder, environment)
        config = os.path.join(folder, ".config")
        with open(f"{tree}/arch/x86/configs/x86_64_defconfig", encoding="utf-8") as source:
            with open(config, "w", encoding="utf-8") as target:
                target.write(source.read())
        replayed = {**environment, "POPEN_REPLAY_FILE": recording,
                    "LD_PRELOAD": os.path.abspath(options.preload)}
        runs = [run([conf, "--olddefconfig", "Kconfig"], folder, replayed)
                for _ in range(CONF_RUNS)]
        wall, processor = [statistics.median(each[which] for each in runs) for which in (1, 2)]
        text, _, _ = run([os.path.abspath(options.bench), "--dialect=linux-6.1",
                       "--shells=" + recording, "--config=" + config, f"--count={QUESTIONS}",
                       f"--seed={options.seed}", "Kconfig"], folder, environment)
    figures = {words[0]: words[1:] for words in map(str.split, text.splitlines())}
    print(f"conf: load and olddefconfig {wall:.1f} ms, {processor:.1f} of the processor "
          f"(medians of {CONF_RUNS})")
    for name in ("cold", "median", "p99", "worst"):
        mine, of_processor = float(figures[name][0]), float(figures[name][2])
        print(f"{name:8} {mine:8.1f} ms, {of_processor:8.1f} of the processor; of conf's "
              f"{mine / wall:5.2f} and {of_processor / processor:5.2f}")
    asked, unanswered, peak = [float(figures[name][0]) for name in ("asked", "unanswered", "peak")]
    print(f"peak     {peak:8.1f} MiB\n{asked:.0f} questions, {unanswered:.0f} not answered")
    if asked != QUESTIONS or peak > PEAK_MEBIBYTES:
        print(f"FAIL: {QUESTIONS} questions within {PEAK_MEBIBYTES} MiB were wanted")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
