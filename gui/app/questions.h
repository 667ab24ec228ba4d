// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Questions and messages of the window. None of them blocks: each opens a sheet and returns.
#pragma once

#include "widgets/trust_question.h"

#include <QString>
#include <QStringList>

#include <functional>

class QMainWindow;
class QWidget;

namespace kiln {

/// "There are unsaved changes": save, discard or cancel.
void askUnsaved(QWidget *window, const QString &text, std::function<void()> onSave,
                std::function<void()> onDiscard);
/// What the keys do: the shortcuts of the window's menus, and what its views listen to.
void showKeys(QMainWindow *window);
void showAbout(QWidget *window);

} // namespace kiln
