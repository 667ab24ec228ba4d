// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// One line of text that can be edited.
#pragma once

#include "canvas.h"
#include "key.h"

#include <string>

namespace kconfig::terminal {

class LineEditor
{
public:
    /// With `replaces` the first character typed takes the place of the whole text.
    explicit LineEditor(std::string text = {}, bool replaces = false);

    /// UTF-8, without control characters.
    [[nodiscard]] const std::string &text() const { return m_text; }
    void setText(std::string text, bool replaces = false);
    /// Whether the next character typed replaces the text.
    [[nodiscard]] bool replaces() const { return m_replaces; }

    /// Takes characters, pastes (newlines become blanks), Left, Right, Home, End, Backspace,
    /// Delete, Ctrl-A, -E, -B, -F, -D, -H, -K, -U, -W; false for any other key.
    bool handle(const Key &key);
    /// Draws the part around the cursor into a row of the canvas, and the cursor.
    void draw(const Canvas &canvas, int row) const;

private:
    bool handleControl(char32_t letter);
    void insert(std::string_view text);
    void removeBetween(std::size_t begin, std::size_t end);
    [[nodiscard]] std::size_t before(std::size_t place) const;
    [[nodiscard]] std::size_t after(std::size_t place) const;
    [[nodiscard]] std::size_t wordBefore(std::size_t place) const;

    std::string m_text;
    std::size_t m_cursor = 0; ///< a byte offset between characters
    bool m_replaces = false;
};

} // namespace kconfig::terminal
