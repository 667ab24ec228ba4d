#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Hand-written trees, one folder a theme: kconf, Linux 6.1's conf and Kconfiglib must agree on every
configuration in the folder and on those that the conf modes make."""

import argparse
import glob
import os
import shutil
import sys
import tempfile

import reference
from assignments import MODES, prepare, run, run_kconfiglib


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--work", required=True, help="where conf is built and kept")
    parser.add_argument("--data", required=True, help="the folder of the trees")
    options = parser.parse_args()
    kconf = os.path.abspath(options.kconf)
    conf = reference.conf_6_1(os.path.abspath(options.work))
    cases = failures = 0

    def compare(title, expected, found):
        nonlocal cases, failures
        cases += 1
        if expected == found:
            return
        failures += 1
        print(f"DIFFERENT: {title}")
        for line in sorted(set(expected) ^ set(found))[:12]:
            print("    reference" if line in expected else "    kconf    ", line)

    for data in sorted(glob.glob(os.path.join(options.data, "*", ""))):
        name = os.path.basename(os.path.dirname(data))
        with tempfile.TemporaryDirectory() as work:
            folder = os.path.join(work, "tree")
            shutil.copytree(data, folder)
            prepare(folder)
            # 6.1 spells the one option that is left without `option`.
            with open(os.path.join(folder, "Kconfig"), encoding="utf-8") as file:
                text = file.read()
            with open(os.path.join(folder, "Kconfig.61"), "w", encoding="utf-8") as file:
                file.write(text.replace("option modules", "modules"))
            variables = {"FLAVOUR": "vanilla"}
            for mode in MODES:
                compare(f"{name}, {mode}", run(conf, mode, "Kconfig.61", folder, None, variables),
                        run(kconf, mode, "Kconfig", folder, None, variables))
            for path in sorted(glob.glob(os.path.join(data, "*.config"))):
                with open(path, encoding="utf-8") as file:
                    config = file.read()
                title = f"{name}, {os.path.basename(path)}"
                found = run(kconf, "olddefconfig", "Kconfig", folder, config, variables)
                compare(title + " (conf)",
                        run(conf, "olddefconfig", "Kconfig.61", folder, config, variables), found)
                compare(title + " (Kconfiglib)",
                        run_kconfiglib("Kconfig", folder, config, variables), found)
                mode = "savedefconfig=minimal"
                compare(title + ", savedefconfig",
                        run(conf, mode, "Kconfig.61", folder, config, variables),
                        run(kconf, mode, "Kconfig", folder, config, variables))
    print(f"{cases} cases compared, {failures} different")
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
