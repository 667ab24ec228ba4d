# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""olddefconfig by Kconfiglib in the working directory, `$(shell)` answered from a recording of kconf's:

  python3 kconfiglib_olddefconfig.py RECORDING
"""

import os
import sys

import kconfiglib


def answers(path):
    """What each command said, by the command; the format: kconfig/shell_recording.h."""
    with open(path, "rb") as file:
        data = file.read()
    said = {}
    at = data.index(b"\n") + 1
    command = b""
    while at < len(data):
        end = data.index(b"\n", at)
        name, length = data[at:end].split(b" ")
        value = data[end + 1:end + 1 + int(length)]
        at = end + int(length) + 2
        if name == b"command":
            command = value
            said.setdefault(command, b"")
        elif name == b"output":
            said[command] = value
    return said


def main():
    recorded = answers(sys.argv[1])

    def shell(_kconf, _name, command):
        said = recorded[command.encode()].decode("utf-8", "replace")
        return said.rstrip("\n").replace("\n", " ")

    kconfiglib._shell_fn = shell  # pylint: disable=protected-access
    kconf = kconfiglib.Kconfig("Kconfig", warn=False)
    kconf.load_config(os.environ["KCONFIG_CONFIG"])
    kconf.write_config(os.environ["KCONFIG_CONFIG"])


if __name__ == "__main__":
    main()
