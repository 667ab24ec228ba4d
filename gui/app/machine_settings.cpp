// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/machine_settings.h"

#include "app/machine_button.h"
#include "app/run_controller.h"
#include "workbench/boot_command.h"
#include "workbench/kraftfile.h"
#include "workbench/machine_file.h"
#include "workbench/project_machine.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kiln {

MachineSettings::MachineSettings(RunController *runs, MachineButton *button, Settings *settings,
                                 QAction *edit, QWidget *window)
    : QObject(window)
    , m_runs(runs)
    , m_button(button)
    , m_settings(settings)
    , m_window(window)
{
    button->setSettingsAction(edit);
    connect(edit, &QAction::triggered, this, &MachineSettings::edit);
    connect(button, &MachineButton::machineChanged, this, &MachineSettings::change);
    connect(button, &MachineButton::targetRequested, this, &MachineSettings::chooseTarget);
}

QString MachineSettings::key() const
{
    // Settings keys are paths; the folder's own slashes would make groups of it.
    return QStringLiteral("extraArguments/") +
           QString::fromLatin1(m_project->directory.toUtf8().toHex());
}

void MachineSettings::setProject(const Project &project)
{
    m_project = project;
    m_machine = {};
    m_button->setTargets({});
    if (!project.isBuildable())
        return apply();
    const ProjectMachine found = machineOfProject(project);
    m_machine = found.machine;
    const QStringList own = m_settings->value(key()).toStringList();
    if (!own.isEmpty())
        m_machine.extraArguments = own;
    if (found.problem)
        emit problem(*found.problem);
    else if (!found.notes.isEmpty())
        emit noted(found.notes.join(u' '));
    if (const QString path = findKraftfile(project.directory); !path.isEmpty()) {
        QStringList targets;
        if (const auto file = readKraftfile(path)) {
            for (const KraftTarget &target : file->targets) {
                if (target.isBootable())
                    targets.append(target.text());
            }
        }
        m_button->setTargets(targets);
    }
    apply();
}

void MachineSettings::configurationChanged(const QString &configFile)
{
    if (!m_project)
        return;
    m_project->configFile = configFile;
    m_button->setMachine(m_machine, m_machine.settled(&*m_project));
}

void MachineSettings::apply()
{
    m_runs->setMachine(m_machine);
    m_button->setMachine(m_machine, m_machine.settled(&*m_project));
}

void MachineSettings::change(const Machine &machine)
{
    if (!m_project || machine == m_machine)
        return;
    m_machine = machine;
    apply();
    save();
}

void MachineSettings::save()
{
    Machine shared = m_machine;
    QStringList own;
    if (!privateArgument(shared.extraArguments).isEmpty())
        own = std::exchange(shared.extraArguments, {});
    if (own != m_settings->value(key()).toStringList())
        m_settings->setValue(key(), own);
    if (const auto saved = writeMachineFile(machineFilePath(*m_project), shared); !saved)
        emit problem(saved.error());
}

void MachineSettings::chooseTarget(const QString &name)
{
    const auto file = readKraftfile(findKraftfile(m_project->directory));
    if (!file) {
        emit problem(file.error());
        return;
    }
    if (const KraftTarget *target = file->target(name))
        change(kraftMachine(*file, *m_project, target));
}

MachineEditor::Plan MachineSettings::plan(const Machine &machine) const
{
    const Machine settled = machine.settled(&*m_project);
    return {settled, plannedBootCommand(settled, m_project->imagePath()),
            m_project->debugImagePath()};
}

void MachineSettings::edit()
{
    if (!m_project || !m_project->isBuildable())
        return;
    auto *dialog = new QDialog(m_window);
    dialog->setObjectName(QStringLiteral("machineDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Machine of %1").arg(m_project->name));
    auto *editor = new MachineEditor(m_machine, m_project->directory,
                                     [this](const Machine &machine) { return plan(machine); });
    editor->setObjectName(QStringLiteral("machineEditor"));
    auto *area = new QScrollArea;
    area->setWidget(editor);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel |
                                         QDialogButtonBox::RestoreDefaults);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(area);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, editor,
            [editor] { editor->setMachine({}); });
    const auto follow = [editor, buttons] {
        buttons->button(QDialogButtonBox::Save)->setEnabled(editor->isSound());
    };
    connect(editor, &MachineEditor::changed, dialog, follow);
    follow();
    connect(editor, &MachineEditor::problem, this, &MachineSettings::problem);
    connect(dialog, &QDialog::accepted, this, [this, editor] { change(editor->machine()); });
    const QSize wanted = editor->sizeHint() + QSize(48, 80);
    constexpr int decoration = 48; // of the window manager, roughly
    dialog->resize(wanted.boundedTo(m_window->size() - QSize(0, decoration)));
    dialog->open();
}

} // namespace kiln
