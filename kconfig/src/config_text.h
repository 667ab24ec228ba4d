// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The pieces of text that the written files have in common.
#pragma once

#include "kconfig/configuration.h"

#include <string>
#include <string_view>

namespace kconfig {

enum class HeadingStyle
{
    shell, ///< lines that begin with #
    c      ///< a block comment
};

/// The comment at the top of a generated file.
[[nodiscard]] std::string heading(const Model &model, HeadingStyle style);

/// The value as a file shows it: strings quoted.
[[nodiscard]] std::string shownValue(const Configuration &configuration, SymbolId symbol);

enum class LineStyle
{
    config,     ///< n is a comment, strings are quoted
    make,       ///< n is left out, strings are quoted
    raw,        ///< n is left out, strings stand as they are
    everything, ///< n is a value, strings are quoted
};

/// `CONFIG_X=value` of one symbol.
void appendConfigLine(std::string &out, const Configuration &configuration, SymbolId symbol,
                      std::string_view prefix, LineStyle style);

} // namespace kconfig
