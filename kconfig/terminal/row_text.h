// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a row says: its marker, its prompt, what stands behind it.
#pragma once

#include "menu_view.h"

#include <string>

namespace kconfig::terminal {

struct RowText
{
    std::string marker; ///< `[*]`, `<M>`, `{M}`, `-*-`, `(text)`, `(X)`; empty: none
    std::string prompt;
    std::string suffix; ///< ` (NEW)`, `  --->`, the value of a choice
};

/// The type a symbol has now: a tristate is a bool while modules are off, and as the value of a
/// choice that is on.
[[nodiscard]] SymbolType typeOf(const Configuration &configuration, SymbolId symbol);
/// "bool", "tristate", "int", "hex", "string" or "choice".
[[nodiscard]] std::string_view typeNameOf(const Configuration &configuration, SymbolId symbol);
/// Whether the user could change what a row stands for.
[[nodiscard]] bool isChangeable(const Configuration &configuration, const Row &row);
/// Whether no value was ever given to an option that the user could set.
[[nodiscard]] bool isNew(const Configuration &configuration, const Row &row);
[[nodiscard]] RowText rowText(const Configuration &configuration, const Row &row, bool showAll);

} // namespace kconfig::terminal
