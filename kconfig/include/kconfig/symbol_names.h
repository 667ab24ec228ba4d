// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Where the text of one Kconfig file names symbols, without reading the tree that it belongs to:
// for finding and renaming them, also in files that no tree reads at present.
#pragma once

#include "kconfig/dialect.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// One word that stands for a symbol.
struct SymbolName
{
    std::string name;          ///< as it is written, without CONFIG_
    std::uint32_t line = 0;    ///< from 1
    std::uint32_t column = 0;  ///< from 1, in bytes
    bool isDefinition = false; ///< after `config`, `menuconfig` or `choice`
};

/// The names in `text`, in order. Prompts, help, comments, what is assigned to macros, quoted
/// constants and words that macros take part in are none. Text that is no Kconfig gives what can be
/// made of it; nothing is run. Any thread.
[[nodiscard]] std::vector<SymbolName> symbolNames(std::string_view text, Dialect dialect);

} // namespace kconfig
