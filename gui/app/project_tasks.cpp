// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/project_tasks.h"

#include "app/project_controller.h"
#include "app/window_actions.h"
#include "widgets/clone_dialog.h"
#include "widgets/library_dialog.h"
#include "widgets/new_project_dialog.h"
#include "widgets/port_dialog.h"
#include "widgets/target_dialog.h"
#include "workbench/target_edit.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace kiln {

ProjectTasks::ProjectTasks(ProjectController *projects, WindowActions *actions, Guard guard,
                           QWidget *window)
    : QObject(window)
    , m_projects(projects)
    , m_guard(std::move(guard))
    , m_window(window)
{
    const WindowActions &a = *actions;
    connect(a.newApplication, &QAction::triggered, this, &ProjectTasks::newApplication);
    connect(a.newLibrary, &QAction::triggered, this, &ProjectTasks::newLibrary);
    connect(a.clone, &QAction::triggered, this, &ProjectTasks::clone);
    connect(a.port, &QAction::triggered, this, &ProjectTasks::port);
    connect(a.addLibrary, &QAction::triggered, this, &ProjectTasks::addLibrary);
    connect(a.addTarget, &QAction::triggered, this, &ProjectTasks::addTarget);
}

/// Where the last project is, others are likely to be.
QString ProjectTasks::parentFolder() const
{
    const auto &project = m_projects->project();
    const QString folder = project ? QFileInfo(project->directory).path() : QString();
    return !folder.isEmpty() && QFileInfo(folder).isWritable() ? folder : QDir::homePath();
}

QString ProjectTasks::treeVersion() const
{
    const auto &project = m_projects->project();
    if (project && project->isBuildable())
        return project->tree.version;
    const auto tree = openKernelTree(bundledTreeDirectory());
    return tree ? tree->version : QString();
}

void ProjectTasks::newApplication()
{
    auto *dialog =
        new NewProjectDialog(NewProjectDialog::Kind::application, parentFolder(), {}, m_window);
    connect(dialog, &NewProjectDialog::created, this, [this](const QString &directory) {
        // The user has just written it.
        if (const auto trusted = TrustStore().trust(directory); !trusted)
            emit problem(trusted.error());
        emit openRequested(directory);
    });
    dialog->open();
}

void ProjectTasks::newLibrary()
{
    auto *dialog =
        new NewProjectDialog(NewProjectDialog::Kind::library, parentFolder(), {}, m_window);
    connect(dialog, &NewProjectDialog::created, this, [this](const QString &directory) {
        emit done(tr("The library is in %1. “Add Library…” builds an application with it.")
                      .arg(directory));
    });
    dialog->open();
}

void ProjectTasks::clone()
{
    auto *dialog = new CloneDialog(parentFolder(), treeVersion(), m_window);
    connect(dialog, &CloneDialog::cloned, this,
            [this](const CheckedOut &clone) { takeClone(clone.directory); });
    dialog->open();
}

void ProjectTasks::takeClone(const QString &directory)
{
    if (openKernelTree(directory)) {
        emit done(tr("The kernel tree is in %1. An application uses it when UK_ROOT of its "
                     "Makefile, or --tree, names it.")
                      .arg(directory));
        return;
    }
    const QDir folder(directory);
    const bool hasParts = folder.exists(QStringLiteral("Makefile.uk"));
    const bool isApplication =
        !findKraftfile(directory).isEmpty() || folder.exists(QStringLiteral("Makefile"));
    if (hasParts && isApplication)
        emit openRequested(directory);
    else if (hasParts)
        emit done(tr("The library is in %1. “Add Library…” builds an application with it.")
                      .arg(directory));
    else
        emit done(tr("The clone is in %1.").arg(directory));
}

void ProjectTasks::port()
{
    auto *dialog = new PortDialog(parentFolder(), m_window);
    connect(dialog, &PortDialog::written, this, [this](const QString &directory) {
        emit done(
            tr("The port is in %1. “Add Library…” builds an application with it.").arg(directory));
    });
    dialog->open();
}

void ProjectTasks::addLibrary()
{
    const auto &project = m_projects->project();
    if (!project || !project->isBuildable())
        return;
    auto *dialog = new LibraryDialog(*project, m_window);
    connect(dialog, &LibraryDialog::added, this, [this](const AddedLibrary &library) {
        if (!library.isLibrary)
            emit problem({tr("What was added has no Makefile.uk: it is no Unikraft library"),
                          library.directory,
                          tr("Remove the folder and its lines in the Kraftfile.")});
        else
            reload();
    });
    dialog->open();
}

void ProjectTasks::reload()
{
    m_guard(tr("Save the changes before the project is read again?"), [this] {
        emit reopening();
        m_projects->reopen();
    });
}

/// Unsaved edits have been dealt with by now.
void ProjectTasks::open(const QString &target)
{
    emit reopening();
    m_projects->selectTarget(target);
}

void ProjectTasks::selectTarget(const QString &name)
{
    m_guard(tr("Save the changes before another target is opened?"), [this, name] { open(name); });
}

void ProjectTasks::showTargetDialog(const KraftTarget *former,
                                    const std::function<void(const KraftTarget &)> &take)
{
    const auto targets = projectTargets(m_projects->project()->directory);
    if (!targets) {
        emit problem(targets.error());
        return;
    }
    QStringList taken;
    for (const ProjectTarget &each : *targets) {
        if (!former || each.written.place != former->place)
            taken.append(each.written.text());
    }
    auto *dialog = new TargetDialog(former, taken, m_window);
    connect(dialog, &QDialog::accepted, this, [dialog, take] { take(dialog->target()); });
    dialog->open();
}

void ProjectTasks::addTarget()
{
    const auto &project = m_projects->project();
    if (!project || !project->isBuildable())
        return;
    showTargetDialog(nullptr, [this, directory = project->directory](const KraftTarget &wanted) {
        const auto added = kiln::addTarget(directory, wanted);
        if (added)
            selectTarget(added->name);
        else
            emit problem(added.error());
    });
}

void ProjectTasks::editTarget(const QString &name)
{
    const auto &project = m_projects->project();
    if (!project)
        return;
    const QString directory = project->directory;
    const auto former = findTarget(directory, name);
    if (!former) {
        emit problem(former.error());
        return;
    }
    // Its configuration may get another name, and other options.
    m_guard(tr("Save the changes before the target is changed?"), [this, directory, former, name] {
        showTargetDialog(&former->written, [this, directory, name](const KraftTarget &wanted) {
            const auto changed = changeTarget(directory, name, wanted);
            if (changed)
                open(changed->name);
            else
                emit problem(changed.error());
        });
    });
}

void ProjectTasks::removeTarget(const QString &name)
{
    const auto &project = m_projects->project();
    if (!project)
        return;
    const QString directory = project->directory;
    const auto target = findTarget(directory, name);
    if (!target) {
        emit problem(target.error());
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove Target"),
                                     tr("Remove the target %1 from the Kraftfile?").arg(name),
                                     QMessageBox::Cancel, m_window);
    question->setObjectName(QStringLiteral("removeTarget"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Its configuration %1 and its build folder stay where they are.")
            .arg(target->configFile));
    const auto *remove = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, directory, name] {
        m_guard(tr("Save the changes before the target is removed?"), [this, directory, name] {
            if (const auto removed = kiln::removeTarget(directory, name); !removed)
                emit problem(removed.error());
            else
                open({});
        });
    });
    question->open();
}

} // namespace kiln
