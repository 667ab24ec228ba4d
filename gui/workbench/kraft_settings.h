// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A Kraftfile's `kconfig:` entries as edits of a configuration, each with the line it comes from.
#pragma once

#include "workbench/fragment_merge.h"
#include "workbench/kraftfile.h"

#include <QList>
#include <QString>
#include <QVector>

namespace kiln {

/// What became of one entry.
struct KraftEffect
{
    KraftSetting setting;
    QString before; ///< value before; empty: it had none
    QString now;    ///< value after
    QString why;    ///< why it did not take effect; empty when it did

    /// "CONFIG_A: n -> y (Kraftfile:12:5)", or why not.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool hasChanged() const { return why.isEmpty() && before != now; }
};

/// Gives the options these values, as lines of a .config do: in any order, kept even where they
/// can't take effect yet. The effects are in the order of the settings; of an option that is set
/// several times, the last counts and the others are left out. Any thread, as long as nobody else
/// uses the configuration.
QVector<KraftEffect> applyKraftSettings(kconfig::Configuration &configuration,
                                        const QList<KraftSetting> &settings);

/// What a target's platform and architecture ask of a configuration: CONFIG_ARCH_…, CONFIG_PLAT_….
/// `place` is where the target is from.
[[nodiscard]] QList<KraftSetting>
settingsOfTarget(const QString &platform, const QString &architecture, const QString &place);

} // namespace kiln
