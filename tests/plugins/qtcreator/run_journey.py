#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Qt Creator without a display, with the plugin and the one that tests it.

Status 77: not run, because the plugin was not built, or Qt Creator or Xvfb are missing.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

NOT_RUN = 77
# What takes long to start and has no part in this.
NOT_NEEDED = """Android AutoTest AutotoolsProjectManager BareMetal Bazaar Beautifier BinEditor
    Bookmarks Boot2Qt CMakeProjectManager CVS ClangCodeModel ClangFormat ClangTools ClassView
    ClearCase Coco CodePaster CompilationDatabaseProjectManager Conan Cppcheck CtfVisualizer Designer
    DiffEditor Docker EmacsKeys FakeVim GLSLEditor GenericProjectManager Git GitLab Help ImageViewer
    IncrediBuild Ios LanguageClient Macros Marketplace McuSupport Mercurial MesonProjectManager
    ModelEditor Nim PerfProfiler Perforce Python QbsProjectManager QmakeProjectManager QmlDesigner
    QmlJSEditor QmlJSTools QmlPreview QmlProfiler QmlProjectManager Qnx RemoteLinux
    ScxmlEditor SerialTerminal SilverSearcher Squish StudioWelcome Subversion Todo
    UpdateInfo Valgrind VcsBase WebAssembly Welcome
    AppStatisticsMonitor Axivion CompilerExplorer Copilot EffectComposer ExtensionManager
    ExtraPropertyEditorManager Fossil Haskell Insight Learning Lua LuaLanguageClient QmlDesignerBase
    QmlDesignerLite QtApplicationManagerIntegration SafeRenderer ScreenRecorder Vcpkg""".split()


def not_run(why: str) -> int:
    print("not run:", why)
    return NOT_RUN


def installed() -> set[str]:
    """The plugins of the Qt Creator that is started. One that it does not know it takes for an error."""
    top = pathlib.Path(shutil.which("qtcreator")).resolve().parent.parent
    return {file.stem.removeprefix("lib") for file in top.glob("lib/**/qtcreator/plugins/lib*.so")}


def wait(creator: subprocess.Popen, begun: pathlib.Path) -> int:
    """The status of a Qt Creator that runs the tests. One that has not loaded their plugin, because
    something that it depends on is not there, would stay for ever."""
    try:
        status = creator.wait(timeout=120)
    except subprocess.TimeoutExpired:
        if not begun.exists():
            print("Qt Creator has not loaded the plugins")
            raise
        status = creator.wait(timeout=440)
    if not begun.exists():
        print("Qt Creator has ended without running the tests")
        return 1
    return status


def main() -> int:
    folders = os.environ.get("KILN_QTC_PLUGINS", "")
    if not folders:
        return not_run("the plugin was not built; give CMake -DQTC_SOURCE_DIR=")
    for program in ("qtcreator", "Xvfb", "qemu-system-x86_64", "gdb"):
        if shutil.which(program) is None:
            return not_run(f"{program} is missing")
    if os.environ.get("KILN_NEEDS_UPSTREAM"):
        tree = os.environ.get("KILN_UPSTREAM_TREE", "")
        if not os.path.isfile(os.path.join(tree, "version.mk")):
            return not_run("KILN_UPSTREAM_TREE names no checkout of Unikraft")
    top = pathlib.Path(os.environ["KILN_TOP"])
    pictures = pathlib.Path(os.environ["KILN_PICTURES"])
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kiln-qtcreator-") as scratch:
        home = pathlib.Path(scratch)
        application = home / "helloworld"
        shutil.copytree(top / "kernel/apps/helloworld", application,
                        ignore=shutil.ignore_patterns("build", ".config*"))
        environment = dict(os.environ, HOME=scratch, XDG_CONFIG_HOME=str(home / "config"),
                           XDG_DATA_HOME=str(home / "data"), XDG_CACHE_HOME=str(home / "cache"),
                           XDG_RUNTIME_DIR=scratch, LANG="C.UTF-8", LC_ALL="C.UTF-8",
                           KILN_APPLICATION=str(application), KILN_PICTURES=str(pictures),
                           KILN_KERNEL_DIR=str(top / "kernel"),
                           KILN_KCONF=str(pathlib.Path(os.environ["KILN_BIN"]) / "kconf"))
        # It ends without taking away what it has for a while.
        temporary = home / "tmp"
        temporary.mkdir()
        environment["TMPDIR"] = str(temporary)
        environment.pop("QT_QPA_PLATFORM", None)
        if "KILN_NEEDS_UPSTREAM" not in environment:
            environment.pop("KILN_UPSTREAM_TREE", None)
        scale = environment.get("KILN_SCALE", "1")
        if scale != "1":
            environment["QT_SCALE_FACTOR"] = scale
        # Xvfb chooses a free display and tells its number.
        reader, writer = os.pipe()
        size = f"{1440 * int(scale)}x{900 * int(scale)}x24"
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp"],
            pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as number:
            environment["DISPLAY"] = ":" + number.readline().strip()
        command = ["qtcreator", "-settingspath", str(home / "settings")]
        for folder in folders.split(":"):
            command += ["-pluginpath", folder]
        theme = environment.get("KILN_THEME")
        if theme:
            command += ["-theme", theme]
        there = installed()
        for plugin in NOT_NEEDED:
            if plugin in there:
                command += ["-noload", plugin]
        # What asks for a decision that has nothing to do with this.
        settings = home / "settings/QtProject/QtCreator.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text("[General]\nSuppressedWarnings=LinkWithQtInstallation, TakeUITour\n")
        begun = home / "begun"
        environment["KILN_BEGUN"] = str(begun)
        creator = subprocess.Popen(command, env=environment, start_new_session=True)
        try:
            status = wait(creator, begun)
        except subprocess.TimeoutExpired as slow:
            print(f"Qt Creator: not within {slow.timeout:.0f} s")
            status = 1
        finally:
            # What it has started belongs to its session.
            try:
                os.killpg(creator.pid, 9)
            except ProcessLookupError:
                pass
            creator.wait()
            server.terminate()
            server.wait()
        if status not in (0, 1):
            print(f"Qt Creator ended with status {status}")
        return 0 if status == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
