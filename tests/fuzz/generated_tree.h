// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Bytes as decisions: a small Kconfig tree that is always well formed, whatever the bytes.
#pragma once

#include "kconfig/dialect.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kconfig::fuzz {

/// Hands out the bytes of an input one decision at a time; zeros when it is used up.
class Decisions
{
public:
    Decisions(const std::uint8_t *data, std::size_t size)
        : m_data(data)
        , m_size(size)
    {}
    /// A number below `bound`.
    [[nodiscard]] unsigned below(unsigned bound);
    /// Whether one of `in` chances came up.
    [[nodiscard]] bool chance(unsigned in) { return below(in) == in - 1; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_size; }

private:
    const std::uint8_t *m_data;
    std::size_t m_size;
    std::size_t m_at = 0;
};

/// The text of a tree. Conditions look back and selects look forward, so that most trees have no
/// circle; the last symbols may make some.
class GeneratedTree
{
public:
    GeneratedTree(Decisions &decisions, Dialect dialect);
    [[nodiscard]] const std::string &text() const { return m_text; }
    /// Names of all symbols, MODULES first.
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }

private:
    std::string name(unsigned lowest, unsigned bound);
    std::string condition(int depth);
    std::string ifCondition();
    void addSymbol(unsigned number, bool inChoice);
    void addChoice(unsigned &number);
    void addDefaults(unsigned type);

    Decisions &m_decisions;
    Dialect m_dialect;
    std::string m_text;
    std::vector<std::string> m_names;
    unsigned m_count;
};

} // namespace kconfig::fuzz
