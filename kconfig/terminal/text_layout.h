// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// UTF-8 text in cells: how wide it is, what fits, where lines break.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kconfig::terminal {

/// Takes the first code point off `rest`, which must not be empty. What is no UTF-8 comes byte by
/// byte as U+FFFD.
[[nodiscard]] char32_t takeCharacter(std::string_view &rest);
/// Appends a code point as UTF-8.
void appendCharacter(std::string &text, char32_t character);
/// Cells that a code point takes: 0 (combining), 1 or 2 (East Asian wide, UAX #11; emoji).
[[nodiscard]] int cellsOf(char32_t character);
/// Cells that a printable text takes.
[[nodiscard]] int widthOf(std::string_view text);

/// The text with blanks in place of control characters and a replacement for what is no UTF-8;
/// without `unicode`, a question mark for everything that is not ASCII.
[[nodiscard]] std::string printable(std::string_view text, bool unicode);
/// What fits `cells`; cut text ends with an ellipsis (without `unicode`: a tilde).
[[nodiscard]] std::string clipped(std::string_view text, int cells, bool unicode);
/// The same, cut at its beginning.
[[nodiscard]] std::string clippedLeft(std::string_view text, int cells, bool unicode);
/// Lines of at most `cells`, broken at blanks where there are some; further lines keep the
/// indentation of the first and `hanging` more.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, int cells, int hanging = 0);
/// ASCII letters in lower case; everything else as it is.
[[nodiscard]] std::string lowerCase(std::string_view text);

} // namespace kconfig::terminal
