// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The target in the toolbar: which virtual machine the image boots in.
#pragma once

#include "workbench/machine.h"

#include <QToolButton>

class QActionGroup;

namespace kiln {

/// Shows the machine, and a menu to change it.
class MachineButton : public QToolButton
{
    Q_OBJECT

public:
    explicit MachineButton(QWidget *parent = nullptr);

    void setMachine(const Machine &machine);
    [[nodiscard]] const Machine &machine() const { return m_machine; }

signals:
    /// The user chose another one.
    void machineChanged(const kiln::Machine &machine);

private:
    QActionGroup *addChoices(const QString &title,
                             const QVector<std::pair<QString, QString>> &choices,
                             void (*apply)(Machine &, const QString &));
    void askArguments();
    void refresh();
    void change(const Machine &machine);

    Machine m_machine;
    QActionGroup *m_types;
    QActionGroup *m_memory;
    QActionGroup *m_accelerators;
};

/// The machine as settings keep it, and back; missing parts are taken from `fallback`.
[[nodiscard]] QStringList toSettings(const Machine &machine);
[[nodiscard]] Machine machineFromSettings(const QStringList &saved, const Machine &fallback);

} // namespace kiln
