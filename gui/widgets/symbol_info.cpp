// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/symbol_info.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace kiln {

namespace {

QString toText(std::string_view string)
{
    return QString::fromUtf8(string.data(), qsizetype(string.size()));
}

} // namespace

namespace {

/// The first prompt and the first help text of an option's definitions.
void describe(const kconfig::Model &model, const kconfig::Symbol &symbol, QString &prompt,
              QString &help)
{
    for (const kconfig::NodeId node : symbol.nodes) {
        if (prompt.isEmpty())
            prompt = toText(model.promptText(node));
        if (help.isEmpty() && model.hasHelp(node))
            help = QString::fromStdString(model.help(node));
    }
}

/// 0: the name begins with it; 1: a part of it does; 2: neither.
int rankOf(const QString &name, const QString &typed)
{
    if (name.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    return name.contains(QLatin1Char('_') + typed, Qt::CaseInsensitive) ? 1 : 2;
}

} // namespace

QVector<SymbolProposal> proposeSymbols(const kconfig::Configuration &configuration,
                                       const QString &typed, int most)
{
    const kconfig::Model &model = configuration.model();
    QVector<std::tuple<int, QString, const kconfig::Symbol *>> found;
    for (const kconfig::Symbol &symbol : model.symbols()) {
        if (symbol.isConstant || symbol.name.empty() || !symbol.isDefined())
            continue;
        const QString name = toText(symbol.name);
        if (const int rank = rankOf(name, typed); rank < 2)
            found.append({rank, name, &symbol});
    }
    const auto last = found.begin() + std::min<qsizetype>(most, found.size());
    std::partial_sort(found.begin(), last, found.end(), [](const auto &a, const auto &b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
    });
    QVector<SymbolProposal> proposals;
    for (auto it = found.begin(); it != last; ++it) {
        SymbolProposal proposal;
        proposal.name = std::get<1>(*it);
        describe(model, *std::get<2>(*it), proposal.prompt, proposal.help);
        proposal.value =
            QString::fromStdString(configuration.value(model.find(proposal.name.toStdString())));
        proposals.append(std::move(proposal));
    }
    return proposals;
}

std::optional<SymbolInfo> symbolInfo(const kconfig::Configuration &configuration,
                                     const QString &name)
{
    const kconfig::Model &model = configuration.model();
    const kconfig::SymbolId id = model.find(name.toStdString());
    if (!id.isValid() || model.symbol(id).isConstant || !model.symbol(id).isDefined())
        return std::nullopt;
    const kconfig::Symbol &symbol = model.symbol(id);
    QString value = QString::fromStdString(configuration.value(id));
    if (symbol.type == kconfig::SymbolType::string)
        value = QStringLiteral("“%1”").arg(value);
    else if (value.isEmpty())
        value = QCoreApplication::translate("SymbolInfo", "no value");
    SymbolInfo info;
    info.summary = QStringLiteral("%1 = %2").arg(name, value);
    QString prompt;
    for (const kconfig::NodeId node : symbol.nodes) {
        const kconfig::Position &at = model.node(node).position;
        if (at.isValid())
            info.definitions.append({toText(model.sources().path(at.file)), int(at.line), 0});
    }
    describe(model, symbol, prompt, info.help);
    if (!prompt.isEmpty())
        info.summary += QLatin1Char('\n') + prompt;
    return info;
}

} // namespace kiln
