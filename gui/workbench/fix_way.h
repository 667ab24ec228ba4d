// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One way to make a wish come true, as views show it.
#pragma once

#include <kconfig/resolve.h>

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <vector>

namespace kiln {

/// An option and what a way makes of it.
struct FixValue
{
    kconfig::SymbolId symbol;
    QString name;   ///< without CONFIG_; of an unnamed choice its prompt in quotes
    QString before; ///< value as text
    QString after;
    QString about; ///< of a step its prompt, of a consequence why it takes place
    kconfig::SymbolType type = kconfig::SymbolType::unknown;
};

/// Edits with all that follows from them: before and after are the whole preview.
struct FixWay
{
    std::vector<kconfig::Edit> edits; ///< in an order in which each is accepted
    QVector<FixValue> steps;          ///< the same for the eye
    QVector<FixValue> turnedOn;       ///< were n
    QVector<FixValue> turnedOff;      ///< are n then
    QVector<FixValue> changed;        ///< m and y, numbers, texts

    [[nodiscard]] qsizetype effectCount() const
    {
        return turnedOn.size() + turnedOff.size() + changed.size();
    }
};
using FixWayPointer = std::shared_ptr<const FixWay>;

/// Describes an alternative that a resolver has found for this configuration. Places below one of
/// the folders are told relative to it. Any thread, as long as nobody else uses the configuration.
[[nodiscard]] FixWayPointer describeWay(const kconfig::Configuration &before,
                                        const kconfig::Alternative &alternative,
                                        const QStringList &folders = {});

/// An option as it is.
[[nodiscard]] FixValue presentValue(const kconfig::Configuration &configuration,
                                    kconfig::SymbolId symbol);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::FixWayPointer)
