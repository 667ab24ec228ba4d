// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A unit that says the same as before but for its help texts, comments and empty lines.
#pragma once

#include "syntax.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace kconfig {

struct TextChange
{
    FileId file;
    std::vector<std::uint32_t> lines; ///< by old line, where that went; 0: nothing began there
    /// By where the old ones begin, the help texts as they are now.
    std::unordered_map<const char *, std::string_view> helps;

    /// Where a position in this file went; an invalid one if that is not known.
    [[nodiscard]] Position moved(const Position &position) const;
};

/// Nothing when more has changed than texts that mean nothing to the model.
[[nodiscard]] std::optional<TextChange> textChange(FileId file, const FileSyntax &before,
                                                   const FileSyntax &after);

} // namespace kconfig
