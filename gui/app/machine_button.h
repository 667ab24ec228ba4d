// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The target in the toolbar: which machine the image boots in.
#pragma once

#include "widgets/menu_button.h"
#include "workbench/machine.h"

class QActionGroup;
class QMenu;

namespace kiln {

/// Shows the machine, and a menu to change it.
class MachineButton : public MenuButton
{
    Q_OBJECT

public:
    explicit MachineButton(QWidget *parent = nullptr);

    /// `settled`: what the machine comes to in the project.
    void setMachine(const Machine &machine, const Machine &settled);
    [[nodiscard]] const Machine &machine() const { return m_machine; }
    /// Targets of the project's Kraftfile that can be chosen; empty: none.
    void setTargets(const QStringList &targets);
    /// Another way to open the settings is shown in the menu, too.
    void setSettingsAction(QAction *action);

signals:
    /// The user chose another one.
    void machineChanged(const kiln::Machine &machine);
    void targetRequested(const QString &target);

private:
    using Change = void (*)(Machine &, const QString &);
    using Choices = QVector<std::pair<QString, QString>>;

    QActionGroup *addChoices(const QString &title, const Choices &choices, Change apply);
    void refresh();

    Machine m_machine;
    Machine m_settled;
    QActionGroup *m_types;
    QActionGroup *m_memory;
    QActionGroup *m_accelerators;
    QMenu *m_targets;
};

} // namespace kiln
