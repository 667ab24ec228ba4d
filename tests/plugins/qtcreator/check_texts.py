#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of the wizards that Qt Creator translates are those that translators are shown."""

import json
import os
import pathlib
import re
import unittest

PLUGIN = pathlib.Path(os.environ["KILN_TOP"]) / "plugins/qtcreator"
# Values to begin with; and what Qt Creator does not translate, which has no place in a wizard unless
# it is an expression that gives a text of the user's language.
VALUES = {"trText", "trPlaceholder"}
NOT_TRANSLATED = {"trToolTip", "trIncompleteMessage"}


def texts(value, key=""):
    """Pairs of a key and its text."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from texts(below, name)
    elif isinstance(value, list):
        for below in value:
            yield from texts(below, key)
    elif re.match(r"tr[A-Z]", key):
        yield key, value


class Texts(unittest.TestCase):
    def setUp(self):
        files = sorted(PLUGIN.glob("wizards/*/wizard.json"))
        self.assertEqual(len(files), 2)
        self.texts = [pair for file in files for pair in texts(json.loads(file.read_text()))]

    def test_translators_see_them(self):
        literal = r'"(?:[^"\\]|\\.)*"'
        source = (PLUGIN / "wizard_texts.h").read_text()
        shown = set()
        for found in re.finditer(
                rf'QT_TRANSLATE_NOOP\("ProjectExplorer::JsonWizard",\s*((?:{literal}\s*)+)\)', source):
            shown.add("".join(json.loads(part) for part in re.findall(literal, found[1])))
        wanted = {text for key, text in self.texts if key not in VALUES | NOT_TRANSLATED}
        self.assertGreater(len(wanted), 10)
        self.assertEqual(shown, wanted)

    def test_none_stays_english(self):
        for key, text in self.texts:
            if key in NOT_TRANSLATED:
                self.assertRegex(text, r"^%\{Kiln:[A-Za-z]+\}$", key)


if __name__ == "__main__":
    unittest.main()
