// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/changed_symbols.h"

#include <string>

namespace kiln {

using kconfig::Configuration;
using kconfig::SymbolId;
using kconfig::SymbolType;

namespace {

bool differs(const Configuration &saved, const Configuration &now, SymbolId id)
{
    const kconfig::Symbol &symbol = now.model().symbol(id);
    if (symbol.name.empty() || symbol.isConstant)
        return false;
    const bool was = saved.isWritten(id);
    const bool is = now.isWritten(id);
    if (symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate)
        return was != is || (is && saved.tristate(id) != now.tristate(id));
    return (was ? saved.value(id) : std::string()) != (is ? now.value(id) : std::string());
}

} // namespace

void ChangedSymbols::clear()
{
    m_differs.clear();
    m_count = 0;
}

void ChangedSymbols::update(const Configuration &saved, const Configuration &now, SymbolId symbol)
{
    if (symbol.index >= m_differs.size())
        m_differs.resize(now.model().symbols().size());
    const bool is = differs(saved, now, symbol);
    m_count += int(is) - int(m_differs[symbol.index]);
    m_differs[symbol.index] = is ? 1 : 0;
}

void ChangedSymbols::updateAll(const Configuration &saved, const Configuration &now)
{
    clear();
    const auto count = std::uint32_t(now.model().symbols().size());
    for (std::uint32_t i = 0; i < count; ++i)
        update(saved, now, SymbolId{i});
}

QVector<SymbolId> ChangedSymbols::symbols() const
{
    QVector<SymbolId> result;
    result.reserve(m_count);
    for (std::uint32_t i = 0; i < m_differs.size(); ++i) {
        if (m_differs[i] != 0)
            result.append(SymbolId{i});
    }
    return result;
}

} // namespace kiln
