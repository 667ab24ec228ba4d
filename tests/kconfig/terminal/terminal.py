# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""A program in a terminal that is emulated: types keys, sees the screen."""

import errno
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

try:
    import pyte
except ImportError:  # a Python beside the distribution's
    sys.path.append("/usr/lib/python3/dist-packages")
    try:
        import pyte
    except ImportError:
        sys.exit("install the package python3-pyte (packaging/run-tests does)")

KEYS = {
    "Enter": "\r", "Esc": "\x1b", "Tab": "\t", "Backspace": "\x7f", "Space": " ",
    "Up": "\x1bOA", "Down": "\x1bOB", "Right": "\x1bOC", "Left": "\x1bOD",
    "Home": "\x1bOH", "End": "\x1bOF", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~", "Delete": "\x1b[3~",
    "F1": "\x1bOP", "^C": "\x03", "^R": "\x12", "^U": "\x15", "^W": "\x17", "^O": "\x0f",
    "^Z": "\x1a",
}


class Screen(pyte.Screen):
    """Adds what pyte leaves out: REP, SU and SD of ECMA-48, and which modes are on."""

    def __init__(self, columns, rows):
        self.seen_modes = set()
        self.last_drawn = " "
        super().__init__(columns, rows)

    def draw(self, data):
        self.last_drawn = data[-1:] or self.last_drawn
        super().draw(data)

    def repeat(self, count=1):
        super().draw(self.last_drawn * (count or 1))

    def _at_top_margin(self, action, count):
        row, column = self.cursor.y, self.cursor.x
        self.cursor.y = self.margins.top if self.margins else 0
        action(count or 1)
        self.cursor.y, self.cursor.x = row, column

    def scroll_up(self, count=1):
        self._at_top_margin(self.delete_lines, count)

    def scroll_down(self, count=1):
        self._at_top_margin(self.insert_lines, count)

    def set_mode(self, *modes, **kwargs):
        if kwargs.get("private"):
            self.seen_modes.update(modes)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes, **kwargs):
        if kwargs.get("private"):
            self.seen_modes.difference_update(modes)
        super().reset_mode(*modes, **kwargs)


class Stream(pyte.ByteStream):
    csi = {**pyte.ByteStream.csi, "b": "repeat", "S": "scroll_up", "T": "scroll_down"}
    events = pyte.ByteStream.events | {"repeat", "scroll_up", "scroll_down"}


class Terminal:
    def __init__(self, command, folder, environment, rows=24, columns=80):
        self.screen = Screen(columns, rows)
        self.stream = Stream(self.screen)
        self.output = b""
        self.status = None
        self.child, self.master = pty.fork()
        if self.child == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.chdir(folder)
                os.execvpe(command[0], command, environment)
            finally:
                os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.status is None:
            try:
                os.kill(self.child, signal.SIGKILL)
                os.waitpid(self.child, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        if self.master is not None:
            os.close(self.master)

    def hang_up(self):
        """The other end goes away, as when ssh drops."""
        os.close(self.master)
        self.master = None

    def resize(self, rows, columns):
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, *keys):
        """Types keys by name, or the text itself."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())
        return self

    def read(self, patience):
        """Takes what the program writes; False when nothing came in time or it has ended."""
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        self.output += data
        self.stream.feed(data)
        return bool(data)

    def settle(self, quiet=0.15, patience=20.0):
        """Waits until nothing more is written for a while."""
        end = time.monotonic() + patience
        while time.monotonic() < end and self.read(quiet):
            pass
        return self

    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    def text(self):
        return "\n".join(self.lines())

    def wait_for(self, text, patience=20.0):
        """Waits until the text is on the screen, and says so when it is not."""
        end = time.monotonic() + patience
        while text not in self.text():
            if time.monotonic() > end:
                raise AssertionError(f"{text!r} did not appear on\n{self.text()}")
            self.read(0.05)
            if self.ended(0) and not self.read(0.05) and text not in self.text():
                raise AssertionError(f"ended with {self.status} before {text!r}:\n{self.text()}")
        return self

    def wait_gone(self, text, patience=20.0):
        end = time.monotonic() + patience
        while text in self.text():
            if time.monotonic() > end:
                raise AssertionError(f"{text!r} stayed on\n{self.text()}")
            self.read(0.05)
        return self

    def ended(self, patience=20.0):
        """Whether the program ends in time; its wait status is then in self.status."""
        end = time.monotonic() + patience
        while self.status is None:
            done, status = os.waitpid(self.child, os.WNOHANG)
            if done:
                self.status = status
                break
            if time.monotonic() >= end:
                return False
            if self.master is not None:
                self.read(0.02)
            else:
                time.sleep(0.02)
        return True

    def exit_status(self, patience=20.0):
        if not self.ended(patience):
            raise AssertionError(f"did not end:\n{self.text()}")
        while self.master is not None and self.read(0.05):
            pass
        return os.waitstatus_to_exitcode(self.status)
