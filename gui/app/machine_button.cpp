// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/machine_button.h"

#include "widgets/palette_icon.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>

namespace kiln {

MachineButton::MachineButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("machine"));
    setIcon(paletteIcon(QStringLiteral("machine")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("The virtual machine the unikernel boots in"));
    setMenu(new QMenu(this));
    m_types = addChoices(tr("Machine"),
                         {{tr("microvm: minimal, boots fastest"), QStringLiteral("microvm")},
                          {tr("pc: i440FX with PCI"), QStringLiteral("pc")},
                          {tr("q35: with PCI Express"), QStringLiteral("q35")}},
                         [](Machine &machine, const QString &value) { machine.type = value; });
    QVector<std::pair<QString, QString>> sizes;
    for (const int size : {4, 8, 16, 32, 64, 128, 256, 512, 1024})
        sizes.append({tr("%1 MiB").arg(size), QString::number(size)});
    m_memory = addChoices(tr("Memory"), sizes, [](Machine &machine, const QString &value) {
        machine.memoryMiB = value.toInt();
    });
    m_accelerators =
        addChoices(tr("Accelerator"),
                   {{tr("Automatic: KVM when it can be used"), QStringLiteral("auto")},
                    {tr("KVM: the processor's own virtualisation"), QStringLiteral("kvm")},
                    {tr("TCG: emulation, works everywhere"), QStringLiteral("tcg")}},
                   [](Machine &machine, const QString &value) { machine.accelerator = value; });
    menu()->addSeparator();
    connect(menu()->addAction(tr("Arguments of the &Application…")), &QAction::triggered, this,
            &MachineButton::askArguments);
    refresh();
}

QActionGroup *MachineButton::addChoices(const QString &title,
                                        const QVector<std::pair<QString, QString>> &choices,
                                        void (*apply)(Machine &, const QString &))
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
        change(machine);
    });
    return group;
}

void MachineButton::askArguments()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Arguments of the application"));
    dialog->setLabelText(tr("Given to main() after the application's name, separated by blanks:"));
    dialog->setTextValue(m_machine.kernelArguments.join(QLatin1Char(' ')));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        Machine machine = m_machine;
        machine.kernelArguments = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        change(machine);
    });
    dialog->open();
}

void MachineButton::change(const Machine &machine)
{
    setMachine(machine);
    emit machineChanged(m_machine);
}

void MachineButton::setMachine(const Machine &machine)
{
    m_machine = machine;
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
    setText(tr("%1 · %2 · %3 MiB")
                .arg(m_machine.architecture, m_machine.type)
                .arg(m_machine.memoryMiB));
    setAccessibleName(tr("Machine: %1").arg(text()));
}

QStringList toSettings(const Machine &machine)
{
    QStringList saved{machine.type, QString::number(machine.memoryMiB), machine.accelerator};
    return saved + machine.kernelArguments;
}

Machine machineFromSettings(const QStringList &saved, const Machine &fallback)
{
    Machine machine = fallback;
    if (saved.size() < 3)
        return machine;
    machine.type = saved[0];
    if (const int memory = saved[1].toInt(); memory > 0)
        machine.memoryMiB = memory;
    machine.accelerator = saved[2];
    machine.kernelArguments = saved.mid(3);
    return machine;
}

} // namespace kiln
