// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does with Qt Creator again and again: choosing from a menu, building, looking.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class QMessageBox;
class QToolButton;
class QWidget;

namespace ProjectExplorer {
class Project;
}

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
/// Builds the active project, and answers that question, which must come first.
[[nodiscard]] std::optional<bool> buildAnswering(bool isTrusted);

/// Opens the project of this file, and waits until it has been read; null: a test has failed.
[[nodiscard]] ProjectExplorer::Project *openProject(const QString &file);

/// What the log pane shows, a record a line; empty: it is not seen.
[[nodiscard]] QString logText();
/// The name of the guest whose tab the log pane shows; empty: it is not seen.
[[nodiscard]] QString guestOfLog();
/// How often Application Output, seen or not, has this text.
[[nodiscard]] int countInOutput(const QString &text);

/// The number of the machine that an ELF file is for (e_machine), 0: it is none.
[[nodiscard]] int machineOf(const QString &image);

/// The first visible widget of this class, in any window; null: there is none. The plugin's are
/// found in this way because it exports nothing.
[[nodiscard]] QWidget *visibleWidget(const char *className);

/// The file's; empty where it can't be read.
[[nodiscard]] QByteArray contents(const QString &path);

/// Saves the picture qtcreator-NAME.png in the folder KILN_PICTURES; null: of the main window.
void picture(const QString &name, QWidget *of = nullptr);

/// The button with this text in `pane`; null: there is none. GUI thread.
[[nodiscard]] QToolButton *buttonNamed(const QWidget *pane, const QString &text);

} // namespace kiln::test
