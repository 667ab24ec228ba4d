// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window opens projects, and what of a project it shows as its target.
#include "app/main_window.h"

#include "app/architecture_button.h"
#include "app/dialect_button.h"
#include "app/project_page.h"
#include "app/project_tasks.h"
#include "app/state_bar.h"
#include "app/variables_dialog.h"
#include "app/window_actions.h"
#include "widgets/configure_page.h"
#include "widgets/details_pane.h"
#include "widgets/git_state_view.h"
#include "widgets/kraftfile_view.h"
#include "widgets/notice_bar.h"
#include "widgets/target_button.h"
#include "workbench/folder_copy.h"
#include "workbench/linux_tree.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>

namespace kiln {

void MainWindow::setTree(const QString &directory)
{
    m_projects.setTree(directory);
}

void MainWindow::open(const QString &path, const QString &architecture)
{
    guardUnsaved(tr("Save the changes before another project is opened?"),
                 [this, path, architecture] { openNow(path, architecture); });
}

void MainWindow::openNow(const QString &path, const QString &architecture)
{
    m_runs.stopAll();
    if (m_projects.open(path, architecture))
        m_actions->placeConfigure->trigger();
}

void MainWindow::openExample(const QString &folder)
{
    if (isWritableFolder(folder)) {
        open(folder);
        return;
    }
    // Its configuration and its build would have no place to go.
    auto *dialog = new QFileDialog(
        this, tr("The example can't be changed where it is. Copy it to a folder of yours"),
        QDir::homePath());
    dialog->setObjectName(QStringLiteral("copyExample"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Copy Here and Open"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, folder](const QString &parent) {
        if (const auto copied = copyExample(folder, parent))
            open(*copied);
        else
            showProblem(copied.error());
    });
    dialog->open();
}

void MainWindow::connectTasks()
{
    const WindowActions &a = *m_actions;
    m_projectPage->setActions({a.newApplication, a.newLibrary, a.clone, a.port},
                              {a.addLibrary, a.addTarget});
    connect(m_tasks, &ProjectTasks::openRequested, this,
            [this](const QString &path) { open(path); });
    connect(m_tasks, &ProjectTasks::reopening, this, [this] { m_runs.stopAll(); });
    connect(m_tasks, &ProjectTasks::problem, this, &MainWindow::showProblem);
    connect(m_tasks, &ProjectTasks::done, this,
            [this](const QString &text) { m_notice->setMessage(QStringLiteral("check"), text); });
    // What comes of these makes the button's menu anew.
    connect(m_targetButton, &TargetButton::selectRequested, m_tasks, &ProjectTasks::selectTarget,
            Qt::QueuedConnection);
    connect(m_targetButton, &TargetButton::addRequested, m_tasks, &ProjectTasks::addTarget,
            Qt::QueuedConnection);
    connect(m_targetButton, &TargetButton::editRequested, m_tasks, &ProjectTasks::editTarget,
            Qt::QueuedConnection);
    connect(m_targetButton, &TargetButton::removeRequested, m_tasks, &ProjectTasks::removeTarget,
            Qt::QueuedConnection);
    connect(&m_projects, &ProjectController::opened, this,
            [this] { m_configure->details()->setRemarks({}); });
    connect(&m_projects, &ProjectController::kraftfileTaken, this, &MainWindow::showKraftfile);
    const KraftfileView *kraftfile = m_projectPage->kraftfileView();
    connect(kraftfile, &KraftfileView::openRequested, this, &MainWindow::openSource);
    connect(kraftfile, &KraftfileView::applyRequested, &m_projects,
            &ProjectController::takeKraftfile);
    connect(kraftfile, &KraftfileView::fileChanged, this, &MainWindow::showTarget);
    connect(m_projectPage->gitView(), &GitStateView::updated, m_tasks, &ProjectTasks::reload);
}

void MainWindow::showKraftfile(const QVector<KraftEffect> &effects)
{
    QHash<QString, QString> remarks;
    int changed = 0;
    QStringList ineffective;
    for (const KraftEffect &effect : effects) {
        const QString name = effect.setting.option.mid(7); // without CONFIG_
        const QString file = effect.setting.place.section(u':', 0, -3);
        const SourcePlace place{file, effect.setting.place.section(u':', -2, -2).toInt(), 0};
        const QString link =
            QStringLiteral("<a href=\"%1\">%2</a>")
                .arg(sourceLink(place).toString().toHtmlEscaped(),
                     (QFileInfo(file).fileName() + effect.setting.place.mid(file.size()))
                         .toHtmlEscaped());
        remarks.insert(name, effect.why.isEmpty()
                                 ? tr("The Kraftfile asks for %1: %2")
                                       .arg(effect.setting.value.toHtmlEscaped(), link)
                                 : tr("The Kraftfile asks for %1, which has no effect: %2")
                                       .arg(effect.setting.value.toHtmlEscaped(), link));
        changed += effect.hasChanged() ? 1 : 0;
        if (!effect.why.isEmpty())
            ineffective.append(effect.text());
    }
    m_configure->details()->setRemarks(remarks);
    const bool isAsked = m_projectPage->kraftfileView()->isVisible();
    if (changed == 0 && ineffective.isEmpty() && !isAsked)
        return;
    QString text = tr("%n option(s) have the values of the Kraftfile now.", nullptr, changed);
    if (changed > 0)
        text += u' ' + tr("They are not saved yet.");
    else
        text = tr("The options have the values of the Kraftfile already.");
    if (!ineffective.isEmpty())
        text += u' ' + tr("Without effect: %1").arg(ineffective.join(QStringLiteral("; ")));
    m_notice->setMessage(
        ineffective.isEmpty() ? QStringLiteral("check") : QStringLiteral("level-warning"), text);
    if (changed > 0)
        connect(m_notice->addButton(tr("Review…")), &QPushButton::clicked, this, [this] {
            m_actions->placeConfigure->trigger();
            m_actions->changes->setChecked(true);
        });
}

void MainWindow::askForFolder()
{
    auto *dialog =
        new QFileDialog(this, tr("Open the folder of a project"),
                        m_projects.project() ? m_projects.project()->directory : QString());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { open(path); });
    dialog->open();
}

void MainWindow::askForFile()
{
    auto *dialog = new QFileDialog(
        this, tr("Open a Kconfig file or a configuration"),
        m_projects.project() ? m_projects.project()->directory : QString(),
        tr("Kconfig files and configurations (Kconfig* Config.in* Config.uk *config* *.config)") +
            QStringLiteral(";;") + tr("All files (*)"));
    dialog->setObjectName(QStringLiteral("openFile"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(dialog->filter() | QDir::Hidden); // .config
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { open(path); });
    dialog->open();
}

void MainWindow::askVariables()
{
    if (!m_projects.project())
        return;
    const ConfigSession *session = m_projects.session();
    auto *dialog =
        new VariablesDialog(m_projects.project()->variables,
                            session->isLoaded() ? session->unsetVariables() : QStringList(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Variables variables = dialog->variables();
        if (variables == m_projects.project()->variables)
            return;
        guardUnsaved(tr("Save the changes before the options are read with other variables?"),
                     [this, variables] {
                         m_runs.stopAll();
                         m_projects.setVariables(variables);
                     });
    });
    dialog->open();
}

void MainWindow::chooseArchitecture(const QString &architecture)
{
    guardUnsaved(tr("Save the changes before the options for %1 are read?").arg(architecture),
                 [this, architecture] { m_projects.setArchitecture(architecture); });
}

void MainWindow::chooseDialect(const QString &dialect)
{
    guardUnsaved(tr("Save the changes before the options are read as another dialect?"),
                 [this, dialect] { m_projects.setDialect(dialect); });
}

/// A .config of one architecture is no start for another, and would be lost by a save.
void MainWindow::warnOfArchitecture()
{
    const auto &project = m_projects.project();
    if (!project || project->kind != ProjectKind::linuxTree)
        return;
    const QString written = linuxArchitectureOfConfig(project->configFile);
    if (written.isEmpty() ||
        linuxSourceArchitecture(written) == linuxSourceArchitecture(project->linuxArchitecture))
        return;
    m_notice->setMessage(
        QStringLiteral("level-warning"),
        tr("%1 was written for %2. Saving makes it a configuration for %3.")
            .arg(QFileInfo(project->configFile).fileName(), written, project->linuxArchitecture));
    connect(m_notice->addButton(tr("Switch to %1").arg(written)), &QPushButton::clicked, this,
            [this, written] { chooseArchitecture(written); });
}

/// What the toolbar says about the target: of an application the machine, of Linux the
/// architecture.
void MainWindow::showTarget()
{
    const auto &project = m_projects.project();
    const bool isLinux = project && project->kind == ProjectKind::linuxTree;
    const bool isApplication = project && project->isBuildable();
    m_targetAction->setVisible(isApplication);
    m_actions->addLibrary->setEnabled(isApplication);
    m_actions->addTarget->setEnabled(isApplication);
    if (isApplication) {
        const auto targets = projectTargets(project->directory);
        const auto current = targetOfProject(*project);
        m_targetButton->setTargets(targets.value_or(QList<ProjectTarget>()),
                                   current ? current->name : QString(), project->architecture());
    }
    m_machineAction->setVisible(!project || project->isBuildable());
    m_architectureAction->setVisible(isLinux);
    if (project && !project->isBuildable()) {
        // There is nothing to tell about builds and guests.
        m_state->setBuild(QStringLiteral("build"), {});
        m_state->setActivity(QStringLiteral("check"), {});
    }
    const bool isPlain = project && project->kind == ProjectKind::kconfig;
    m_dialectAction->setVisible(isPlain);
    if (isPlain) {
        Project unsaid = *project;
        unsaid.dialect.clear();
        const auto guess = projectDialect(unsaid, kconfigEnvironment(unsaid));
        const std::string_view name = kconfig::dialectName(guess.dialect);
        m_dialectButton->setDialect(project->dialect,
                                    QString::fromLatin1(name.data(), qsizetype(name.size())),
                                    QString::fromStdString(guess.reason));
    }
    if (!isLinux)
        return;
    m_architectureButton->setArchitectures(project->linuxArchitectures, project->linuxArchitecture);
}

} // namespace kiln
