// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lists of folders that the bundled tree's Config.uk reads, as the tree's Makefile writes them
// (kernel/README.md, "Front ends").
#pragma once

#include "workbench/project.h"

#include <QMap>
#include <QString>

namespace kiln {

/// Contents by file name: libs.uk, plats.uk, drivers.uk, app.uk.
[[nodiscard]] QMap<QString, QByteArray> kconfigLists(const Project &project);

} // namespace kiln
