# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Runs conf, kconf or Kconfiglib and takes what .config says, without headings and comments, which
differ between the dialects."""

import os
import subprocess
import sys

MODES = ["alldefconfig", "allnoconfig", "allyesconfig", "allmodconfig"]

# Debian's package puts Kconfiglib where the distribution's own interpreter finds it.
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable

KCONFIGLIB = """
import sys
try:
    import kconfiglib
except ImportError:
    sys.exit("install the package python3-kconfiglib (packaging/run-tests does)")
tree = kconfiglib.Kconfig(sys.argv[1], warn=False)
tree.load_config(sys.argv[2])
tree.write_config(sys.argv[2])
"""


def prepare(folder):
    """auto.conf is not compared; that it exists keeps the programs from writing it."""
    os.makedirs(os.path.join(folder, "include/config"))
    with open(os.path.join(folder, "include/config/auto.conf"), "w", encoding="utf-8"):
        pass


def assignments(path):
    """The lines of a .config that say something, in order."""
    with open(path, encoding="utf-8") as file:
        return [line for line in file.read().splitlines()
                if line.startswith("CONFIG_") or line.endswith(" is not set")]


def write(folder, config):
    path = os.path.join(folder, ".config")
    if os.path.exists(path):
        os.remove(path)
    if config is not None:
        with open(path, "w", encoding="utf-8") as file:
            file.write(config)
    return path


def execute(command, folder, variables):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "CONFIG_": "CONFIG_"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    environment.update(variables or {})
    return subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, check=False)


def run(program, mode, tree, folder, config, variables=None):
    """What conf or kconf makes of a configuration in one of its modes."""
    path = write(folder, config)
    done = execute([program, "-s", "--" + mode, tree], folder, variables)
    if done.returncode != 0:
        return [f"exit status {done.returncode}"] + done.stderr.splitlines()[:20]
    if mode.startswith("savedefconfig"):
        return assignments(os.path.join(folder, "minimal"))
    return assignments(path)


def run_kconfiglib(tree, folder, config, variables=None):
    """What Kconfiglib makes of a configuration, as olddefconfig would."""
    path = write(folder, config)
    done = execute([PYTHON, "-B", "-c", KCONFIGLIB, tree, path], folder, variables)
    if done.returncode != 0:
        return [f"exit status {done.returncode}"] + done.stderr.splitlines()[-20:]
    return assignments(path)
