// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is wrong with the text of one Kconfig file while it is being written.
#pragma once

#include "workbench/config_diagnostic.h"

#include <kconfig/dialect.h>

#include <QByteArray>
#include <QMap>
#include <QString>

namespace kiln {

/// Errors and warnings of syntax in the text of one file, in order; `file` is set to `path`. Files
/// that it sources are not read, and nothing is run: what depends on the rest of the tree, and on
/// what a macro comes to, is left out. Any thread; milliseconds.
[[nodiscard]] QVector<ConfigDiagnostic> checkKconfig(const QByteArray &text, const QString &path,
                                                     kconfig::Dialect dialect);

} // namespace kiln
