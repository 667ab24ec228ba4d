// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/machine_button.h"

#include "widgets/machine_words.h"
#include "widgets/palette_icon.h"

#include <QActionGroup>
#include <QMenu>

namespace kiln {

MachineButton::MachineButton(QWidget *parent)
    : MenuButton(parent)
{
    setObjectName(QStringLiteral("machine"));
    setIcon(paletteIcon(QStringLiteral("machine")));
    setToolTip(tr("The machine the unikernel boots in"));
    setMenu(new QMenu(this));
    Choices types{{tr("What suits"), QString()}};
    for (const QString &architecture : machine_choices::architectures()) {
        for (const QString &type : machine_choices::types(architecture))
            types.append({machineWord(type), type});
    }
    m_types = addChoices(tr("Machine"), types,
                         [](Machine &machine, const QString &value) { machine.type = value; });
    Choices sizes;
    for (const int size : {4, 8, 16, 32, 64, 128, 256, 512, 1024})
        sizes.append({tr("%1 MiB").arg(size), QString::number(size)});
    m_memory = addChoices(tr("Memory"), sizes, [](Machine &machine, const QString &value) {
        machine.memoryMiB = value.toInt();
    });
    Choices accelerators;
    for (const QString &accelerator : machine_choices::accelerators())
        accelerators.append({machineWord(accelerator), accelerator});
    m_accelerators =
        addChoices(tr("Accelerator"), accelerators,
                   [](Machine &machine, const QString &value) { machine.accelerator = value; });
    m_targets = menu()->addMenu(tr("Target of the Kraftfile"));
    menu()->addSeparator();
    setTargets({});
    refresh();
}

QActionGroup *MachineButton::addChoices(const QString &title, const Choices &choices, Change apply)
{
    auto *group = new QActionGroup(this);
    QMenu *sub = menu()->addMenu(title);
    for (const auto &[text, value] : choices) {
        QAction *action = sub->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this, apply](const QAction *action) {
        Machine machine = m_machine;
        apply(machine, action->data().toString());
        emit machineChanged(machine);
    });
    return group;
}

void MachineButton::setTargets(const QStringList &targets)
{
    m_targets->clear();
    for (const QString &target : targets)
        connect(m_targets->addAction(target), &QAction::triggered, this,
                [this, target] { emit targetRequested(target); });
    m_targets->menuAction()->setVisible(!targets.isEmpty());
}

void MachineButton::setSettingsAction(QAction *action)
{
    menu()->addAction(action);
}

void MachineButton::setMachine(const Machine &machine, const Machine &settled)
{
    m_machine = machine;
    m_settled = settled;
    refresh();
}

void MachineButton::refresh()
{
    const auto check = [](QActionGroup *group, const QString &value) {
        for (QAction *action : group->actions())
            action->setChecked(action->data().toString() == value);
    };
    check(m_types, m_machine.type);
    check(m_memory, QString::number(m_machine.memoryMiB));
    check(m_accelerators, m_machine.accelerator);
    const QStringList known = machine_choices::types(m_settled.architecture);
    for (QAction *action : m_types->actions()) {
        const QString type = action->data().toString();
        action->setEnabled(type.isEmpty() || known.contains(type));
    }
    if (m_settled.isLinuxProcess())
        setText(tr("%1 · Linux process").arg(m_settled.architecture));
    else
        setText(tr("%1 · %2 · %3 MiB")
                    .arg(m_settled.architecture, m_settled.type)
                    .arg(m_settled.memoryMiB));
    setAccessibleName(tr("Machine: %1").arg(text()));
}

} // namespace kiln
