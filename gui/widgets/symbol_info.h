// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a source has to know of an option that it names.
#pragma once

#include "widgets/links.h"

#include <kconfig/configuration.h>

#include <QList>
#include <QString>
#include <QVector>

#include <functional>
#include <optional>

namespace kiln {

struct SymbolInfo
{
    QString summary;                ///< name, value and prompt; plain text
    QString help;                   ///< plain text with a newline at its end; may be empty
    QList<SourcePlace> definitions; ///< in order
};

/// Answers for a name without CONFIG_; nothing when no option has it.
using SymbolLookup = std::function<std::optional<SymbolInfo>(const QString &name)>;

/// An option that a word being typed may become.
struct SymbolProposal
{
    QString name; ///< without CONFIG_
    QString prompt;
    QString value;
    QString help;
};

/// Answers for the beginning of a name, the likeliest first.
using SymbolProposer = std::function<QVector<SymbolProposal>(const QString &typed)>;

/// Options whose names begin with what was typed, then those of which a part after an underscore
/// does; at most `most`. In any letter case.
[[nodiscard]] QVector<SymbolProposal> proposeSymbols(const kconfig::Configuration &configuration,
                                                     const QString &typed, int most = 200);

/// What a configuration says of an option.
[[nodiscard]] std::optional<SymbolInfo> symbolInfo(const kconfig::Configuration &configuration,
                                                   const QString &name);

} // namespace kiln
