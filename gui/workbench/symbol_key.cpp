// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/symbol_key.h"

#include "workbench/reason_words.h"

#include <kconfig/explain.h>

namespace kiln {

namespace {

constexpr char choiceMark = '?';

} // namespace

std::string symbolKey(const kconfig::Model &model, kconfig::SymbolId symbol)
{
    const kconfig::Symbol &declared = model.symbol(symbol);
    if (!declared.name.empty())
        return std::string(declared.name);
    if (declared.choiceValues.empty())
        return {};
    return choiceMark + std::string(model.symbol(declared.choiceValues.front()).name);
}

kconfig::SymbolId symbolOfKey(const kconfig::Model &model, const std::string &key)
{
    if (key.empty())
        return {};
    kconfig::SymbolId found = model.find(key.front() == choiceMark ? key.substr(1) : key);
    if (found.isValid() && key.front() == choiceMark)
        found = model.symbol(found).choice;
    return found.isValid() && model.symbol(found).isDefined() ? found : kconfig::SymbolId{};
}

std::string shownName(const kconfig::Model &model, kconfig::SymbolId symbol)
{
    return kconfig::displayName(model, symbol, ReasonWords());
}

kconfig::SymbolId symbolIn(const kconfig::Model &from, kconfig::SymbolId symbol,
                           const kconfig::Model &to)
{
    if (&from == &to || !symbol.isValid())
        return symbol;
    return symbolOfKey(to, symbolKey(from, symbol));
}

kconfig::UserValues userValuesIn(const kconfig::Model &from, const kconfig::UserValues &values,
                                 const kconfig::Model &to)
{
    kconfig::UserValues result;
    result.reserve(values.size());
    for (const auto &[symbol, value] : values) {
        if (const auto there = symbolIn(from, symbol, to); there.isValid())
            result.emplace_back(there, value);
    }
    return result;
}

} // namespace kiln
