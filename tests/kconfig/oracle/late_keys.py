# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""A plugin for pytest. The suite of Linux's conf presses Enter for as long as conf runs; conf may end
between the question whether it does and the key. Keys that come too late go nowhere."""

import subprocess


class Keys:
    """The standard input of a program that may have ended."""

    def __init__(self, pipe):
        self._pipe = pipe

    def write(self, data):
        try:
            return self._pipe.write(data)
        except BrokenPipeError:
            return len(data)

    def __getattr__(self, name):
        return getattr(self._pipe, name)


class Program(subprocess.Popen):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        if self.stdin is not None:
            self.stdin = Keys(self.stdin)


def pytest_configure(config):
    del config
    subprocess.Popen = Program
