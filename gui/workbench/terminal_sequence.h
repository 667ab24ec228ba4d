// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Terminal control sequences in a byte stream (ECMA-48), to be skipped. Without Qt: log files are
// read with it by the million lines.
#pragma once

#include <cstddef>
#include <string_view>

namespace kiln {

inline constexpr char escapeByte = '\x1b';

/// Index after the control sequence that starts at `from` (where an ESC is); a sequence that is cut
/// off reaches to the end.
[[nodiscard]] std::size_t skipTerminalSequence(std::string_view bytes, std::size_t from);

/// Index after all control sequences in a row from `from` on; `from` when there is none.
[[nodiscard]] inline std::size_t skipTerminalSequences(std::string_view bytes, std::size_t from)
{
    while (from < bytes.size() && bytes[from] == escapeByte)
        from = skipTerminalSequence(bytes, from);
    return from;
}

} // namespace kiln
