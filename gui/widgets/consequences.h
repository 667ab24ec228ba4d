// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an edit changed besides what the user touched.
#pragma once

#include "widgets/value_snapshot.h"

#include <kconfig/configuration.h>

#include <QString>
#include <QVector>

namespace kiln {

struct ValueChange
{
    kconfig::SymbolId symbol;
    QString before;
    QString after;
};

/// Remembers values, so that after an edit it can be said what changed.
class ValueWatch
{
public:
    /// Remembers every value.
    void take(const kconfig::Configuration &configuration);
    /// The values that differ now among `changed`, in order; remembers the new ones.
    [[nodiscard]] QVector<ValueChange> update(const kconfig::Configuration &configuration,
                                              const QVector<kconfig::SymbolId> &changed);

private:
    ValueSnapshot m_values;
};

/// "LIBFOO: y. Also turned on: LIBBAR (selected), LIBBAZ (default); turned off: …; changed: …".
/// `touched` is what the user edited; invalid for undo, redo and imports. Choices are left out.
[[nodiscard]] QString consequencesText(const kconfig::Configuration &configuration,
                                       const QVector<ValueChange> &changes,
                                       kconfig::SymbolId touched);

} // namespace kiln
