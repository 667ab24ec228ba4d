// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What `kiln` tells the shell. `kiln --help` lists the same.
#pragma once

namespace kiln::cli {

enum ExitStatus
{
    success = 0,
    /// the configuration was refused, the build failed, a file not written or read; a test failed
    failure = 1,
    usage = 2,            ///< wrong command line
    missingTool = 3,      ///< make, a compiler or QEMU is not installed
    notAnApplication = 4, ///< the folder can't be opened as an application
    notSeen = 5,          ///< the guest ended without printing what --expect waits for
    noTest = 6,           ///< no unit test ran
    guestCrashed = 7,     ///< trap, failed assertion, triple fault
    noGuest = 8,          ///< QEMU refused the image or died
    guestFailed = 9,      ///< the application ended with a status other than 0
    timedOut = 124,       ///< as timeout(1)
    interrupted = 130     ///< Ctrl-C
};

} // namespace kiln::cli
