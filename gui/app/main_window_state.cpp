// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window follows what happens; how it is built and wired is in main_window.cpp.
#include "app/main_window.h"

#include "app/config_files.h"
#include "app/machine_button.h"
#include "app/project_page.h"
#include "app/state_bar.h"
#include "app/window_actions.h"
#include "widgets/changes_view.h"
#include "widgets/configure_page.h"
#include "widgets/edit_page.h"
#include "widgets/editor_tabs.h"
#include "widgets/issue_model.h"
#include "widgets/menu_button.h"
#include "widgets/notice_bar.h"
#include "widgets/palette_icon.h"
#include "widgets/run_page.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>

namespace kiln {

void MainWindow::updateProject()
{
    const auto &project = m_projects.project();
    m_projectPage->setProject(project, m_projects.isTrusted());
    m_projectButton->setText(project ? project->name : tr("No project"));
    m_projectButton->setAccessibleName(project ? tr("Project: %1").arg(project->name)
                                               : tr("No project is open"));
    m_machineButton->setEnabled(project.has_value());
    m_actions->trust->setEnabled(project && !m_projects.isTrusted());
    m_actions->reload->setEnabled(project.has_value());
    m_actions->variables->setEnabled(project.has_value());
    setWindowTitle(project ? tr("%1[*] — Kiln").arg(project->name) : tr("Kiln"));
    if (!project || m_projects.isTrusted()) {
        m_trustBar->hide();
        return;
    }
    const ConfigSession *session = m_projects.session();
    const int refused = session->isLoaded() ? session->refusedShells() : 0;
    QString text = tr("This project is not trusted: nothing of it has been run.");
    if (project->kind == ProjectKind::linuxTree)
        text = tr("This tree is not trusted: nothing of it has been run, and no compiler was asked "
                  "what it can do.");
    if (refused > 0)
        text += QLatin1Char(' ') +
                tr("Its options are incomplete: %n command(s) that make part of them were "
                   "refused.",
                   nullptr, refused);
    m_trustBar->setMessage(QStringLiteral("untrusted"), text);
    connect(m_trustBar->addButton(tr("Trust…")), &QPushButton::clicked, m_actions->trust,
            &QAction::trigger);
}

void MainWindow::updateConfigurationState()
{
    const ConfigSession *session = m_projects.session();
    const bool loaded = session->isLoaded();
    const bool dirty = loaded && session->isDirty();
    const int changes = loaded ? session->changeCount() : 0;
    const bool stale = loaded && session->isStale();
    m_actions->save->setEnabled(dirty || stale);
    m_actions->undo->setEnabled(loaded && session->canUndo());
    m_actions->redo->setEnabled(loaded && session->canRedo());
    m_actions->undo->setText(loaded && session->canUndo() ? tr("&Undo %1").arg(session->undoText())
                                                          : tr("&Undo"));
    m_actions->redo->setText(loaded && session->canRedo() ? tr("&Redo %1").arg(session->redoText())
                                                          : tr("&Redo"));
    setWindowModified(changes > 0 || !m_edit->tabs()->modified().isEmpty());
    if (session->isLoading())
        m_state->setConfiguration(QStringLiteral("reload"), tr("Reading options…"));
    else if (!loaded)
        m_state->setConfiguration(QStringLiteral("place-configure"),
                                  m_projects.project() ? tr("No options") : tr("No project"));
    else if (m_projects.isSaving())
        m_state->setConfiguration(QStringLiteral("save"), tr("Saving…"));
    else if (changes > 0)
        m_state->setConfiguration(QStringLiteral("save"),
                                  tr("%n unsaved change(s)", nullptr, changes));
    else if (!session->hasFile())
        m_state->setConfiguration(QStringLiteral("save"), tr("Not saved yet"));
    else if (dirty)
        m_state->setConfiguration(QStringLiteral("save"), tr("Not saved: .config is out of date"));
    else if (stale)
        m_state->setConfiguration(QStringLiteral("save"),
                                  tr("%1 is not complete: save to complete it")
                                      .arg(QFileInfo(session->project().configFile).fileName()));
    else
        m_state->setConfiguration(QStringLiteral("check"), tr("Configuration saved"));
}

void MainWindow::updateDiagnostics()
{
    m_issues->clear(Issue::Source::configuration);
    m_issues->setFolder(m_projects.session()->project().treeDirectory());
    int errors = 0;
    QVector<Issue> issues;
    for (const ConfigDiagnostic &diagnostic : m_projects.session()->diagnostics()) {
        // What was refused is told by the trust bar.
        issues.append(toIssue(diagnostic));
        errors += diagnostic.severity == kconfig::Severity::error;
    }
    m_issues->addAll(issues);
    if (errors == 0)
        return;
    m_notice->setMessage(QStringLiteral("level-error"),
                         tr("The options were read with %n error(s).", nullptr, errors));
    connect(m_notice->addButton(tr("Show")), &QPushButton::clicked, this, [this] {
        m_actions->placeRun->trigger();
        m_run->showTab(RunPage::Tab::issues);
    });
    // They depend on what the tree's own make would have set.
    if (m_projects.project() && !m_projects.project()->isBuildable())
        connect(m_notice->addButton(tr("Variables…")), &QPushButton::clicked, m_actions->variables,
                &QAction::trigger);
}

void MainWindow::updateRunActions()
{
    const bool busy = m_runs.state() != RunController::State::idle;
    const bool building = m_runs.isBuilding();
    const bool open = m_projects.project().has_value();
    QAction *start = m_actions->buildAndBoot;
    start->setText(busy ? tr("Stop") : tr("Build && Boot"));
    start->setIcon(paletteIcon(busy ? QStringLiteral("stop") : QStringLiteral("start")));
    start->setToolTip(busy ? tr("End the build or the guest (F5)")
                           : tr("Save, build and boot (F5)"));
    const bool buildable = open && m_projects.project()->isBuildable();
    start->setEnabled(buildable && m_runs.state() != RunController::State::stopping);
    m_actions->build->setEnabled(buildable && !building);
    m_actions->bootAnother->setEnabled(buildable && !building);
    m_actions->runTests->setEnabled(buildable && !building);
    m_actions->clean->setEnabled(buildable && !building);
    m_actions->build->setToolTip(tr("Save and build (Ctrl+B)"));
    if (open && !buildable) {
        const QString why = m_projects.project()->whyNotBuildable().text();
        start->setToolTip(why);
        m_actions->build->setToolTip(why);
    }
    m_actions->stop->setEnabled(busy);
    const Guest::State guest = m_runs.currentGuest()->state();
    const bool isPaused = guest == Guest::State::paused;
    const bool canPause =
        isPaused || guest == Guest::State::booting || guest == Guest::State::running;
    m_actions->pause->setEnabled(canPause);
    m_actions->pause->setText(isPaused ? tr("&Resume") : tr("&Pause"));
    m_actions->pause->setIcon(
        paletteIcon(isPaused ? QStringLiteral("start") : QStringLiteral("pause")));
    m_actions->pause->setToolTip(isPaused ? tr("Let the guest go on (F6)")
                                          : tr("Hold the guest (F6)"));
    m_actions->reset->setEnabled(canPause && !m_runs.currentGuest()->machine().isLinuxProcess());
    m_machineButton->setEnabled(open);
    m_actions->machine->setEnabled(buildable);
}

void MainWindow::updateRecent()
{
    QVector<std::pair<QString, QString>> recent;
    for (const QString &path : m_recent.paths())
        recent.append({path, m_memory.title(path)});
    m_projectPage->setRecent(recent);
    m_actions->recentMenu->clear();
    for (const auto &each : recent)
        connect(m_actions->recentMenu->addAction(
                    QStringLiteral("%1 — %2").arg(each.second, each.first)),
                &QAction::triggered, this, [this, path = each.first] { open(path); });
    if (!recent.isEmpty())
        m_actions->recentMenu->addSeparator();
    m_actions->recentMenu->addActions({m_actions->open, m_actions->openFile});
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closing) {
        event->ignore();
        guardUnsaved(tr("Save the changes before Kiln closes?"), [this] {
            guardUnsavedFiles(tr("Save the files changed in the editor before Kiln closes?"),
                              [this] {
                                  m_closing = true;
                                  close();
                              });
        });
        if (!m_closing)
            return;
        // guardUnsaved() found nothing to ask. Its close() did nothing: this one is under way.
        event->accept();
    }
    rememberOpenFiles();
    m_settings.flush();
    QSettings stored;
    stored.setValue(QStringLiteral("window/geometry"), saveGeometry());
    stored.setValue(QStringLiteral("window/splitter"), m_splitter->saveState());
    stored.setValue(QStringLiteral("window/changesColumns"),
                    m_files->changes()->tree()->header()->saveState());
    m_configure->saveState(stored);
    m_edit->saveState(stored);
    m_runs.stopAll();
    QMainWindow::closeEvent(event);
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            m_search->clear();
            applySearch();
            m_configure->activateSearch();
            return true;
        }
        if (key == Qt::Key_Down) {
            applySearch();
            m_configure->activateSearch();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace kiln
