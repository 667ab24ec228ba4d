// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The question before anything of a project runs.
#pragma once

#include "workbench/project.h"

#include <QStringList>

#include <functional>

class QWidget;

namespace kiln {

/// Asks whether what is in these folders may be run. Does not block: opens a sheet and returns. One
/// of both functions is called when it closes. GUI thread.
void askTrust(QWidget *window, const Project &project, const QStringList &folders,
              std::function<void()> onTrust, std::function<void()> onRefuse = {});

} // namespace kiln
