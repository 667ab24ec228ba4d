// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window opens projects, and what of a project it shows as its target.
#include "app/main_window.h"

#include "app/architecture_button.h"
#include "app/dialect_button.h"
#include "app/example_copy.h"
#include "app/state_bar.h"
#include "app/variables_dialog.h"
#include "app/window_actions.h"
#include "widgets/notice_bar.h"
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
