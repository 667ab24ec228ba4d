// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QVariant>

namespace kiln {

/// headerData() of a table whose first column is a name and whose others are numbers, which stand
/// at the trailing side as their titles do. `titles` has one for each column.
[[nodiscard]] QVariant numberHeader(int section, Qt::Orientation orientation, int role,
                                    const QStringList &titles);

} // namespace kiln
