// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a user may not change, and why not.
#pragma once

#include "phrases.h"

#include "kconfig/configuration.h"

#include <string>

namespace kconfig {

/// Why a user can't change a symbol; says nothing when they can.
[[nodiscard]] Clause fixedClause(const Configuration &configuration, SymbolId symbol);

/// What there is against an edit; says nothing when it can be made.
[[nodiscard]] Clause refusalOf(const Configuration &configuration, const Edit &edit);

/// The text of an edit as a value: hexadecimal digits get their 0x.
[[nodiscard]] std::string editedText(SymbolType type, const std::string &text);

} // namespace kconfig
