#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What host.cmake says to the development packages and source trees that it may meet."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

HOST = pathlib.Path(os.environ["KILN_TOP"]) / "plugins/qtcreator/host.cmake"
PROJECT = f"""cmake_minimum_required(VERSION 3.25)
project(Meets NONE)
include({HOST})
message(STATUS "found=[${{KILN_QTC_VERSION}}|${{KILN_QTC_PLUGIN_DIR}}|${{KILN_QTC_DATA_DIR}}]")
"""


class Host(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="kiln-host-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "CMakeLists.txt").write_text(PROJECT)

    def configure(self, *options: str) -> tuple[str, str]:
        """All that CMake says, in one line, and what was found."""
        ended = subprocess.run(
            ["cmake", "-S", self.folder, "-B", self.folder / "build", *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        found = re.search(r"found=\[(.*)\]", ended.stdout)
        self.assertEqual(ended.returncode == 0, found is not None, ended.stdout)
        return re.sub(r"\s+", " ", ended.stdout), found[1] if found else ""

    def package(self, text: str) -> str:
        """The option that has CMake find this configuration of a package."""
        folder = self.folder / "usr/lib/cmake/QtCreator"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "QtCreatorConfig.cmake").write_text(text)
        return f"-DQtCreator_DIR={folder}"

    def version(self, version: str) -> str:
        return self.package(f'set(IDE_VERSION "{version}")\nset(IDE_VERSION_COMPAT "{version}")\n'
                            'set(IDE_PLUGIN_PATH "lib/qtcreator/plugins")\n'
                            'set(IDE_DATA_PATH "share/qtcreator")\n')

    def tree(self, version: str) -> str:
        branding = self.folder / "tree/cmake/QtCreatorIDEBranding.cmake"
        branding.parent.mkdir(parents=True)
        branding.write_text(f'set(IDE_VERSION "{version}")  # The version.\n'
                            f'set(IDE_VERSION_COMPAT "{version}")\n')
        return f"-DQTC_SOURCE_DIR={self.folder / 'tree'}"

    def test_without_either_goes_on(self):
        text, found = self.configure("-DCMAKE_DISABLE_FIND_PACKAGE_QtCreator=ON")
        self.assertEqual(found, "||")
        self.assertIn("not built. Give -DQTC_SOURCE_DIR=", text)
        self.assertIn("development package", text)

    def test_takes_packages_of_versions_it_was_compiled_for(self):
        for version in ("9.0.0", "9.0.2", "9.0.82", "13.0.0", "15.0.1", "16.0.1", "17.0.1"):
            text, found = self.configure(self.version(version))
            self.assertEqual(found, f"{version}|lib/qtcreator/plugins|share/qtcreator")
            self.assertIn(f"Plugin for Qt Creator {version}: from its CMake package", text)
            self.assertNotIn("never compiled", text)

    def test_takes_packages_of_versions_between_and_says_so(self):
        for version in ("10.0.0", "11.0.3", "12.0.2", "14.0.2"):
            text, found = self.configure(self.version(version))
            self.assertEqual(found, f"{version}|lib/qtcreator/plugins|share/qtcreator")
            self.assertIn(f"it was never compiled for version {version} (but for 9, 13, 15, 16, 17)",
                          text)
            self.assertNotIn("CMake Warning", text)

    def test_refuses_older_packages(self):
        text, found = self.configure(self.version("8.0.2"))
        self.assertEqual(found, "||")
        self.assertIn("version 8.0.2 is too old (9.0.0 is the first)", text)

    def test_refuses_later_packages_unless_told(self):
        for version in ("17.0.82", "18.0.0", "20.0.2"):
            text, found = self.configure(self.version(version), "-DQTC_UNTRIED=OFF")
            self.assertEqual(found, "||")
            self.assertIn(f"version {version} came after it", text)
            self.assertIn("-DQTC_UNTRIED=ON", text)
            text, found = self.configure(self.version(version), "-DQTC_UNTRIED=ON")
            self.assertEqual(found, f"{version}|lib/qtcreator/plugins|share/qtcreator")
            self.assertIn("CMake Warning", text)

    def test_untried_does_not_help_older_ones(self):
        self.assertEqual(self.configure(self.version("8.0.2"), "-DQTC_UNTRIED=ON")[1], "||")

    def test_wants_a_whole_package(self):
        text, found = self.configure(self.package("set(QtCreator_VERSION 9.0.2)\n"))
        self.assertEqual(found, "")
        self.assertIn("does not set IDE_VERSION", text)

    def test_tells_why_a_package_is_of_no_use(self):
        text, found = self.configure(self.package(
            "include(CMakeFindDependencyMacro)\nfind_dependency(KilnHasNoSuchThing)\n"))
        self.assertEqual(found, "||")
        self.assertIn("can't be used", text)
        self.assertIn("KilnHasNoSuchThing", text)

    def test_refuses_later_trees(self):
        text, found = self.configure(self.tree("18.0.0"))
        self.assertEqual(found, "||")
        self.assertIn("version 18.0.0 came after it", text)

    def test_takes_trees_between(self):
        # Its libraries are not installed, which is looked for after that.
        text, found = self.configure(self.tree("12.0.0"))
        self.assertEqual(found, "")
        self.assertIn("it was never compiled for version 12.0.0", text)
        self.assertRegex(text, "libUtils.so.12.* were not found|would not load")

    def test_wants_a_source_tree(self):
        text, found = self.configure(f"-DQTC_SOURCE_DIR={self.folder}")
        self.assertEqual(found, "")
        self.assertIn("is no source tree of Qt Creator", text)
        self.assertIn("Name the folder that has src/plugins", text)

    def test_wants_the_tree_of_what_is_installed(self):
        text, found = self.configure(self.tree("9.0.77"))
        self.assertEqual(found, "")
        self.assertRegex(text, "a plugin built with them would not load|were not found")


if __name__ == "__main__":
    unittest.main()
