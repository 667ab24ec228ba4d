// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Storage for the texts that a parse makes (expanded macros, unescaped strings, help).
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>

namespace kconfig {

/// Keeps texts at stable addresses for as long as it, or somebody who shares them, lives.
class TextArena
{
public:
    std::string_view keep(std::string text) { return m_texts->emplace_back(std::move(text)); }
    /// Ownership of the texts kept so far, for a model that points into them.
    [[nodiscard]] std::shared_ptr<const void> share() const { return m_texts; }

private:
    std::shared_ptr<std::deque<std::string>> m_texts = std::make_shared<std::deque<std::string>>();
};

} // namespace kconfig
