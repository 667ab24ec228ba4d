// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// All there is to say about an entry: value and origin, what stands in its way, help, dependencies,
// places.
#pragma once

#include "screen.h"

#include "kconfig/configuration.h"

#include <string>
#include <vector>

namespace kconfig::terminal {

/// A line of text before it is broken to the width of a window.
struct TextLine
{
    std::string text;
    Style style = Style::normal;
    int hanging = 0; ///< cells by which further lines are indented
};

enum class Extent
{
    brief, ///< without the places that mention it, which take milliseconds to find
    full
};

/// `prefix` is what option names start with in files (CONFIG_).
[[nodiscard]] std::vector<TextLine> detailsOf(const Configuration &configuration, NodeId node,
                                              std::string_view prefix, Extent extent);
/// Broken to a width.
[[nodiscard]] std::vector<TextLine> brokenTo(const std::vector<TextLine> &lines, int cells);

} // namespace kconfig::terminal
