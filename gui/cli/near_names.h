// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names that somebody who mistyped one may have meant.
#pragma once

#include <kconfig/model.h>

#include <QString>
#include <QStringList>

namespace kiln::cli {

/// At most three defined symbols, the nearest first.
[[nodiscard]] QStringList nearNames(const kconfig::Model &model, const QString &name);

} // namespace kiln::cli
