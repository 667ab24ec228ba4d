// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a user does at a terminal, as values.
#pragma once

#include <cstdint>
#include <string>

namespace kconfig::terminal {

enum class KeyCode : std::uint8_t
{
    none,      ///< nothing happened in the time given
    character, ///< `character` was typed
    control,   ///< Ctrl and the lower-case letter in `character`
    function,  ///< the function key whose number `character` is
    up,
    down,
    left,
    right,
    home,
    end,
    pageUp,
    pageDown,
    enter,
    escape,
    tab,
    backspace,
    erase, ///< the Delete key
    paste, ///< `text` was pasted
    click, ///< the first button at `row`, `column`
    doubleClick,
    wheelUp,
    wheelDown,
    resize, ///< the terminal has another size now
    hangUp, ///< the terminal is gone, or the program is told to end
};

struct Key
{
    KeyCode code = KeyCode::none;
    char32_t character = 0;
    std::string text{}; ///< UTF-8
    int row = 0;
    int column = 0;

    /// Whether this is the character, typed without Ctrl.
    [[nodiscard]] bool is(char32_t other) const
    {
        return code == KeyCode::character && character == other;
    }
    [[nodiscard]] bool isControl(char32_t letter) const
    {
        return code == KeyCode::control && character == letter;
    }
    [[nodiscard]] bool isFunction(char32_t number) const
    {
        return code == KeyCode::function && character == number;
    }
};

[[nodiscard]] inline Key typed(char32_t character)
{
    return Key{.code = KeyCode::character, .character = character};
}
[[nodiscard]] inline Key control(char32_t letter)
{
    return Key{.code = KeyCode::control, .character = letter};
}
[[nodiscard]] inline Key functionKey(char32_t number)
{
    return Key{.code = KeyCode::function, .character = number};
}

} // namespace kconfig::terminal
