#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Random trees and configurations: kconf must find the values that the reference finds.

The reference is Linux 6.1's conf, or, with --conf-5.2, a conf of that dialect."""

import argparse
import os
import sys
import tempfile

import random_tree
import reference
from assignments import MODES, prepare, run

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--work", required=True, help="where conf is built and kept")
    parser.add_argument("--conf-5.2", dest="conf52", help="a conf 5.2 to compare with instead")
    parser.add_argument("--trees", type=int, default=150)
    parser.add_argument("--first-seed", type=int, default=1)
    options = parser.parse_args()
    kconf = os.path.abspath(options.kconf)
    conf = options.conf52 or reference.conf_6_1(os.path.abspath(options.work))
    conf_tree = "Kconfig.52" if options.conf52 else "Kconfig.61"
    cases = failures = 0
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        for seed in range(options.first_seed, options.first_seed + options.trees):
            generator = random_tree.Generator(seed, implies=bool(options.conf52))
            text = generator.generate()
            for name, content in (("Kconfig.52", text),
                                  ("Kconfig.61", text.replace("option modules", "modules"))):
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(content)
            inputs = [(mode, None) for mode in MODES]
            for _ in range(3):
                config = generator.configuration()
                inputs += [("olddefconfig", config), ("savedefconfig=minimal", config)]
            for mode, config in inputs:
                cases += 1
                expected = run(conf, mode, conf_tree, folder, config)
                found = run(kconf, mode, "Kconfig.52", folder, config)
                if expected == found:
                    continue
                failures += 1
                print(f"DIFFERENT: seed {seed}, {mode}")
                for line in sorted(set(expected) ^ set(found))[:10]:
                    print("    conf " if line in expected else "    kconf", line)
                if failures == 1:
                    print(text)
                    print(config)
    print(f"{cases} cases on {options.trees} random trees, {failures} different")
    return 1 if failures or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
