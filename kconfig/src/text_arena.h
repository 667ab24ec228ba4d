// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Storage for the texts that a parse makes (expanded macros, unescaped strings, help).
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace kconfig {

/// Keeps texts at stable addresses for as long as it lives.
class TextArena
{
public:
    std::string_view keep(std::string text) { return m_texts.emplace_back(std::move(text)); }

private:
    std::deque<std::string> m_texts;
};

} // namespace kconfig
