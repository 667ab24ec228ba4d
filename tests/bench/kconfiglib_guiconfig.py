# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Kconfiglib's window in the working directory, `$(shell)` answered from a recording of kconf's:

  python3 kconfiglib_guiconfig.py RECORDING
"""

import sys

import guiconfig
import kconfiglib
from kconfiglib_olddefconfig import answers


def main():
    recorded = answers(sys.argv[1])

    def shell(_kconf, _name, command):
        said = recorded.get(command.encode(), b"").decode("utf-8", "replace")
        return said.rstrip("\n").replace("\n", " ")

    kconfiglib._shell_fn = shell  # pylint: disable=protected-access
    guiconfig.menuconfig(kconfiglib.Kconfig("Kconfig", warn=False))


if __name__ == "__main__":
    main()
