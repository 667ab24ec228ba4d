// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Every configuration of a small tree.
#pragma once

#include "exhaustive_search.h"

namespace kconfig::test {

/// Every user value of every symbol with every other, and none: also those that edits can't bring
/// about.
class Enumeration
{
public:
    Enumeration(std::shared_ptr<const Model> model, const CandidateTexts &texts);
    /// How many there are.
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Shows each to `visit`.
    void run(const std::function<void(const Configuration &)> &visit) const;

private:
    struct Slot
    {
        SymbolId symbol;
        std::vector<std::string> values;
    };

    [[nodiscard]] int rank(SymbolId id) const;
    void go(const Configuration &configuration, std::size_t slot,
            const std::function<void(const Configuration &)> &visit) const;

    std::shared_ptr<const Model> m_model;
    std::vector<Slot> m_slots;
    std::size_t m_size = 1;
};

} // namespace kconfig::test
