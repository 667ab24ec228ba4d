#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""The bundled SDK's own tree gives kconf lint nothing to say above a note."""

import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--kernel", required=True, help="the SDK's folder")
    options = parser.parse_args()
    kernel = os.path.abspath(options.kernel)
    root = os.path.join(kernel, "Config.uk")
    if not os.path.exists(root):
        sys.exit(f"{root} is missing: the checkout is not complete")
    with tempfile.TemporaryDirectory() as folder:
        for name, pattern in (("plats", "plat/*"), ("drivers", "drivers/*"), ("libs", "lib/*"),
                              ("app", "apps/helloworld")):
            with open(os.path.join(folder, name + ".uk"), "w", encoding="utf-8") as file:
                for path in sorted(glob.glob(os.path.join(kernel, pattern, "Config.uk"))):
                    file.write(f'source "{path}"\n')
        environment = {**os.environ, "UK_BASE": kernel, "UK_NAME": "helloworld",
                       "UK_APP": os.path.join(kernel, "apps/helloworld"), "UK_FULLVERSION": "1",
                       "UK_CODENAME": "x", "UK_ARCH": "x86_64", "HOST_ARCH": "x86_64",
                       "KCONFIG_DIR": folder, "BUILD_DIR": folder,
                       "UK_CONFIG": os.path.join(folder, ".config")}
        environment.pop("srctree", None)
        command = [os.path.abspath(options.kconf), "lint", root]
        report = json.loads(subprocess.run([*command, "--json"], env=environment, text=True,
                                           capture_output=True, check=False).stdout)
        if report["findings"] or not report["complete"]:
            print(subprocess.run(command, env=environment, text=True, capture_output=True,
                                 check=False).stdout)
        left_out = [each["rule"] for each in report["leftOut"]]
        print(f"{len(report['findings'])} findings, {report['hidden']} notes, "
              f"left out: {left_out or 'nothing'}")
        return 1 if report["findings"] or left_out or not report["complete"] else 0


if __name__ == "__main__":
    sys.exit(main())
