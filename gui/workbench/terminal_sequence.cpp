// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/terminal_sequence.h"

namespace kiln {

namespace {

bool isBetween(char byte, unsigned char low, unsigned char high)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= low && value <= high;
}

/// ESC [ parameters intermediates final. A byte that fits nowhere ends the sequence unconsumed, so
/// that text after a broken sequence is not lost.
std::size_t skipControlSequence(std::string_view bytes, std::size_t from)
{
    std::size_t at = from;
    while (at < bytes.size() && isBetween(bytes[at], 0x30, 0x3f))
        ++at;
    while (at < bytes.size() && isBetween(bytes[at], 0x20, 0x2f))
        ++at;
    if (at < bytes.size() && isBetween(bytes[at], 0x40, 0x7e))
        ++at;
    return at;
}

/// ESC ] … up to BEL or ESC backslash; a line end stops a sequence that was never closed.
std::size_t skipCommandString(std::string_view bytes, std::size_t from)
{
    for (std::size_t at = from; at < bytes.size(); ++at) {
        if (bytes[at] == '\a')
            return at + 1;
        if (bytes[at] == escapeByte)
            return at + 1 < bytes.size() && bytes[at + 1] == '\\' ? at + 2 : at;
        if (bytes[at] == '\n')
            return at;
    }
    return bytes.size();
}

} // namespace

std::size_t skipTerminalSequence(std::string_view bytes, std::size_t from)
{
    const std::size_t kind = from + 1;
    if (kind >= bytes.size())
        return bytes.size();
    switch (bytes[kind]) {
    case '[':
        return skipControlSequence(bytes, kind + 1);
    case ']':
    case 'P':
    case '^':
    case '_':
        return skipCommandString(bytes, kind + 1);
    default:
        break;
    }
    std::size_t at = kind;
    while (at < bytes.size() && isBetween(bytes[at], 0x20, 0x2f))
        ++at;
    if (at < bytes.size() && isBetween(bytes[at], 0x30, 0x7e))
        ++at;
    return at;
}

} // namespace kiln
