// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine says about faults of a tree and of a .config.
#pragma once

#include <span>

namespace kiln {

/// The patterns of messages, hints and notes and the help of lint's rules, in English, for
/// translators. The engine knows no Qt, so they are listed a second time; see ReasonWords.
[[nodiscard]] std::span<const char *const> diagnosticWords();

} // namespace kiln
