// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The machine of the open project: read, changed, saved.
#pragma once

#include "app/settings.h"
#include "widgets/machine_editor.h"
#include "workbench/machine.h"

#include <QObject>

#include <optional>

class QAction;

namespace kiln {

class MachineButton;
class RunController;

/// Keeps the run controller, the button and the project's machine file in agreement. What QEMU's
/// extra arguments could do to the computer stays with the user: arguments that may not be in the
/// project's file are kept in the settings. All must outlive it.
class MachineSettings : public QObject
{
    Q_OBJECT

public:
    /// `edit` opens the settings; dialogs are children of `window`.
    MachineSettings(RunController *runs, MachineButton *button, Settings *settings, QAction *edit,
                    QWidget *window);

    /// Reads the project's machine.
    void setProject(const Project &project);
    /// The project's configuration is another: what the machine leaves open may be, too.
    void configurationChanged(const QString &configFile);
    /// Takes and saves a machine.
    void change(const Machine &machine);
    /// Shows all settings.
    void edit();

signals:
    void problem(const kiln::Problem &problem);
    /// Something about the project's files that should be known, in one sentence.
    void noted(const QString &text);

private:
    void save();
    void apply();
    void chooseTarget(const QString &name);
    [[nodiscard]] QString key() const;
    [[nodiscard]] MachineEditor::Plan plan(const Machine &machine) const;

    RunController *m_runs;
    MachineButton *m_button;
    Settings *m_settings;
    QWidget *m_window;
    std::optional<Project> m_project;
    Machine m_machine;
};

} // namespace kiln
