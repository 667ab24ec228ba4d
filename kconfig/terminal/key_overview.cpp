// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "key_overview.h"

#include <array>

namespace kconfig::terminal {

namespace {

struct KeyLine
{
    const char *keys; ///< null: a heading
    const char *text;
};

constexpr std::array<KeyLine, 41> lines{{
    {nullptr, "Moving"},
    {"Up Down  k j", "an entry up or down"},
    {"PgUp PgDn", "a page up or down"},
    {"Home End", "the first, the last entry"},
    {"a letter", "the next entry that begins with it; Shift for letters that are commands"},
    {"Enter Right", "into a menu or choice; edits a value; changes an option"},
    {"Esc Left", "back to the menu before; at the top Esc leaves"},
    {"mouse", "click selects, on a marker changes, twice opens; the wheel scrolls"},
    {nullptr, "Changing"},
    {"Space", "the next value that the option can have"},
    {"y n m", "built in, off, module"},
    {"Delete", "back to the default"},
    {"u ^R", "undo, redo"},
    {nullptr, "Finding out"},
    {"?  h", "all about the entry: help, value, reasons, dependencies, places"},
    {"/", "search names, prompts and help; Enter there goes to the option"},
    {"z", "show hidden options, too"},
    {"Tab", "details beside the menu on or off"},
    {"<  >", "scroll the details"},
    {"D", "what differs from the saved file"},
    {nullptr, "Files"},
    {"s  F6", "save"},
    {"^W", "write a copy"},
    {"^O", "take the values of another file"},
    {"q  F9", "leave; asks when something is not saved"},
    {"^Z", "back to the shell; fg returns"},
    {nullptr, "Markers"},
    {"[*] [ ]", "on, off"},
    {"<*> <M> < >", "built in, module, off"},
    {"{*} {M}", "the same, held up by a select: can't be off"},
    {"-*- -M- - -", "can't be changed now; ? says why"},
    {"(X) ( )", "chosen, not chosen"},
    {"(text)", "a number or a text"},
    {"--->  ----", "opens a menu; one in which nothing can be seen now"},
    {"(NEW)", "the configuration says nothing about it yet"},
    {"+", "in front: differs from the saved file"},
    {nullptr, "If the connection breaks"},
    {"", "Unsaved work is kept in a file beside the configuration, .config.kconf-recover, and "
         "offered when it is edited next."},
    {nullptr, "Environment"},
    {"MENUCONFIG_COLOR=mono, NO_COLOR", "no colours"},
    {"ESCDELAY", "milliseconds to wait for the rest of a key's sequence after Esc"},
}};

} // namespace

std::vector<TextLine> keyOverview()
{
    constexpr std::size_t column = 16;
    std::vector<TextLine> result;
    for (const KeyLine &line : lines) {
        if (line.keys == nullptr) {
            if (!result.empty())
                result.push_back({});
            result.push_back({line.text, Style::strong, 0});
            continue;
        }
        std::string text = std::string("  ") + line.keys;
        if (text.size() + 2 > column) { // the keys need a line of their own
            result.push_back({std::move(text), Style::normal, 2});
            text.clear();
        }
        const bool isAlone = text.size() <= 2;
        text.resize(isAlone && line.keys[0] == '\0' ? 2 : column, ' ');
        result.push_back(
            {text + line.text, Style::normal, isAlone ? 0 : static_cast<int>(column) - 2});
    }
    return result;
}

} // namespace kconfig::terminal
