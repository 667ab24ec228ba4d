// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "enumeration.h"

#include <algorithm>

namespace kconfig::test {

Enumeration::Enumeration(std::shared_ptr<const Model> model, const CandidateTexts &texts)
    : m_model(std::move(model))
{
    const auto symbols = m_model->symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        const Symbol &symbol = symbols[i];
        if (!symbol.isDefined() || symbol.isConstant ||
            (symbol.isChoice && m_model->dialect() == Dialect::linux_6_12))
            continue; // in 6.12 a choice is what its values are
        Slot slot{SymbolId{i}, texts.of(SymbolId{i})};
        if (symbol.type == SymbolType::boolean)
            slot.values = {"n", "y"};
        else if (symbol.type == SymbolType::tristate)
            slot.values = {"n", "m", "y"};
        m_size *= slot.values.size() + 1;
        m_slots.push_back(std::move(slot));
    }
    std::stable_sort(m_slots.begin(), m_slots.end(), [this](const Slot &a, const Slot &b) {
        return rank(a.symbol) < rank(b.symbol);
    });
}

void Enumeration::run(const std::function<void(const Configuration &)> &visit) const
{
    go(Configuration(m_model), 0, visit);
}

/// A choice's mode stands behind its values, of which each has a say in it.
int Enumeration::rank(SymbolId id) const
{
    const Symbol &symbol = m_model->symbol(id);
    return symbol.isChoice ? 2 : symbol.choice.isValid() ? 1 : 0;
}

void Enumeration::go(const Configuration &configuration, std::size_t slot,
                     const std::function<void(const Configuration &)> &visit) const
{
    if (slot == m_slots.size()) {
        visit(configuration);
        return;
    }
    go(configuration, slot + 1, visit);
    for (const std::string &value : m_slots[slot].values) {
        Configuration next = configuration;
        next.assume(m_slots[slot].symbol, value);
        go(next, slot + 1, visit);
    }
}

} // namespace kconfig::test
