// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Help texts stay in the files they came from until somebody wants to read one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kconfig {

/// The lines behind a `help` line that belong to it.
struct HelpBlock
{
    std::string_view slice;  ///< whole lines as they stand in the file
    std::uint32_t lines = 0; ///< how many newlines are in the slice
    bool isBlank = true;     ///< there is nothing to read
};

/// `text` is followed by scanSlack bytes that may be read (byte_scan.h).
/// Finds the help text at the beginning of `text`: all lines that are blank or indented as far as
/// the first one.
[[nodiscard]] HelpBlock findHelp(std::string_view text);

/// `slice` is what findHelp() found, still in its file. The text to show for it: dedented, tabs in
/// front made blanks, no blanks at the end of lines and no blank lines at the end. Ends with a
/// newline unless empty.
[[nodiscard]] std::string helpText(std::string_view slice);

} // namespace kconfig
