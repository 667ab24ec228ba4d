// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "user_values.h"

#include <algorithm>

namespace kconfig {

std::span<const SymbolId> UserStore::byPriority(SymbolId choice) const
{
    const auto &values = m_model->symbol(choice).choiceValues;
    m_sorted.assign(values.begin(), values.end());
    const auto comesFirst = [this](SymbolId a, SymbolId b) { return priority(a) > priority(b); };
    if (!std::is_sorted(m_sorted.begin(), m_sorted.end(), comesFirst))
        std::stable_sort(m_sorted.begin(), m_sorted.end(), comesFirst);
    return m_sorted;
}

} // namespace kconfig
