// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// `kconf menuconfig`: the configuration on a terminal, full screen.
#pragma once

#include "application.h"

#include "kconfig/expected.h"

#include <map>
#include <string>

namespace kconfig::terminal {

struct MenuconfigResult
{
    Outcome outcome = Outcome::unchanged;
    bool hasSaved = false;    ///< at least once
    std::string recoveryPath; ///< hung up with unsaved work: where it is
    int endSignal = 0;        ///< the signal that ended it; raise it again
};

/// Whether there is a terminal for it; the error is a sentence that says what to do instead.
[[nodiscard]] Expected<void, std::string> checkTerminal();

/// Lets the user edit a configuration that was read from `storage.path`. Afterwards it is what was
/// saved last. Takes over the terminal, which checkTerminal() has approved of, and the signals.
/// `environment`: NO_COLOR and MENUCONFIG_COLOR are looked up in it.
[[nodiscard]] MenuconfigResult runMenuconfig(Configuration &configuration,
                                             const StorageOptions &storage,
                                             const std::map<std::string, std::string> &environment);

} // namespace kconfig::terminal
