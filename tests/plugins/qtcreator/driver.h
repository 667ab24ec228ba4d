// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does with Qt Creator again and again: choosing from a menu, building, looking.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QMessageBox;
class QWidget;

namespace kiln::test {

/// How long anything may take here, milliseconds. Nothing is measured: a slow machine is no fault.
inline constexpr int patience = 90'000;

/// Runs the action as its menu would, once it can be run. A test fails where it never can.
void trigger(const char *command);
[[nodiscard]] bool isEnabled(const char *command);

/// Builds the active project. Whether that went well; nothing: it did not end, or the user is asked
/// something.
[[nodiscard]] std::optional<bool> build();

/// The question whether folders are trusted; null: it is not asked.
[[nodiscard]] QMessageBox *trustQuestion();

/// The first visible widget of this class, in any window; null: there is none. The plugin's are
/// found in this way because it exports nothing.
[[nodiscard]] QWidget *visibleWidget(const char *className);

/// The file's; empty where it can't be read.
[[nodiscard]] QByteArray contents(const QString &path);

/// Saves the picture qtcreator-NAME.png in the folder KILN_PICTURES; null: of the main window.
void picture(const QString &name, QWidget *of = nullptr);

} // namespace kiln::test
