// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/symbol_info.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace kiln {

namespace {

QString toText(std::string_view string)
{
    return QString::fromUtf8(string.data(), qsizetype(string.size()));
}

} // namespace

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
        if (prompt.isEmpty())
            prompt = toText(model.promptText(node));
    }
    if (!prompt.isEmpty())
        info.summary += QLatin1Char('\n') + prompt;
    return info;
}

} // namespace kiln
