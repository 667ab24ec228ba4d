// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the program needs of a terminal: cells to write to and keys to read. Everything above this
// line is plain C++ and is tested without a terminal.
#pragma once

#include "key.h"

#include <chrono>
#include <string_view>

namespace kconfig::terminal {

/// How text looks; combined with |. Colours are only ever an addition: without them nothing is
/// lost.
enum class Style : unsigned
{
    normal = 0,
    strong = 1,
    dim = 2,
    reverse = 4,
    underline = 8,
    problem = 16, ///< what is wrong or in the way
    changed = 32, ///< what differs from the saved file
};

[[nodiscard]] constexpr Style operator|(Style a, Style b)
{
    return static_cast<Style>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool has(Style style, Style part)
{
    return (static_cast<unsigned>(style) & static_cast<unsigned>(part)) != 0;
}

struct Size
{
    int rows = 0;
    int columns = 0;

    friend bool operator==(const Size &, const Size &) = default;
};

class Screen
{
public:
    Screen() = default;
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;
    virtual ~Screen() = default;

    [[nodiscard]] virtual Size size() const = 0;
    /// Whether it can show more than ASCII.
    [[nodiscard]] virtual bool hasUnicode() const = 0;

    /// Begins a new picture, all blank and without a cursor.
    virtual void clear() = 0;
    /// Writes printable UTF-8 text, which fits the row, from a cell on.
    virtual void put(int row, int column, std::string_view text, Style style) = 0;
    /// Puts the cursor there in the picture being drawn; where it is not visible, it still tells a
    /// screen reader what is selected.
    virtual void setCursor(int row, int column, bool isVisible) = 0;
    /// Makes the picture visible.
    virtual void present() = 0;

    /// Waits for the next key; KeyCode::none after the given time. Zero: as long as it takes.
    virtual Key readKey(std::chrono::milliseconds patience) = 0;
    /// Whether a key is waiting, so that a picture in between needs not be drawn.
    [[nodiscard]] virtual bool hasKey() = 0;
    /// Gives the terminal back to the shell until the job is continued (Ctrl-Z).
    virtual void suspend() = 0;
};

} // namespace kconfig::terminal
