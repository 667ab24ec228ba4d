#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""How fast kconf is beside conf, on one machine in one run; machines differ, so look at the ratios.

Linux 6.1 x86 with Debian's configuration: load and olddefconfig with kconf, with conf 6.1 built -O2 and,
where it is installed, with Kconfiglib. `$(shell)` is run once, by kconf, and answered from that recording
for all of them. Then a generated tree of Unikraft's size, and the engine's own benches that are named.

  tests/bench/kconfig_speed.py --kconf build/release/bin/kconf --preload popen_replay.so

Wall time is the median of runs that take turns; it is shown and never judged. Instructions are counted by
callgrind and hardly vary: with --check they must hold their bounds, and so must peak memory.
"""

import argparse
import glob
import lzma
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "kconfig", "oracle"))

import reference  # noqa: E402

ARCHIVE = "/usr/src/linux-source-6.1.tar.xz"
DEBIAN_CONFIG = "/usr/src/linux-config-6.1/config.amd64_none_amd64.xz"
# The bounds that --check judges, as shares of conf's figure, or plain.
INSTRUCTION_SHARE = 0.2
MEMORY_MEBIBYTES = 33 * 1.5
SMALL_TREE_INSTRUCTIONS = 7e6
SMALL_TREE_LIBRARIES = 110


class Program:
    """A way to do load + olddefconfig in a folder."""

    def __init__(self, name, command, environment):
        self.name = name
        self.command = command
        self.environment = environment
        self.times = []
        self.peak = 0.0
        self.instructions = None

    def run(self, folder, prefix=()):
        """Seconds it took."""
        log = os.path.join(folder, "stderr")
        begin = time.perf_counter()
        with open(log, "wb") as errors, open(os.devnull, "rb+") as nothing:
            child = subprocess.Popen([*prefix, *self.command], cwd=self.environment["BENCH_TREE"],
                                     env=self.environment, stdin=nothing, stdout=nothing,
                                     stderr=errors)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        spent = time.perf_counter() - begin
        if child.returncode != 0:
            with open(log, encoding="utf-8", errors="replace") as errors:
                sys.exit(f"{self.name} failed ({' '.join(self.command)}):\n{errors.read()[-2000:]}")
        if not prefix:
            self.peak = max(self.peak, usage.ru_maxrss / 1024)
        return spent

    def count(self, folder):
        if shutil.which("valgrind") is None:
            return
        out = os.path.join(folder, "callgrind.out")
        self.run(folder, ("valgrind", "--tool=callgrind", f"--callgrind-out-file={out}"))
        with open(os.path.join(folder, "stderr"), encoding="utf-8", errors="replace") as log:
            found = re.search(r"Collected : (\d+)", log.read())
        self.instructions = int(found.group(1)) if found else None


def linux_tree(work):
    """Linux 6.1's Kconfig files and what their shells call."""
    tree = os.path.join(work, "linux-6.1")
    if not os.path.exists(tree):
        if not os.path.exists(ARCHIVE):
            sys.exit(f"{ARCHIVE} is missing: install the package linux-source-6.1, "
                     "or name a tree with --tree")
        shutil.rmtree(tree + ".new", ignore_errors=True)
        os.makedirs(tree + ".new")
        subprocess.run(["tar", "-xJf", ARCHIVE, "-C", tree + ".new", "--strip-components=1",
                        "--wildcards", "*/Kconfig*", "*/scripts/*.sh", "*/arch/x86/configs/*"],
                       check=True)
        os.rename(tree + ".new", tree)
    return tree


def linux_environment(tree):
    """What Linux's Makefile exports for ARCH=x86."""
    gcc = subprocess.run(["gcc", "--version"], capture_output=True, text=True, check=True)
    return {"PATH": os.environ["PATH"], "LC_ALL": "C", "BENCH_TREE": tree, "srctree": ".",
            "abs_srctree": tree, "ARCH": "x86", "SRCARCH": "x86", "KERNELVERSION": "6.1.0",
            "CC": "gcc", "HOSTCC": "gcc", "LD": "ld", "NM": "nm", "OBJCOPY": "objcopy", "AR": "ar",
            "RUSTC": "rustc", "BINDGEN": "bindgen", "PAHOLE": "pahole", "LLVM": "",
            "CLANG_FLAGS": "", "KBUILD_MODNAME": "", "RUSTC_VERSION_TEXT": "",
            "CC_VERSION_TEXT": gcc.stdout.splitlines()[0]}


def start_config(options, tree):
    if options.config:
        with open(options.config, "rb") as file:
            return file.read()
    if os.path.exists(DEBIAN_CONFIG):
        with lzma.open(DEBIAN_CONFIG) as file:
            return file.read()
    with open(os.path.join(tree, "arch/x86/configs/x86_64_defconfig"), "rb") as file:
        return file.read()


def outputs(environment, folder, name):
    return dict(environment, KCONFIG_CONFIG=os.path.join(folder, name + ".config"),
                KCONFIG_AUTOCONFIG=os.path.join(folder, name + ".auto.conf"),
                KCONFIG_AUTOHEADER=os.path.join(folder, name + ".h"),
                KCONFIG_RUSTCCFG=os.path.join(folder, name + ".rustc"),
                KCONFIG_TRISTATE=os.path.join(folder, name + ".tristate"), CONFIG_="CONFIG_")


def kconfiglib_program(tree, work, environment, recording):
    """Kconfiglib 14.1 on a copy of the tree that it can parse: `modules` the old way."""
    try:
        import kconfiglib  # noqa: F401 # pylint: disable=unused-import,import-outside-toplevel
    except ImportError:
        return None
    copy = os.path.join(work, "linux-6.1-for-kconfiglib")
    if not os.path.exists(copy):
        shutil.copytree(tree, copy, symlinks=True)
        for path in glob.glob(os.path.join(copy, "**", "Kconfig*"), recursive=True):
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            changed = re.sub(r"^\tmodules$", "\toption modules", text, flags=re.MULTILINE)
            if changed != text:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(changed)
    script = os.path.join(HERE, "kconfiglib_olddefconfig.py")
    return Program("Kconfiglib", [sys.executable, "-B", script, recording],
                   dict(environment, BENCH_TREE=copy))


def measure(programs, folder, runs, configs):
    for number in range(runs + 1):
        # The first of a round fetches what has left the page cache: not always for the same one.
        for program in programs if number % 2 == 0 else reversed(programs):
            with open(program.environment["KCONFIG_CONFIG"], "wb") as file:
                file.write(configs)
            spent = program.run(folder)
            if number > 0:  # the first one fills the page cache
                program.times.append(spent)


def show(title, programs):
    print(f"\n{title}")
    peer = next((p for p in programs if p.name.startswith("conf ")), None)
    print(f"  {'':12}{'wall':>10}{'instructions':>16}{'peak':>11}")
    for program in programs:
        wall = statistics.median(program.times) * 1000
        count = f"{program.instructions / 1e6:.1f} M" if program.instructions else "-"
        print(f"  {program.name:12}{wall:7.1f} ms{count:>16}{program.peak:7.1f} MiB", end="")
        if peer and program is not peer:
            print(f"   {wall / (statistics.median(peer.times) * 1000):6.3f} of conf's time", end="")
            if program.instructions and peer.instructions:
                print(f", {program.instructions / peer.instructions:.3f} of its instructions",
                      end="")
        print()


def compare_linux(options, work, folder):
    tree = os.path.abspath(options.tree) if options.tree else linux_tree(work)
    environment = linux_environment(tree)
    config = start_config(options, tree)
    recording = os.path.join(folder, "recording")
    kconf = [options.kconf, "--dialect=linux-6.1"]
    first = outputs(environment, folder, "first")
    with open(first["KCONFIG_CONFIG"], "wb") as file:
        file.write(config)
    Program("kconf", [*kconf, f"--shells=record:{recording}", "-s", "--olddefconfig", "Kconfig"],
            first).run(folder)
    conf = reference.conf_6_1(os.path.join(work, "conf-6.1"))
    programs = [
        Program("kconf", [*kconf, f"--shells=replay:{recording}", "-s", "--olddefconfig",
                          "Kconfig"], outputs(environment, folder, "kconf")),
        Program("conf 6.1", [conf, "-s", "--olddefconfig", "Kconfig"],
                dict(outputs(environment, folder, "conf"), LD_PRELOAD=options.preload,
                     POPEN_REPLAY_FILE=recording))]
    if not options.check:
        peer = kconfiglib_program(tree, work, outputs(environment, folder, "kconfiglib"), recording)
        programs += [peer] if peer else []
    measure(programs, folder, options.runs, config)
    for program in programs:
        with open(program.environment["KCONFIG_CONFIG"], "wb") as file:
            file.write(config)
        program.count(folder)
    show("Linux 6.1 x86, Debian's configuration: load + olddefconfig, shells replayed", programs)
    with open(programs[0].environment["KCONFIG_CONFIG"], "rb") as ours, \
            open(programs[1].environment["KCONFIG_CONFIG"], "rb") as theirs:
        if ours.read() != theirs.read():
            sys.exit("kconf and conf wrote different configurations: the figures mean nothing")
    return programs


def write_small_tree(tree):
    """A tree of the size and the habits of Unikraft 0.17: 111 files, about 670 options, 30 choices,
    30 menus, libraries that need and pull each other, and help on everything."""
    def option(name, kind, *lines):
        text = [f"config {name}", f"\t{kind} \"Option {name.lower()} of a library\"", *lines, "\thelp"]
        text += ["\t  What this option is for, in a sentence or two, so that", "\t  somebody can decide.",
                 ""]
        return text

    root = [*option("ARCH_A", "bool"), *option("ARCH_B", "bool"), "menu \"Libraries\"", ""]
    for number in range(SMALL_TREE_LIBRARIES):
        name = f"LIB{number}"
        before = f"LIB{number * 7 % max(number, 1)}" if number else "LIB0"
        lines = [f"menuconfig {name}", f"\tbool \"lib{number}: a library\""]
        if number:
            lines += [f"\tselect {before} if {name}_FAST", "\tdepends on ARCH_A || !ARCH_B"]
        lines += ["\tdefault " + "ny"[number % 3 == 0], "", f"if {name}"]
        lines += option(f"{name}_FAST", "bool", "\tdefault y")
        lines += option(f"{name}_OLD", "bool", f"\tdepends on !{name}_FAST")
        lines += option(f"{name}_SIZE", "int", "\trange 1 4096", "\tdefault 64")
        lines += option(f"{name}_NAME", "string", f"\tdefault \"lib{number}\"")
        if number % 4 == 0:
            lines += ["choice", "\tprompt \"Kind\"", f"\tdefault {name}_KIND_B", ""]
            lines += option(f"{name}_KIND_A", "bool") + option(f"{name}_KIND_B", "bool")
            lines += ["endchoice", "", "menu \"Details\"", f"\tvisible if {name}_FAST", ""]
            lines += option(f"{name}_DEEP", "hex", "\tdefault 0x10") + ["endmenu", ""]
        lines += ["endif", ""]
        os.makedirs(os.path.join(tree, f"lib{number}"))
        with open(os.path.join(tree, f"lib{number}", "Kconfig"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        root.append(f"source \"lib{number}/Kconfig\"")
    with open(os.path.join(tree, "Kconfig"), "w", encoding="utf-8") as file:
        file.write("\n".join([*root, "", "endmenu", ""]))


def measure_small_tree(options, work, folder):
    tree = os.path.join(folder, "small")
    os.mkdir(tree)
    write_small_tree(tree)
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "BENCH_TREE": tree}
    conf = reference.conf_6_1(os.path.join(work, "conf-6.1"))
    programs = [Program("kconf", [options.kconf, "--dialect=unikraft", "-s", "--olddefconfig",
                                  "Kconfig"], outputs(environment, folder, "small")),
                Program("conf 6.1", [conf, "-s", "--olddefconfig", "Kconfig"],
                        outputs(environment, folder, "conf"))]
    measure(programs, folder, options.runs, b"")
    for program in programs:
        program.count(folder)
    show("A generated tree of Unikraft's size and habits: olddefconfig", programs)
    return programs[0]


def judge(programs, small):
    """The bounds that do not depend on the machine."""
    kconf, conf = programs[:2]
    broken = []
    if not kconf.instructions or not conf.instructions or not small.instructions:
        sys.exit("valgrind is missing: install it, for instructions are what is judged")
    if kconf.instructions > INSTRUCTION_SHARE * conf.instructions:
        broken.append(f"{kconf.instructions / conf.instructions:.3f} of conf's instructions, "
                      f"and {INSTRUCTION_SHARE} are allowed")
    if kconf.peak > MEMORY_MEBIBYTES:
        broken.append(f"{kconf.peak:.1f} MiB at the peak, and {MEMORY_MEBIBYTES} are allowed")
    if small.instructions > SMALL_TREE_INSTRUCTIONS:
        broken.append(f"{small.instructions / 1e6:.1f} M instructions for a tree of Unikraft's "
                      f"size, and {SMALL_TREE_INSTRUCTIONS / 1e6} M are allowed")
    for line in broken:
        print(f"FAIL: kconf needs {line}")
    return 1 if broken else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kconf", required=True, help="of a release build")
    parser.add_argument("--preload", required=True, help="popen_replay.so, for conf")
    parser.add_argument("--work", help="where trees and conf are kept (default: a folder in /tmp)")
    parser.add_argument("--tree", help="a Linux 6.1 tree (default: from Debian's source package)")
    parser.add_argument("--config", help="the .config to start from (default: Debian's)")
    parser.add_argument("--runs", type=int, default=11, help="timed runs of each program")
    parser.add_argument("--check", action="store_true", help="judge instructions and memory; quick")
    parser.add_argument("--bench", action="append", default=[], metavar="COMMAND",
                        help="a bench of the engine's own to run afterwards")
    options = parser.parse_args()
    options.kconf = os.path.abspath(options.kconf)
    options.preload = os.path.abspath(options.preload)
    if options.check:
        options.runs = min(options.runs, 3)
    work = os.path.abspath(options.work or os.path.join(tempfile.gettempdir(), "kiln-bench"))
    os.makedirs(work, exist_ok=True)
    # In memory: how long a disk takes to sync is not the question.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        programs = compare_linux(options, work, folder)
        small = measure_small_tree(options, work, folder)
    for bench in options.bench:
        print(f"\n{os.path.basename(bench)}", flush=True)
        subprocess.run(bench.split(), check=True)
    return judge(programs, small) if options.check else 0


if __name__ == "__main__":
    sys.exit(main())
