#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""kconf against conf on the trees of Linux 6.1 and 6.12, byte for byte.

For every file in arch/*/configs: olddefconfig, then syncconfig and savedefconfig of the result. For
every architecture allno-, allyes-, allmod- and alldefconfig. On x86 random configurations by seed, and
modes that list, change and answer. Compared are the exit status, standard output and error, the set of files
left behind (so also which stamps were touched) and what is in them: .config, auto.conf, autoconf.h,
rustc_cfg, auto.conf.cmd, defconfig.

Both programs get the answers of $(shell) from one recording for each architecture, made by kconf at the
beginning. The dialect is left to kconf's guess. Without --all, a small part of the cases is tried.
"""

import argparse
import concurrent.futures
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zlib

import reference

ALL_MODES = ["allnoconfig", "allyesconfig", "allmodconfig", "alldefconfig"]
RANDOM_SEEDS = 200
QUICK_SHARE = 40  # one of so many
SECONDS = 120
# What a number without a default needs before conf 6.1 goes on; other questions take their default.
ANSWERS_FOR_NUMBERS = "\n0x0\n" * 100


def fast_folder():
    """Where thousands of small files cost little."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def variables(tree, version, arch):
    """What Linux's Makefile gives to conf."""
    source = {"i386": "x86", "x86_64": "x86", "sparc32": "sparc", "sparc64": "sparc",
              "parisc64": "parisc"}.get(arch, arch)
    compiler = subprocess.run(["gcc", "--version"], capture_output=True, text=True,
                              check=True).stdout.splitlines()[0]
    return {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": "/", "srctree": tree, "ARCH": arch,
            "SRCARCH": source, "SUBARCH": "x86", "HEADER_ARCH": "x86" if arch == "um" else source,
            "KERNELVERSION": f"{version}.0", "CC": "gcc", "LD": "ld", "NM": "nm",
            "OBJCOPY": "objcopy", "AR": "ar", "HOSTCC": "gcc", "HOSTCXX": "g++",
            "CC_VERSION_TEXT": compiler, "RUSTC": "rustc", "BINDGEN": "bindgen", "PAHOLE": "pahole",
            "RUSTC_VERSION_TEXT": "", "CLANG_FLAGS": "", "LLVM": "", "abs_srctree": tree}


class Case:
    """One or more runs, one after the other in the same folder."""

    def __init__(self, version, arch, title, *runs, config=None, answers="", environment=None):
        self.version = version
        self.arch = arch
        self.title = f"{version} {arch} {title}"
        self.runs = runs
        self.config = config
        self.answers = answers
        self.environment = environment or {}

    def is_quick(self):
        return zlib.crc32(self.title.encode()) % QUICK_SHARE == 0


class Sides:
    """conf and kconf with what they need."""

    def __init__(self, options, work):
        self.options = options
        self.work = work
        self.kconf = os.path.abspath(options.kconf)
        self.preload = os.path.abspath(options.preload)
        self.confs = {}
        self.trees = {}
        self.recordings = {}
        self.lock = threading.Lock()
        for version in reference.VERSIONS:
            self.confs[version] = reference.conf(version, options.work)
            self.trees[version] = reference.tree(version, options.work)

    def recording(self, version, arch):
        """The answers of $(shell) for an architecture; made when it is first asked for."""
        with self.lock:
            key = (version, arch)
            if key not in self.recordings:
                path = os.path.join(self.work, f"shells-{version}-{arch}")
                folder = tempfile.mkdtemp(dir=self.work)
                done = subprocess.run(
                    [self.kconf, "--shells=record:" + path, "--alldefconfig", "Kconfig"],
                    cwd=folder, env=variables(self.trees[version], version, arch),
                    stdin=subprocess.DEVNULL, capture_output=True, check=False)
                shutil.rmtree(folder)
                if not os.path.exists(path):
                    sys.exit(f"no recording for {version} {arch}: {done.stderr.decode()}")
                self.recordings[key] = path
        return self.recordings[key]

    def commands(self, case):
        recording = self.recording(case.version, case.arch)
        environment = {**variables(self.trees[case.version], case.version, case.arch),
                       **case.environment}
        conf_environment = {**environment, "LD_PRELOAD": self.preload,
                            "POPEN_REPLAY_FILE": recording}
        return [([self.confs[case.version]], conf_environment),
                ([self.kconf, "--messages=conf", "--shells=replay:" + recording], environment)]


def outcome(case, command, environment, folder):
    """What one program does in a case: a name for each thing to compare, and its bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    if case.config is not None:
        shutil.copy(case.config, os.path.join(folder, ".config"))
    found = {}
    for number, arguments in enumerate(case.runs, 1):
        try:
            done = subprocess.run(command + list(arguments) + ["Kconfig"], cwd=folder,
                                  env=environment, input=case.answers.encode(),
                                  capture_output=True, check=False, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            found[f"run {number}"] = b"too slow"
            break
        found[f"status of run {number}"] = str(done.returncode).encode()
        found[f"stdout of run {number}"] = done.stdout
        found[f"stderr of run {number}"] = done.stderr
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if os.path.getsize(path) > 0:
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = file.read()
            else:
                found[os.path.relpath(path, folder)] = b""
    shutil.rmtree(folder, ignore_errors=True)
    return found


def first_difference(a, b):
    if a is None:
        return "only kconf has it"
    if b is None:
        return "kconf has it not"
    ones, others = a.splitlines() + [b"<end>"], b.splitlines() + [b"<end>"]
    for number, (x, y) in enumerate(zip(ones, others), 1):
        if x != y:
            return f"line {number}: {x!r} and {y!r}"
    return "the ends of lines"


def compare(sides, case):
    """The differences of a case, as text; empty when there are none."""
    folder = os.path.join(sides.work, f"worker-{threading.get_ident()}")
    reference_found, kconf_found = [outcome(case, command, environment, folder)
                                    for command, environment in sides.commands(case)]
    names = sorted(name for name in set(reference_found) | set(kconf_found)
                   if reference_found.get(name) != kconf_found.get(name))
    if not names:
        return ""
    lines = [f"DIFFERENT {case.title}"]
    for name in names[:6]:
        lines.append(f"    {name}: "
                     + first_difference(reference_found.get(name), kconf_found.get(name)))
    if len(names) > 6:
        lines.append(f"    and {len(names) - 6} more")
    return "\n".join(lines)


def architectures(tree):
    return sorted(os.path.basename(os.path.dirname(path))
                  for path in glob.glob(f"{tree}/arch/*/Kconfig"))


def answers(seed):
    """What somebody might type; with a seed of its own for each case."""
    state = seed * 2654435761 % 2**32
    typed = []
    for _ in range(4000):
        state = (state * 1103515245 + 12345) % 2**31
        typed.append(["", "", "", "y", "n", "m", "1", "2", "3", "?", "Yes", "No", "17", "0x10",
                      "text", "2?", " y ", "nonsense"][state // 65536 % 18])
    return "\n".join(typed) + "\n"


def cases(version, tree):
    for path in sorted(glob.glob(f"{tree}/arch/*/configs/*")):
        arch = path.split("/")[-3]
        title = os.path.basename(path)
        if os.path.isfile(path):
            yield Case(version, arch, title, ["--olddefconfig"], ["--syncconfig"],
                       ["--savedefconfig=defconfig"], config=path, answers=ANSWERS_FOR_NUMBERS)
    for arch in architectures(tree):
        for mode in ALL_MODES:
            yield Case(version, arch, mode, ["--" + mode])
    for seed in range(RANDOM_SEEDS):
        environment = {"KCONFIG_SEED": str(seed)}
        if seed % 4 != 0:
            environment["KCONFIG_PROBABILITY"] = ["50", "20:30", "10:40:50"][seed % 4 - 1]
        yield Case(version, "x86", f"randconfig {seed}", ["--randconfig"], environment=environment)
    small = f"{tree}/arch/x86/configs/i386_defconfig"
    large = f"{tree}/arch/x86/configs/x86_64_defconfig"
    for config in (small, large):
        name = os.path.basename(config)
        for mode in ("listnewconfig", "helpnewconfig", "yes2modconfig", "mod2yesconfig",
                     "mod2noconfig", "oldconfig", "syncconfig"):
            yield Case(version, "x86", f"{mode} of {name}", ["--" + mode], config=config)
        yield Case(version, "x86", f"settled syncconfig of {name}", ["--syncconfig"],
                   ["--syncconfig"], ["--mod2yesconfig"], ["--syncconfig"], config=config)
        yield Case(version, "x86", f"KCONFIG_ALLCONFIG={name}", ["--allmodconfig"],
                   environment={"KCONFIG_ALLCONFIG": config})
        yield Case(version, "x86", f"defconfig of {name}", ["--defconfig=" + config])
        for seed in range(4):
            yield Case(version, "x86", f"answers {seed} to oldconfig of {name}", ["--oldconfig"],
                       config=config, answers=answers(seed))
            yield Case(version, "x86", f"answers {seed} to oldaskconfig of {name}",
                       ["--oldaskconfig"], config=config, answers=answers(seed + 10))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--preload", required=True, help="popen_replay.so")
    parser.add_argument("--work", required=True, help="where the references are kept")
    parser.add_argument("--all", action="store_true", help="try every case")
    parser.add_argument("--only", help="try only cases with this in their title")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    options.work = os.path.abspath(options.work)

    failures = 0
    with tempfile.TemporaryDirectory(dir=fast_folder(), prefix="kconf-") as work:
        sides = Sides(options, work)
        chosen = [case for version in reference.VERSIONS
                  for case in cases(version, sides.trees[version])
                  if (options.only in case.title if options.only
                      else options.all or case.is_quick())]
        with concurrent.futures.ThreadPoolExecutor(options.workers) as pool:
            for number, text in enumerate(pool.map(lambda case: compare(sides, case), chosen), 1):
                if number % 200 == 0:
                    print(f"{number} of {len(chosen)} cases", flush=True)
                if text:
                    failures += 1
                    print(text, flush=True)
    print(f"{len(chosen)} cases compared, {failures} different")
    return 1 if failures or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
