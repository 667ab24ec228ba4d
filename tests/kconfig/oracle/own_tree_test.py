#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""The bundled SDK's own tree: kconf and Kconfiglib must agree on it, in the default configuration
and in random ones."""

import argparse
import glob
import os
import random
import sys
import tempfile

from assignments import run, run_kconfiglib, prepare


def randomize(config, rng):
    lines = []
    for line in config:
        if rng.random() < 0.25:
            if line.endswith(" is not set"):
                line = line[2:-len(" is not set")] + "=y"
            elif line.endswith("=y"):
                line = "# " + line[:-2] + " is not set"
        lines.append(line)
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--kernel", required=True, help="the SDK's folder")
    parser.add_argument("--random", type=int, default=40)
    options = parser.parse_args()
    kconf = os.path.abspath(options.kconf)
    kernel = os.path.abspath(options.kernel)
    root = os.path.join(kernel, "Config.uk")
    if not os.path.exists(root):
        sys.exit(f"{root} is missing: the checkout is not complete")
    failures = cases = 0
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        for name, pattern in (("plats", "plat/*"), ("drivers", "drivers/*"), ("libs", "lib/*"),
                              ("app", "apps/helloworld")):
            with open(os.path.join(folder, name + ".uk"), "w", encoding="utf-8") as file:
                for path in sorted(glob.glob(os.path.join(kernel, pattern, "Config.uk"))):
                    file.write(f'source "{path}"\n')
        variables = {"UK_BASE": kernel, "UK_APP": os.path.join(kernel, "apps/helloworld"),
                     "UK_NAME": "helloworld", "UK_FULLVERSION": "1", "UK_CODENAME": "x",
                     "UK_ARCH": "x86_64", "HOST_ARCH": "x86_64", "KCONFIG_DIR": folder,
                     "BUILD_DIR": folder, "UK_CONFIG": os.path.join(folder, ".config")}
        rng = random.Random(1)
        base = run(kconf, "alldefconfig", root, folder, None, variables)
        config = "\n".join(base) + "\n"
        for number in range(options.random):
            cases += 1
            expected = run_kconfiglib(root, folder, config, variables)
            found = run(kconf, "olddefconfig", root, folder, config, variables)
            if expected != found:
                failures += 1
                print(f"DIFFERENT: configuration {number}")
                for line in sorted(set(expected) ^ set(found))[:12]:
                    print("    Kconfiglib" if line in expected else "    kconf     ", line)
            config = randomize(rng.choice([base, found]), rng)
        print(f"{cases} configurations of {len(base)} options, {failures} different")
    return 1 if failures or len(base) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
