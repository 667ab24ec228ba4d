// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a source has to know of an option that it names.
#pragma once

#include "widgets/links.h"

#include <kconfig/configuration.h>

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace kiln {

struct SymbolInfo
{
    QString summary;                ///< name, value and prompt; plain text
    QList<SourcePlace> definitions; ///< in order
};

/// Answers for a name without CONFIG_; nothing when no option has it.
using SymbolLookup = std::function<std::optional<SymbolInfo>(const QString &name)>;

/// What a configuration says of an option.
[[nodiscard]] std::optional<SymbolInfo> symbolInfo(const kconfig::Configuration &configuration,
                                                   const QString &name);

} // namespace kiln
