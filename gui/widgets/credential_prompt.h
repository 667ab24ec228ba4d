// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A password for a repository, asked for in a dialog.
#pragma once

#include "workbench/git_prompt.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace kiln {

/// Opens its dialog over `window`; when that is gone, nobody is asked. What the user types goes to
/// the job that asks and, if they want it, to git's credential helper: nowhere else. Made on the
/// GUI thread; may go on any.
[[nodiscard]] std::shared_ptr<GitPrompt> credentialPrompt(QWidget *window);

} // namespace kiln
