#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kiln log --json` beside a reading of the same logs by regular expressions.

    log_fields_test.py --kiln PROGRAM FOLDER...

Every *.log in the folders is read twice; all fields of all records must agree. For the logs that
are part of the tests, how many records there are of each level and library is written down here.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

LEVELS = {"dbg:  ": "debug", "Info: ": "info", "Warn: ": "warning", "ERR:  ": "error",
          "CRIT: ": "critical", "EInf: ": "info", "Kern: ": "info"}
LEVEL = "(?:" + "|".join(LEVELS) + ")"
SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P^_][^\a\n\x1b]*(?:\a|\x1b\\)?|[ -/]*[0-~])?")
TIME = r"\[(?=.{5})(?: {0,4}\d{1,5}|\d{6,12})\.\d{6}\] "
HEADER = re.compile(rf"""
    (?:\[\ *(?P<seconds>\d+)\.(?P<micros>\d{{6}})\]\ )?
    (?P<level>{LEVEL.replace(' ', chr(92) + ' ')})
    (?:<(?P<thread>(?:(?!\ @\ |>\ ).)*>?)>\ (?=\{{r:|\[[\w.+-]+\]\ |<[^>]+\ @\ |[^ ]+\ @\ ))?
    (?:\{{r:[^}}]*\}}\ )?
    (?:\[(?P<library>[\w.+-]+)\]\ )?
    (?:<(?P<file>[^>\n]{{1,90}}?)\ @\ +(?P<line>\d+)>\ |(?P<oldfile>[^ <]+)\ @\ +(?P<oldline>\d+)\ *:\ )?
    """, re.VERBOSE)
# Where in a line another record begins: a header with a time, or one with a library's name.
START = re.compile(rf"{TIME}{LEVEL}|{LEVEL}(?:<[^>]*> )?(?:\{{r:[^}}]*\}} )?\[(?:lib|app)[\w.+-]*\] ")
TIMED = re.compile(rf"{TIME}{LEVEL}")

# Records by level and by library ("-": none).
WRITTEN_DOWN = {
    "application.log": (
        {"-": 6, "error": 1},
        {"libposix_pier": 1}),
    "bare.log": (
        {"-": 2, "error": 1, "info": 2},
        {"-": 1, "appshop": 1, "libukboot": 1}),
    "callers.log": (
        {"-": 1, "critical": 1, "info": 2},
        {"libcrane_hook": 1, "libpier": 2}),
    "colour.log": (
        {"-": 1, "critical": 1, "debug": 1, "error": 1, "info": 1, "warning": 1},
        {"appshop": 2, "libukalloc": 2, "libukboot": 1}),
    "crash.log": (
        {"critical": 3, "info": 1},
        {"libkvmplat": 3, "libukboot": 1}),
    "everything.log": (
        {"-": 1, "critical": 1, "debug": 1, "error": 1, "info": 2, "warning": 1},
        {"appharbour": 1, "libcrane_hook": 2, "libpier": 3}),
    "overlong.log": (
        {"info": 3},
        {"applong": 1, "libukboot": 2}),
    "release-0.2.log": (
        {"error": 1, "info": 3},
        {"-": 1, "libkvmplat": 1, "libukboot": 2}),
    "release-0.5.log": (
        {"debug": 1, "error": 1, "info": 1},
        {"appharbour": 1, "libpier": 2}),
    "threads.log": (
        {"debug": 1, "info": 3, "warning": 1},
        {"applogic": 3, "libold": 1, "libuksched": 1}),
    "timed.log": (
        {"-": 1, "critical": 1, "debug": 1, "error": 1, "info": 2, "warning": 1},
        {"appshop": 1, "lib9pfs": 1, "libkvmplat": 1, "libukalloc": 1, "libukboot": 1, "libvirtio_net": 1}),
    "torn.log": (
        {"-": 10, "error": 1, "info": 1, "warning": 1},
        {"appshop": 1, "libuknet": 2}),
    "trap.log": (
        {"critical": 6, "info": 1},
        {"libtrap": 7}),
    "uktest.log": (
        {"info": 3},
        {"-": 3}),
}


def records(data):
    """The records of a log, each a dictionary like kiln's."""
    for line in data.decode("utf-8", "surrogateescape").split("\n"):
        line = SEQUENCE.sub("", line)
        text = line.rstrip("\r")
        while text:
            timed = TIMED.match(text)
            found = next((m for m in (TIMED if timed else START).finditer(text, 1)), None)
            yield record(text[:found.start()] if found else text)
            text = text[found.start():] if found else ""


def record(text):
    while "\b" in text:  # as a terminal takes back
        text = re.sub("(^|[^\b])\b", "", text)
    match = HEADER.match(text)
    if not match:
        return {"level": None, "library": None, "file": None, "line": None, "thread": None,
                "time": None, "message": text.split("\r")[-1]}  # as a terminal overwrites
    file = match["file"] or match["oldfile"]
    line = match["line"] or match["oldline"]
    time = match["seconds"] and f"{int(match['seconds'])}.{match['micros']}"
    return {"level": LEVELS[match["level"]], "library": match["library"], "file": file,
            "line": int(line) if line and int(line) else None, "thread": match["thread"],
            "time": time, "message": text[match.end():]}


def comparable(entry):
    """Garbage is shown in two ways; a time is a number of six places."""
    entry = dict(entry)
    entry["message"] = re.sub(r"[^\t\x20-\x7e]+", "?", entry["message"] or "").rstrip("?")
    if isinstance(entry["time"], float):
        entry["time"] = f"{entry['time']:.6f}"
    return entry


def read_by_kiln(kiln, path):
    run = subprocess.run([kiln, "log", "--json", path], stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]


def counts(entries):
    levels = collections.Counter(entry["level"] or "-" for entry in entries)
    libraries = collections.Counter(entry["library"] or "-" for entry in entries if entry["level"])
    return dict(sorted(levels.items())), dict(sorted(libraries.items()))


def check(kiln, path):
    kilns = read_by_kiln(kiln, path)
    # Empty lines are records, too, that have nothing to compare.
    mine = [comparable(entry) for entry in records(path.read_bytes())]
    mine = [entry for entry in mine if entry["message"] or entry["level"]]
    theirs = [comparable(entry) for entry in kilns]
    theirs = [entry for entry in theirs if entry["message"] or entry["level"]]
    problems = []
    for number, (a, b) in enumerate(zip(mine, theirs)):
        if a != b:
            problems.append(f"{path.name}: record {number}\n  expected {a}\n  kiln     {b}")
            break
    if len(mine) != len(theirs):
        problems.append(f"{path.name}: {len(mine)} records expected, kiln has {len(theirs)}")
    found = counts([entry for entry in kilns if entry["message"] or entry["level"]])
    if path.name in WRITTEN_DOWN and found != WRITTEN_DOWN[path.name]:
        problems.append(f"{path.name}: counted {found}, written down {WRITTEN_DOWN[path.name]}")
    print(f"{path.name}: {len(theirs)} records, {found[0]}")
    return problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kiln", required=True)
    parser.add_argument("--print-counts", action="store_true")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    problems = []
    seen = set()
    for folder in arguments.folders:
        for path in sorted(folder.glob("*.log")):
            seen.add(path.name)
            if arguments.print_counts:
                entries = [e for e in records(path.read_bytes()) if e["message"] or e["level"]]
                print(f'    "{path.name}": {counts(entries)},')
            else:
                problems += check(arguments.kiln, path)
    if not arguments.print_counts and not set(WRITTEN_DOWN) <= seen:
        problems.append(f"not there: {sorted(set(WRITTEN_DOWN) - seen)}")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
