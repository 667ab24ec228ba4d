// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/fix_wish.h"

#include "workbench/reason_words.h"

#include <QCoreApplication>

#include <string>

namespace kiln {

using kconfig::SymbolType;

namespace {

QString promptOf(const kconfig::Model &model, kconfig::SymbolId symbol)
{
    for (const kconfig::NodeId node : model.symbol(symbol).nodes) {
        const std::string_view prompt = model.promptText(node);
        if (!prompt.empty())
            return QString::fromUtf8(prompt.data(), qsizetype(prompt.size()));
    }
    return QString::fromStdString(kconfig::displayName(model, symbol, ReasonWords()));
}

WishEntry entryOf(kconfig::SymbolId symbol, const char *value)
{
    return {QString::fromLatin1(value), {symbol, value}};
}

} // namespace

QVector<WishEntry> wishEntries(const kconfig::Configuration &configuration,
                               kconfig::SymbolId symbol)
{
    const kconfig::Model &model = configuration.model();
    const kconfig::Symbol &declared = model.symbol(symbol);
    QVector<WishEntry> entries;
    if (declared.isChoice) {
        for (const kconfig::SymbolId value : declared.choiceValues)
            entries.append({promptOf(model, value), {value, "y"}});
        if (declared.isOptionalChoice)
            entries.append({QCoreApplication::translate("FixWish", "none of them"), {symbol, "n"}});
        return entries;
    }
    if (declared.type == SymbolType::boolean)
        return {entryOf(symbol, "y"), entryOf(symbol, "n")};
    if (declared.type == SymbolType::tristate)
        return {entryOf(symbol, "y"), entryOf(symbol, "m"), entryOf(symbol, "n")};
    return entries;
}

kconfig::Wish suggestedWish(const kconfig::Configuration &configuration, kconfig::SymbolId symbol)
{
    const kconfig::Symbol &declared = configuration.model().symbol(symbol);
    if (declared.isChoice) {
        const kconfig::SymbolId now = configuration.selection(symbol);
        for (const kconfig::SymbolId value : declared.choiceValues) {
            if (!(value == now))
                return {value, "y"};
        }
        return {symbol, "y"};
    }
    const std::string value = configuration.value(symbol);
    if (declared.type == SymbolType::boolean || declared.type == SymbolType::tristate)
        return {symbol, value == "n" ? "y" : "n"};
    return {symbol, value};
}

QString wishText(const kconfig::Model &model, const kconfig::Wish &wish)
{
    const QString name =
        QString::fromStdString(kconfig::displayName(model, wish.symbol, ReasonWords()));
    const QString value = QString::fromStdString(wish.value);
    const bool isText = model.symbol(wish.symbol).type == SymbolType::string;
    return isText ? QStringLiteral("%1=\"%2\"").arg(name, value)
                  : QStringLiteral("%1=%2").arg(name, value);
}

} // namespace kiln
