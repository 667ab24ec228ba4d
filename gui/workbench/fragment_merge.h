// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Adding a fragment (a few lines of a .config) to a configuration, and telling what became of it.
#pragma once

#include "workbench/config_diagnostic.h"

#include <kconfig/configuration.h>

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QVector>

namespace kiln {

/// A line of the fragment that changed what the configuration had said, or had no effect.
struct FragmentRemark
{
    QString name;             ///< of the option, without CONFIG_
    kconfig::SymbolId symbol; ///< invalid when the tree has no such option
    int line = 0;             ///< in the fragment, from 1
    QString before;           ///< value before the merge; empty: it had none
    QString wanted;           ///< what the fragment says
    QString now;              ///< value after the merge
    QString why;              ///< why it did not take effect; empty when it did
};

struct FragmentReport
{
    int lines = 0;                      ///< options the fragment sets
    QVector<FragmentRemark> overridden; ///< took effect against what had been set before
    QVector<FragmentRemark> ineffective;
    QVector<ConfigDiagnostic> diagnostics; ///< about lines that can't be read

    [[nodiscard]] bool isClean() const { return overridden.isEmpty() && ineffective.isEmpty(); }
};

/// Adds the fragment's values to the user values, later lines winning. `file` is for messages.
/// Any thread, as long as nobody else uses the configuration.
FragmentReport mergeFragment(kconfig::Configuration &configuration, const QByteArray &text,
                             const QString &file);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::FragmentReport)
