# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Everything that can be wrong with what a user hands over. Each message must say what is wrong,
where, and what to do; nothing of the user's may be lost."""
import contextlib
import os
import pathlib
import subprocess
import unittest

from line import LineTest, kiln


# Root writes where permissions forbid it; without this capability it does not.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override") if os.geteuid() == 0 else ()
# A program that may write files of half a kilobyte and no larger.
ON_A_FULL_DISK = ("sh", "-c", "trap '' XFSZ; ulimit -f 1; exec \"$@\"", "sh")


@contextlib.contextmanager
def small_disk(folder, kibibytes):
    """A file system of that size at `folder`; yields whether there could be one (it takes root)."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", folder],
                             check=False, stderr=subprocess.DEVNULL).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", folder], check=True)


@contextlib.contextmanager
def read_only(folder):
    pathlib.Path(folder).chmod(0o555)
    try:
        yield
    finally:
        pathlib.Path(folder).chmod(0o755)


class BadInput(LineTest):
    def test_syntax_error_in_config_uk(self):
        app = self.application()
        file = app / "Config.uk"
        lines = file.read_text().splitlines()
        file.write_text("\n".join([*lines, "config APPHELLOWORLD_MORE", "\tbol \"More\"", ""]))
        outcome = kiln("config", app)
        self.assertSays(outcome, f"{file}:{len(lines) + 2}:2: error:", "bool")

    def test_unknown_symbols_and_bad_values_in_the_configuration(self):
        app = self.application()
        self.assertStatus(kiln("config", app), 0)
        file = app / ".config"
        lines = len(file.read_text().splitlines())
        with file.open("a") as stream:
            stream.write("CONFIG_NO_SUCH_OPTION=y\nCONFIG_LIBUKBOOT_MAXNBARGS=many\n")
        outcome = kiln("config", app)
        self.assertSays(outcome, f"{file}:{lines + 1}", "NO_SUCH_OPTION", f"{file}:{lines + 2}",
                        "LIBUKBOOT_MAXNBARGS", "many")

    def test_refused_values_leave_the_file(self):
        app = self.application()
        self.assertStatus(kiln("config", app), 0)
        before = (app / ".config").read_bytes()
        for setting, hint in (("NO_SUCH_OPTION=y", "NO_SUCH_OPTION"),
                              ("LIBUKBOOT_MAXNBARGS=many", "many"),
                              ("LIBUKBOOT=perhaps", "LIBUKBOOT")):
            with self.subTest(setting=setting):
                outcome = kiln("config", app, "--set", setting)
                self.assertStatus(outcome, 1)
                self.assertSays(outcome, hint)
                self.assertEqual((app / ".config").read_bytes(), before)

    def test_missing_compiler(self):
        app = self.application()
        self.assertStatus(kiln("config", app), 0)
        tools = self.scratch / "few-tools"
        tools.mkdir()
        for name in ("make", "sh", "bash", "env", "mkdir", "rm", "cat"):
            (tools / name).symlink_to(subprocess.check_output(["which", name], text=True).strip())
        outcome = kiln("build", app, env={"PATH": str(tools)})
        self.assertStatus(outcome, 3)
        self.assertSays(outcome, "gcc", "apt install")

    def test_compile_error(self):
        app = self.application()
        source = app / "main.c"
        lines = source.read_text().splitlines()
        source.write_text("\n".join([*lines, "int broken(void) { return missing; }", ""]))
        outcome = kiln("build", app)
        self.assertStatus(outcome, 1)
        self.assertSays(outcome, f"main.c:{len(lines) + 1}:", "missing")
        self.assertEqual(list(app.glob("build/*_qemu-x86_64")), [])
        source.write_text("\n".join([*lines, ""]))
        self.assertStatus(kiln("build", app), 0)

    def test_no_qemu(self):
        app = self.application()
        self.assertStatus(kiln("build", app), 0)
        tools = self.scratch / "no-qemu"
        tools.mkdir()
        for name in ("make", "gcc", "g++", "ld", "objcopy", "sh", "bash"):
            (tools / name).symlink_to(subprocess.check_output(["which", name], text=True).strip())
        outcome = kiln("run", app, "--no-build", env={"PATH": str(tools)})
        self.assertStatus(outcome, 3)
        self.assertSays(outcome, "qemu-system-x86_64", "apt install qemu-system-x86")

    def test_guest_that_never_prints(self):
        app = self.application()
        (app / "main.c").write_text("int main(void)\n{\n\tfor (;;)\n\t\t;\n}\n")
        self.assertStatus(kiln("config", app, "--set", "LIBUKBOOT_BANNER_NONE=y"), 0)
        outcome = kiln("run", app, "--expect", "Hello", "--timeout", "5")
        self.assertStatus(outcome, 124)
        self.assertSays(outcome, "5 s", "printed nothing")
        self.assertEqual(subprocess.run(["pgrep", "-f", str(app)], check=False).returncode, 1)

    def test_guest_that_faults(self):
        app = self.application()
        (app / "main.c").write_text(
            "__attribute__((noinline)) void strike(volatile int *where)\n{\n\t*where = 1;\n}\n\n"
            "int main(int argc, char *argv[])\n{\n\t(void)argv;\n"
            "\tstrike((volatile int *)(unsigned long)(argc * 8));\n\treturn 0;\n}\n")
        outcome = kiln("run", app, "--timeout", "60")
        self.assertStatus(outcome, 7)
        self.assertSays(outcome, "Unhandled Trap 14 (page fault)", "RIP:", "<strike+")

    def test_guest_that_fails(self):
        app = self.application()
        (app / "main.c").write_text("int main(void)\n{\n\treturn 3;\n}\n")
        outcome = kiln("run", app, "--timeout", "60")
        self.assertStatus(outcome, 9)
        self.assertSays(outcome, "3")

    def test_folder_that_is_no_application(self):
        for folder in (self.scratch / "empty", self.scratch / "nowhere"):
            if folder.name == "empty":
                folder.mkdir()
            for command in ("config", "build", "run", "clean"):
                with self.subTest(folder=folder.name, command=command):
                    outcome = kiln(command, folder)
                    self.assertStatus(outcome, 4)
                    self.assertSays(outcome, str(folder))
        self.assertSays(kiln("build", self.scratch / "empty"), "Makefile.uk")

    def test_tree_that_is_no_kernel_tree(self):
        outcome = kiln("build", self.application(), "--tree", self.scratch)
        self.assertStatus(outcome, 4)
        self.assertSays(outcome, str(self.scratch))

    def test_read_only_folder(self):
        app = self.application()
        self.assertStatus(kiln("config", app), 0)
        before = (app / ".config").read_bytes()
        with read_only(app):
            refused = kiln("config", app, "--set", "LIBUKDEBUG_PRINTK_INFO=y", through=AS_ANYBODY)
            self.assertStatus(refused, 1)
            self.assertSays(refused, str(app / ".config"), "Permission denied", "writable")
            unbuilt = kiln("build", app, through=AS_ANYBODY)
            self.assertStatus(unbuilt, 1)
            self.assertSays(unbuilt, str(app))
        self.assertEqual((app / ".config").read_bytes(), before)

    def test_full_disk_while_saving(self):
        disk = self.scratch / "disk"
        disk.mkdir()
        with small_disk(disk, 256) as is_small:
            app = disk / "helloworld"
            subprocess.run(["cp", "-r", self.application(), app], check=True)
            self.assertStatus(kiln("config", app), 0)
            before = (app / ".config").read_bytes()
            if is_small:
                with (disk / "ballast").open("wb", buffering=0) as ballast:
                    with contextlib.suppress(OSError):
                        while True:
                            ballast.write(b"x" * 1024)
            refused = kiln("config", app, "--set", "LIBUKDEBUG_PRINTK_INFO=y",
                           through=() if is_small else ON_A_FULL_DISK)
            self.assertStatus(refused, 1)
            self.assertSays(refused, str(app / ".config"), "Free some space")
            self.assertSays(refused, "No space left" if is_small else "File too large")
            self.assertEqual((app / ".config").read_bytes(), before)
            (disk / "ballast").unlink(missing_ok=True)
            self.assertStatus(kiln("config", app, "--set", "LIBUKDEBUG_PRINTK_INFO=y"), 0)


if __name__ == "__main__":
    unittest.main()
