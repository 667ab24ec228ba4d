// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What make would do in a folder of somebody else's.
#pragma once

#include "workbench/job_watch.h"

#include <QString>
#include <QStringList>

namespace kiln {

/// What `make -n` prints in `folder`. Reading a makefile runs what is in it, so this is refused
/// unless the user trusts the folder (TrustStore). `targets` are make's targets and NAME=VALUE.
/// Blocks for as long as make takes; for a worker thread. The watch can end it.
[[nodiscard]] Result<QString> dryRunOfMake(const QString &folder, const QStringList &targets,
                                           JobWatch *watch = nullptr);

} // namespace kiln
