// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/value_snapshot.h"

namespace kiln {

using kconfig::Configuration;
using kconfig::SymbolId;
using kconfig::SymbolType;
using kconfig::Tristate;

namespace {

bool isTruth(const Configuration &configuration, SymbolId symbol)
{
    const SymbolType type = configuration.model().symbol(symbol).type;
    return type == SymbolType::boolean || type == SymbolType::tristate;
}

/// Without an allocation: there may be ten thousand of them.
QString letterText(Tristate value)
{
    return value == Tristate::yes   ? QStringLiteral("y")
           : value == Tristate::mod ? QStringLiteral("m")
                                    : QStringLiteral("n");
}

} // namespace

void ValueSnapshot::take(const Configuration &configuration)
{
    const auto count = std::uint32_t(configuration.model().symbols().size());
    m_truths.assign(count, Tristate::no);
    m_texts.clear();
    for (std::uint32_t i = 0; i < count; ++i)
        update(configuration, SymbolId{i});
}

void ValueSnapshot::update(const Configuration &configuration, SymbolId symbol)
{
    if (isTruth(configuration, symbol)) {
        m_truths[symbol.index] = configuration.tristate(symbol);
        return;
    }
    std::string value = configuration.value(symbol);
    if (value.empty())
        m_texts.erase(symbol.index);
    else
        m_texts[symbol.index] = std::move(value);
}

bool ValueSnapshot::differs(const Configuration &configuration, SymbolId symbol) const
{
    if (isTruth(configuration, symbol))
        return m_truths[symbol.index] != configuration.tristate(symbol);
    const auto text = m_texts.find(symbol.index);
    const std::string now = configuration.value(symbol);
    return text == m_texts.end() ? !now.empty() : text->second != now;
}

QString ValueSnapshot::text(const Configuration &configuration, SymbolId symbol) const
{
    if (isTruth(configuration, symbol))
        return letterText(m_truths[symbol.index]);
    const auto text = m_texts.find(symbol.index);
    return text == m_texts.end() ? QString() : QString::fromStdString(text->second);
}

QString valueText(const Configuration &configuration, SymbolId symbol)
{
    return isTruth(configuration, symbol) ? letterText(configuration.tristate(symbol))
                                          : QString::fromStdString(configuration.value(symbol));
}

} // namespace kiln
