#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""How soon the windows of Kiln, qconf and Kconfiglib are there, beside what conf takes to load the tree.

Linux 6.1 x86, `$(shell)` run once, by kconf, and answered from that recording for all. The programs take
turns on one X server without a screen. Of Kiln the time is until the options of the tree are painted, from
the start of the process; of the others until a window is mapped, which they do when they have loaded. What
can't be had here is named. Machines differ, so look at the ratios; nothing is judged.

  tests/bench/configure_peers.py --bench build/release/tests/bin/configure_bench
      --kconf build/release/bin/kconf --preload build/release/tests/kconfig/popen_replay.so
      [--tree LINUX_SOURCES] [--small FOLDER]

Without LINUX_SOURCES those of the package linux-source-6.1 are unpacked. FOLDER is a small project to open
as well, such as kernel/apps/helloworld. Needs Xvfb and xdotool; qconf needs pkg-config and Qt 5 or 6 for developers; Kconfiglib its package and Tk for the same Python.
"""

import argparse
import glob
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import kconfig_speed  # noqa: E402
from kconfig_speed import reference  # noqa: E402

PATIENCE = 60  # seconds for a window
COMMON = ("confdata.c", "expr.c", "images.c", "lexer.lex.c", "menu.c", "parser.tab.c", "preprocess.c",
          "symbol.c", "util.c")
PYTHON = "/usr/bin/python3"  # the one that distribution packages are for


class Unavailable(Exception):
    """Why a program can't be compared."""


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def qt():
    """Flags of the Qt for qconf, its moc, and its version."""
    if shutil.which("pkg-config") is None:
        raise Unavailable("pkg-config is missing")
    for version, directory in (("5", "host_bins"), ("6", "libexecdir")):
        packages = [f"Qt{version}{part}" for part in ("Core", "Gui", "Widgets")]
        if subprocess.run(["pkg-config", "--exists", *packages], check=False).returncode == 0:
            moc = output("pkg-config", f"--variable={directory}", packages[0])[0] + "/moc"
            return (output("pkg-config", "--cflags", *packages),
                    output("pkg-config", "--libs", *packages), moc)
    raise Unavailable("neither Qt 5 nor Qt 6 for developers is installed")


def qconf(tree, work):
    """The path of qconf, built from the tree's own sources unless it is there."""
    build = os.path.join(work, "qconf-6.1")
    program = os.path.join(build, "qconf")
    if os.path.exists(program):
        return program
    cflags, libs, moc = qt()
    shutil.rmtree(build, ignore_errors=True)
    os.makedirs(build)
    for path in glob.glob(f"{tree}/scripts/kconfig/*"):
        if path.endswith((".c", ".h", ".l", ".y", ".cc")):
            shutil.copy(path, build)

    def run(*command):
        done = subprocess.run(command, cwd=build, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Unavailable(f"it can't be built here: {done.stderr.strip()[-300:]}")

    include = ["-I.", f"-I{tree}/scripts/include"]
    if not os.path.exists(os.path.join(build, "qconf.cc")):
        raise Unavailable("its sources are not in the tree")
    run("flex", "-o", "lexer.lex.c", "-L", "lexer.l")
    run("bison", "-o", "parser.tab.c", "--defines=parser.tab.h", "-t", "-l", "parser.y")
    run(moc, "qconf.h", "-o", "qconf-moc.cc")
    run("cc", "-O2", "-w", *include, "-c", *COMMON)
    run("c++", "-O2", "-w", "-fPIC", "-std=c++17", *include, *cflags, "-o", program, "qconf.cc",
        "qconf-moc.cc", *[each[:-2] + ".o" for each in COMMON], *libs)
    return program


def guiconfig():
    """The command of Kconfiglib's window."""
    for module, package in (("kconfiglib", "python3-kconfiglib"), ("tkinter", "python3-tk")):
        found = subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True, check=False)
        if found.returncode != 0:
            raise Unavailable(f"{package} is not installed")
    return [PYTHON, "-B", os.path.join(HERE, "kconfiglib_guiconfig.py")]


def peak(pid):
    """Mebibytes a process has had at most so far."""
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
        return int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1)) / 1024


class Peer:
    """A program whose window is waited for."""

    def __init__(self, name, command, environment):
        self.name = name
        self.command = command
        self.environment = environment
        self.times = []
        self.peak = 0.0

    def run(self):
        with open(os.devnull, "rb+") as nothing:
            begin = time.perf_counter()
            child = subprocess.Popen(self.command, cwd=self.environment["BENCH_TREE"],
                                     env=self.environment, stdin=nothing, stdout=nothing,
                                     stderr=nothing)
            try:
                while time.perf_counter() - begin < PATIENCE:
                    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."],
                                           env=self.environment, capture_output=True, check=False)
                    if found.stdout.strip():
                        spent = time.perf_counter() - begin
                        self.peak = max(self.peak, peak(child.pid))
                        return spent
                    if child.poll() is not None:
                        raise Unavailable(f"it ended with {child.returncode} and no window")
                    time.sleep(0.005)
                raise Unavailable(f"no window within {PATIENCE} s")
            finally:
                child.kill()
                child.wait()


class Ours(Peer):
    """Kiln's window, which tells itself when it is usable."""

    def run(self):
        done = subprocess.run(self.command, env=self.environment, capture_output=True, text=True,
                              timeout=PATIENCE, check=False)
        usable = re.search(r"usable window painted (\d+) ms", done.stdout)
        if usable is None:
            raise Unavailable(f"it failed: {(done.stdout + done.stderr).strip()[-300:]}")
        self.peak = max(self.peak, float(re.search(r"peak of memory ([\d.]+)", done.stdout).group(1)))
        return int(usable.group(1)) / 1000


class Conf(Peer):
    """The reference, which has no window: it loads the tree and the configuration and writes."""

    def run(self):
        program = kconfig_speed.Program(self.name, self.command, self.environment)
        with tempfile.TemporaryDirectory() as folder:
            spent = program.run(folder)
        self.peak = max(self.peak, program.peak)
        return spent


def record(options, environment, file):
    """What the tree's commands say, as a program hears it that names the tree by its full path or by
    the working directory, as `environment` has it."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [options.kconf, "--dialect=linux-6.1", f"--shells=record:{file}", "-s", "--alldefconfig",
             os.path.join(environment["BENCH_TREE"], "Kconfig") if environment["srctree"] != "."
             else "Kconfig"],
            cwd=folder if environment["srctree"] != "." else environment["BENCH_TREE"],
            env=dict(environment, KCONFIG_CONFIG=os.path.join(folder, "config")),
            capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"kconf can't load {environment['BENCH_TREE']}: {done.stderr.strip()[-500:]}")


def server():
    """An X server without a screen: the process and what DISPLAY has to be."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is missing: install the package {program.lower()}")
    receiver, sender = os.pipe()
    # Without -noreset it begins anew when the last window is closed, and refuses the next one meanwhile.
    child = subprocess.Popen(["Xvfb", "-noreset", "-displayfd", str(sender), "-screen", "0",
                              "1600x1000x24"], pass_fds=[sender], stderr=subprocess.DEVNULL)
    os.close(sender)
    with os.fdopen(receiver, encoding="ascii") as pipe:
        number = pipe.readline().strip()
    if not number:
        sys.exit("Xvfb did not start")
    return child, f":{number}"


def programs(options, work, display):
    tree = os.path.abspath(options.tree or reference.tree("6.1", work))
    environment = dict(kconfig_speed.linux_environment(tree), DISPLAY=display, HOME=work,
                       XDG_RUNTIME_DIR=work, QT_QPA_PLATFORM="xcb")
    relative = os.path.join(work, "recording")
    absolute = os.path.join(work, "recording-absolute")
    record(options, environment, relative)
    record(options, dict(environment, srctree=tree), absolute)
    config = os.path.join(work, "start.config")
    with open(config, "wb") as file:
        file.write(kconfig_speed.start_config(options, tree))
    theirs = dict(environment, KCONFIG_CONFIG=config)
    replayed = dict(theirs, LD_PRELOAD=options.preload, POPEN_REPLAY_FILE=relative)
    conf = reference.conf_6_1(os.path.join(work, "conf-6.1"))
    scratch = dict(replayed, KCONFIG_CONFIG=os.path.join(work, "conf.config"))
    yield Conf("conf 6.1", [conf, "-s", f"--defconfig={config}", "Kconfig"], scratch)
    yield Ours("Kiln", [options.bench, "--start", f"--shells={absolute}", tree], environment)
    for name, make in (("qconf 6.1", lambda: Peer("qconf 6.1", [qconf(tree, work), "Kconfig"],
                                                  replayed)),
                       ("guiconfig.py", lambda: Peer("guiconfig.py", [*guiconfig(), relative],
                                                     parsed_copy(tree, work, theirs)))):
        try:
            yield make()
        except Unavailable as why:
            print(f"{name} is left out: {why}")
    if options.small:
        yield Ours("Kiln, small", [options.bench, "--start", os.path.abspath(options.small)],
                   environment)


def parsed_copy(tree, work, environment):
    """The environment of Kconfiglib: a copy of the tree that it can parse, `modules` the old way."""
    copy = os.path.join(work, "linux-6.1-for-kconfiglib")
    if not os.path.exists(copy):
        for path in glob.glob(os.path.join(tree, "**", "Kconfig*"), recursive=True):
            if not os.path.isfile(path):
                continue
            target = os.path.join(copy, os.path.relpath(path, tree))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            with open(target, "w", encoding="utf-8") as file:
                file.write(re.sub(r"^\tmodules$", "\toption modules", text, flags=re.MULTILINE))
    return dict(environment, BENCH_TREE=copy)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True, help="configure_bench")
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--preload", required=True, help="popen_replay.so")
    parser.add_argument("--tree", help="the sources of Linux 6.1; else the package's")
    parser.add_argument("--config", help="a .config of it; else Debian's, else its default")
    parser.add_argument("--small", help="a small project to open, too")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", help="kept folder for what is built; else a temporary one")
    options = parser.parse_args()
    for name in ("bench", "kconf", "preload"):
        setattr(options, name, os.path.abspath(getattr(options, name)))
    with tempfile.TemporaryDirectory() as temporary:
        work = os.path.abspath(options.work or temporary)
        os.makedirs(work, exist_ok=True)
        xvfb, display = server()
        try:
            compared = list(programs(options, work, display))
            for number in range(options.runs + 1):
                for peer in list(compared):
                    try:
                        spent = peer.run()
                        if number > 0:  # the first one fills the page cache
                            peer.times.append(spent)
                    except Unavailable as why:
                        print(f"{peer.name} is left out: {why}")
                        compared.remove(peer)
        finally:
            xvfb.terminate()
            xvfb.wait()
    reference_time = statistics.median(compared[0].times)
    print(f"{'':14}{'median':>10}{'worst':>10}{'peak':>12}   of conf's load")
    for peer in compared:
        median = statistics.median(peer.times)
        print(f"{peer.name:14}{median * 1000:7.0f} ms{max(peer.times) * 1000:7.0f} ms"
              f"{peer.peak:8.1f} MiB   {median / reference_time:6.2f}")


if __name__ == "__main__":
    main()
