#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""kiln new and kiln target: every template builds with the bundled tree and boots; a target's files
are its own."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile

from kiln_program import Kiln, check

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]


def files_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


def preview(application, *options):
    """What --dry-run prints is what is written then."""
    output, _ = kiln("new", application, *options, "--dry-run")
    check(not application.exists(), "a dry run writes nothing")
    kiln("new", application, *options)
    text = "".join(f"==> {application}/{name}\n{content.decode()}"
                   for name, content in sorted(files_of(application).items()))
    check(output == text, f"the preview of {application}: {output}\n----\n{text}")


def applications():
    listed = [line.split()[0] for line in kiln("new", "--list")[0].splitlines()]
    check(listed == ["c", "cpp", "uktest", "library-port"], str(listed))
    for name in ("c", "cpp"):
        application = FOLDER / f"my-{name}"
        preview(application, "--template", name)
        output, _ = kiln("run", application, "--timeout", "60", "--arg", "x", "-j", "2",
                         "--expect", "argument 1: x")
        check(f"Hello from my-{name}!" in output, output)
    before = files_of(FOLDER / "my-c")
    _, said = kiln("new", FOLDER / "my-c", status=1)
    check("already" in said and files_of(FOLDER / "my-c") == before, said)

    application = FOLDER / "tested"
    preview(application, "--template", "uktest")
    result = json.loads(kiln("test", application, "--suite", "tested", "--json", "-j", "2")[0])
    check(result["passed"] and result["suites"] == 1 and result["cases"] == 2, str(result))
    # The template's own make does what kiln does.
    subprocess.run(["make", "-s", "-C", application, "print-version"], check=True,
                   stdout=subprocess.DEVNULL)

    for wrong in (("--template", "nope"), ("--name", "1x"), ("--name", "a b"),
                  ("--template", "library-port", "--version", "1", "--source", "x$(id)"),
                  ("--template", "library-port", "--version", "$(id)", "--source", "/x.tar.gz")):
        _, said = kiln("new", FOLDER / "wrong", *wrong, status=2)
        check("kiln: error" in said and not (FOLDER / "wrong").exists(), said)


def library():
    source = FOLDER / "greet-1.2"
    source.mkdir()
    (source / "greet.c").write_text("int greet_answer(void) { return 41; }\n")
    archive = FOLDER / "greet-1.2.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(source, "greet-1.2")
    port = FOLDER / "lib-greet"
    preview(port, "--template", "library-port", "--name", "greet", "--version", "1.2",
            "--source", f"file://{archive}")
    makefile = port / "Makefile.uk"
    check("greet-$(LIBGREET_VERSION).tar.gz" in makefile.read_text(), "the version is said once")
    # The library is used as its README says: sources, exports, a patch.
    makefile.write_text(makefile.read_text() +
                        "LIBGREET_SRCS-y += $(LIBGREET_SOURCE)/greet.c\n")
    with (port / "exportsyms.uk").open("a") as exports:
        exports.write("greet_answer\n")
    (port / "patches").mkdir()
    (port / "patches" / "0001-answer.patch").write_text(
        "--- a/greet.c\n+++ b/greet.c\n@@ -1 +1 @@\n-int greet_answer(void) { return 41; }\n"
        "+int greet_answer(void) { return 42; }\n")
    # Built before, so only what is new is compiled.
    application = FOLDER / "my-c"
    (application / "Kraftfile").unlink()
    (application / "main.c").write_text(
        "#include <stdio.h>\n#include <greet_port.h>\nint greet_answer(void);\n"
        "int main(void)\n{\n\tprintf(\"greet %s says %d\\n\", greet_port_version(), "
        "greet_answer());\n\treturn 0;\n}\n")
    kiln("config", application, "--lib", port, "--set", "LIBGREET=y")
    output, _ = kiln("run", application, "--lib", port, "--timeout", "60", "-j", "2",
                     "--expect", "greet 1.2 says 42")
    check("greet 1.2 says 42" in output, output)


def targets():
    application = FOLDER / "my-c"
    kraftfile = application / "Kraftfile"
    kraftfile.write_text(kraftfile.read_text().replace(
        "  kconfig:\n", "  kconfig:\n    CONFIG_APPMY_C_GREETING: from the Kraftfile\n"
                        "    CONFIG_NO_SUCH_OPTION: y\n"))
    line = kraftfile.read_text().splitlines().index(
        "    CONFIG_APPMY_C_GREETING: from the Kraftfile") + 1
    untargeted = (application / ".config").read_bytes()
    listed = json.loads(kiln("target", "list", application, "--json")[0])
    names = [target["name"] for target in listed]
    check(names == ["qemu-x86_64", "qemu-arm64", "linuxu-x86_64"], str(names))
    kiln("target", "select", application, "linuxu/x86_64")
    output, said = kiln("run", application, "--timeout", "60", "-j", "2")
    check("from the Kraftfile" in output, output)
    check(f"APPMY_C_GREETING: \"Hello from my-c!\" -> \"from the Kraftfile\" ({kraftfile}:{line}:5)"
          in said or f"({kraftfile}:{line}:5)" in said, said)
    check(f"{kraftfile}:{line + 1}:5: NO_SUCH_OPTION" in said, said)
    kiln("config", application, "--target", "qemu/arm64", "--set", "APPMY_C_GREETING=arm")
    values = {name: (application / f".config.{name}").read_text() for name in names[1:]}
    check("CONFIG_ARCH_ARM_64=y" in values["qemu-arm64"] and "arm" in values["qemu-arm64"],
          "arm64's configuration")
    check("CONFIG_PLAT_LINUXU=y" in values["linuxu-x86_64"], "the process's configuration")
    check((application / ".config").read_bytes() == untargeted, ".config is untouched")
    check((application / "build-linuxu-x86_64/my-c_linuxu-x86_64").is_file(), "its build folder")
    check((application / "build/my-c_qemu-x86_64").is_file(), "the other build is still there")

    kiln("target", "add", application, "qemu/x86_64", "--name", "debug")
    _, said = kiln("target", "add", application, "qemu/x86_64", "--name", "debug", status=1)
    check(str(kraftfile) + ":" in said, said)
    text = kraftfile.read_text()
    check("- name: debug\n  platform: qemu\n  architecture: x86_64\n" in text and
          "# Each with a configuration" in text, text)
    kiln("target", "select", application, "debug")
    kiln("target", "change", application, "debug", "qemu/arm64", "--name", "bug")
    check("- name: bug\n  platform: qemu\n  architecture: arm64\n" in kraftfile.read_text(),
          kraftfile.read_text())
    check("* bug" in kiln("target", "list", application)[0], "it is still the one selected")
    kiln("target", "change", application, "bug", "qemu/x86_64", "--name", "debug")
    check(kraftfile.read_text() == text, "and back, without a trace")
    kiln("target", "remove", application, "debug")
    selected = [each["name"] for each in
                json.loads(kiln("target", "list", application, "--json")[0]) if each["selected"]]
    check(selected == [], "what is removed is not selected any more")
    for words, status in ((("list", FOLDER / "nowhere"), 4), (("select", application), 2),
                          (("grow", application), 2), (("select", application, "nope"), 1),
                          (("add", application, "qemu"), 2)):
        kiln("target", *words, status=status)
    # A name from a Kraftfile never leads out of the folder.
    kraftfile.write_text("spec: v0.6\ntargets:\n- name: ../../evil $(id)\n  platform: qemu\n"
                         "  architecture: x86_64\n")
    listed = json.loads(kiln("target", "list", application, "--json")[0])
    check(pathlib.Path(listed[0]["config"]).parent == application and "$" not in listed[0]["build"],
          str(listed))


kiln, KCONF, FOLDER = Kiln(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)
os.environ |= {"KILN_KCONF": KCONF, "KILN_ACCEL": "tcg", "LC_ALL": "C.UTF-8",
               "XDG_CONFIG_HOME": str(FOLDER / "config"), "XDG_DATA_HOME": str(FOLDER / "data"),
               "KILN_KERNEL_DIR": str(REPOSITORY / "kernel")}
applications()
targets()
library()
print("ok")
