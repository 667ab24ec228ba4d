# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""cmake --install into a folder of its own, and the programs there."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.prefix = pathlib.Path(cls.folder.name, "usr")
        subprocess.run([os.environ["KILN_CMAKE"], "--install", os.environ["KILN_BUILD"],
                        "--prefix", cls.prefix], check=True, stdout=subprocess.DEVNULL)

    def run_program(self, name, *arguments, expected=0):
        """As from a desktop: nothing in the environment leads to the source tree."""
        environment = {"PATH": "/usr/bin:/bin", "HOME": self.folder.name, "LC_ALL": "C.UTF-8",
                       "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run([self.prefix / "bin" / name, *arguments], env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=120, check=False)
        self.assertEqual(done.returncode, expected, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def test_everything_is_there(self):
        for path in ("bin/kiln", "bin/kiln-studio", "bin/kconf", "share/man/man1/kiln.1",
                     "share/man/man1/kiln-run.1", "share/man/man1/kconf.1",
                     "share/applications/org.kiln.Studio.desktop",
                     "share/metainfo/org.kiln.Studio.metainfo.xml",
                     "share/icons/hicolor/scalable/apps/org.kiln.Studio.svg",
                     "share/kiln/kernel/Makefile", "share/kiln/kernel/apps/helloworld/main.c",
                     "share/kiln/kernel/support/build"):
            self.assertTrue((self.prefix / path).exists(), path)

    def test_nothing_is_there_that_was_built(self):
        kernel = self.prefix / "share/kiln/kernel"
        left = [path for path in kernel.rglob("*")
                if path.name.startswith(".config") or path.suffix in (".o", ".dbg")]
        self.assertEqual(left, [])
        self.assertEqual(list(kernel.glob("apps/*/build")), [])

    def test_programs_start(self):
        for program in ("kiln", "kconf", "kiln-studio"):
            self.assertIn("kiln", self.run_program(program, "--version").lower())

    def test_desktop_entry_starts_the_program(self):
        entry = (self.prefix / "share/applications/org.kiln.Studio.desktop").read_text()
        command = next(line for line in entry.splitlines() if line.startswith("Exec="))
        self.assertTrue((self.prefix / "bin" / command[5:].split()[0]).is_file(), command)

    def test_manual_pages_are_well_formed(self):
        for page in (self.prefix / "share/man/man1").glob("*.1"):
            text = page.read_text()
            for section in (".TH ", ".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION"):
                self.assertIn(section, text, page.name)

    def test_own_tree_is_used(self):
        """An option that only the installed tree has is in a configuration made from it."""
        application = pathlib.Path(self.folder.name, "hello")
        kernel = self.prefix / "share/kiln/kernel"
        shutil.copytree(kernel / "apps/helloworld", application)
        with open(kernel / "Config.uk", "a", encoding="utf-8") as options:
            options.write("\nconfig INSTALLED_MARK\n\tbool\n\tdefault y\n")
        self.run_program("kiln", "config", application)
        self.assertIn("CONFIG_INSTALLED_MARK=y", (application / ".config").read_text())


if __name__ == "__main__":
    unittest.main()
