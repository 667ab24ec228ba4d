// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From what ncurses reads to keys.

#include "ncurses_screen.h"
#include "text_layout.h"

#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include <array>
#include <cstdlib>
#include <poll.h>
#include <unistd.h>

namespace kconfig::terminal {

namespace {

constexpr int pasteBegin = KEY_MAX + 1;
constexpr int pasteEnd = KEY_MAX + 2;
constexpr char32_t escapeCharacter = 27;
/// Two Escs within this time are the one that menuconfig's users press twice.
constexpr std::chrono::milliseconds twice{500};

struct Sequence
{
    const char *text;
    int code;
};

// What terminals send whose description leaves it out, or that are not what TERM says.
constexpr std::array<Sequence, 22> common{{
    {"\033[200~", pasteBegin}, {"\033[201~", pasteEnd}, {"\033[A", KEY_UP},
    {"\033[B", KEY_DOWN},      {"\033[C", KEY_RIGHT},   {"\033[D", KEY_LEFT},
    {"\033OA", KEY_UP},        {"\033OB", KEY_DOWN},    {"\033OC", KEY_RIGHT},
    {"\033OD", KEY_LEFT},      {"\033[H", KEY_HOME},    {"\033[F", KEY_END},
    {"\033OH", KEY_HOME},      {"\033OF", KEY_END},     {"\033[1~", KEY_HOME},
    {"\033[4~", KEY_END},      {"\033[7~", KEY_HOME},   {"\033[8~", KEY_END},
    {"\033[3~", KEY_DC},       {"\033[5~", KEY_PPAGE},  {"\033[6~", KEY_NPAGE},
    {"\033[Z", KEY_BTAB},
}};

} // namespace

void NcursesScreen::setUpKeys()
{
    ::keypad(stdscr, TRUE);
    for (const Sequence &sequence : common)
        if (::key_defined(sequence.text) <= 0)
            ::define_key(sequence.text, sequence.code);
    // A key's sequence arrives in one piece, if the connection is not too bad.
    if (std::getenv("ESCDELAY") == nullptr)
        ::set_escdelay(std::getenv("SSH_CONNECTION") == nullptr ? 25 : 60);
    ::mouseinterval(0);
    ::mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, nullptr);
}

bool NcursesScreen::take(bool &isCode, unsigned &value)
{
    wint_t character = 0;
    const int kind = ::wget_wch(stdscr, &character);
    isCode = kind == KEY_CODE_YES;
    value = character;
    return kind != ERR;
}

std::optional<Key> NcursesScreen::nextKey()
{
    bool isCode = false;
    unsigned value = 0;
    while (take(isCode, value)) {
        const auto key = isCode ? translateCode(static_cast<int>(value))
                                : translateCharacter(static_cast<char32_t>(value));
        if (key)
            return key;
    }
    return std::nullopt;
}

std::optional<Key> NcursesScreen::translateCode(int code)
{
    const auto plain = [](KeyCode meaning) { return Key{.code = meaning}; };
    switch (code) {
    case KEY_UP:
        return plain(KeyCode::up);
    case KEY_DOWN:
        return plain(KeyCode::down);
    case KEY_LEFT:
        return plain(KeyCode::left);
    case KEY_RIGHT:
        return plain(KeyCode::right);
    case KEY_HOME:
    case KEY_FIND:
        return plain(KeyCode::home);
    case KEY_END:
    case KEY_SELECT:
        return plain(KeyCode::end);
    case KEY_PPAGE:
        return plain(KeyCode::pageUp);
    case KEY_NPAGE:
        return plain(KeyCode::pageDown);
    case KEY_ENTER:
        return plain(KeyCode::enter);
    case KEY_BACKSPACE:
        return plain(KeyCode::backspace);
    case KEY_DC:
        return plain(KeyCode::erase);
    case KEY_RESIZE:
        return plain(KeyCode::resize);
    case KEY_HELP:
        return functionKey(1);
    case KEY_MOUSE:
        return mouse();
    case pasteBegin:
        return pasted();
    default:
        if (code > KEY_F0 && code <= KEY_F(12))
            return functionKey(static_cast<char32_t>(code - KEY_F0));
        return std::nullopt;
    }
}

std::optional<Key> NcursesScreen::translateCharacter(char32_t character)
{
    switch (character) {
    case '\r':
    case '\n':
        return Key{.code = KeyCode::enter};
    case '\t':
        return Key{.code = KeyCode::tab};
    case 8:
    case 127:
        return Key{.code = KeyCode::backspace};
    case escapeCharacter:
        return escape();
    default:
        break;
    }
    if (character == 0)
        return std::nullopt;
    if (character < ' ')
        return control(character + 'a' - 1);
    if (character >= 0x80 && !m_hasUnicode)
        return std::nullopt; // bytes of an encoding that the locale does not name
    return typed(character);
}

/// An Esc: the key itself, or the beginning of a sequence that nobody knows.
std::optional<Key> NcursesScreen::escape()
{
    bool isCode = false;
    unsigned value = 0;
    if (take(isCode, value)) {
        if (!isCode && (value == '[' || value == 'O')) {
            // Dropped up to its last byte (ECMA-48, 5.4).
            const bool isShort = value == 'O';
            while (take(isCode, value) && !isCode && !isShort && (value < 0x40 || value > 0x7e)) {
            }
            return std::nullopt;
        }
        if (!isCode)
            ::unget_wch(static_cast<wchar_t>(value));
        else
            ::ungetch(static_cast<int>(value));
    }
    const auto now = Clock::now();
    const bool isSecond = now - m_lastEscape < twice;
    m_lastEscape = isSecond ? Clock::time_point() : now;
    if (isSecond)
        return std::nullopt;
    return Key{.code = KeyCode::escape};
}

std::optional<Key> NcursesScreen::mouse()
{
    MEVENT event = {};
    if (::getmouse(&event) != OK)
        return std::nullopt;
    Key key{.row = event.y, .column = event.x};
    if ((event.bstate & BUTTON4_PRESSED) != 0) {
        key.code = KeyCode::wheelUp;
    } else if ((event.bstate & BUTTON5_PRESSED) != 0) {
        key.code = KeyCode::wheelDown;
    } else if ((event.bstate & BUTTON1_PRESSED) != 0) {
        constexpr std::chrono::milliseconds doubleClickTime{400};
        const auto now = Clock::now();
        const bool isSecond = now - m_lastClick < doubleClickTime &&
                              m_lastClickPlace.row == key.row &&
                              m_lastClickPlace.column == key.column;
        key.code = isSecond ? KeyCode::doubleClick : KeyCode::click;
        m_lastClick = isSecond ? Clock::time_point() : now;
        m_lastClickPlace = key;
    } else {
        return std::nullopt;
    }
    return key;
}

/// Everything up to the end of a bracketed paste.
Key NcursesScreen::pasted()
{
    constexpr int longestPause = 1000;
    constexpr std::size_t longest = 1U << 20U;
    Key key{.code = KeyCode::paste};
    bool isCode = false;
    unsigned value = 0;
    while (true) {
        if (!take(isCode, value)) {
            pollfd source = {STDIN_FILENO, POLLIN, 0};
            if (::poll(&source, 1, longestPause) <= 0 || !take(isCode, value))
                break;
        }
        if (isCode && value == pasteEnd)
            break;
        if (isCode || key.text.size() >= longest)
            continue;
        appendCharacter(key.text, value == '\r' ? U'\n' : static_cast<char32_t>(value));
    }
    return key;
}

} // namespace kconfig::terminal
