// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window and its editor know of each other.
#include "app/main_window.h"

#include "app/questions.h"
#include "app/window_actions.h"
#include "widgets/code_editor.h"
#include "widgets/configure_page.h"
#include "widgets/edit_actions.h"
#include "widgets/edit_page.h"
#include "widgets/editor_tabs.h"
#include "widgets/issue_model.h"
#include "widgets/quick_open.h"
#include "workbench/symbol_references.h"

#include <QAction>
#include <QFileInfo>
#include <QLineEdit>

namespace kiln {

void MainWindow::connectEdit()
{
    ConfigSession *session = m_projects.session();
    m_edit->actions()->fillMenu(m_actions->sourceMenu);
    m_edit->setIssues(m_issues);
    m_edit->setSymbols(
        [session](const QString &name) {
            return session->isLoaded() ? symbolInfo(session->configuration(), name) : std::nullopt;
        },
        [session](const QString &typed) {
            return session->isLoaded() ? proposeSymbols(session->configuration(), typed)
                                       : QVector<SymbolProposal>();
        });
    m_quickOpen->setActions([this] { return QMainWindow::actions() + m_edit->actions()->all(); });
    m_search->installEventFilter(m_quickOpen); // before the window's own filter
    connect(m_quickOpen, &QuickOpen::left, m_search, &QLineEdit::clear);
    connect(m_quickOpen, &QuickOpen::fileChosen, this, [this](const QString &path) {
        openSource({path, 0, 0});
    });
    connect(&m_projects, &ProjectController::opened, m_quickOpen, [this](const Project &project) {
        m_quickOpen->setFolders(referenceFolders(project), project.buildDirectory);
    });
    connect(m_edit, &EditPage::problem, this, &MainWindow::showProblem);
    connect(m_edit, &EditPage::modifiedChanged, this, &MainWindow::updateConfigurationState);
    // After a crash, too, the files are there again.
    m_filesChanged.setSingleShot(true);
    m_filesChanged.setInterval(1000);
    connect(&m_filesChanged, &QTimer::timeout, this, &MainWindow::rememberOpenFiles);
    connect(m_edit->tabs(), &EditorTabs::titlesChanged, &m_filesChanged,
            qOverload<>(&QTimer::start));
    connect(m_edit->tabs(), &EditorTabs::currentEditorChanged, &m_filesChanged,
            qOverload<>(&QTimer::start));
    connect(m_edit, &EditPage::saved, this, [session](const QString &file) {
        const QString name = QFileInfo(file).fileName();
        const bool isKconfig =
            name.startsWith(QLatin1String("Kconfig")) || name.startsWith(QLatin1String("Config."));
        if (isKconfig && session->isLoaded() && !session->isLoading())
            session->reload(ConfigSession::ReloadMode::keepEdits);
    });
}

/// A project's files are open again as they were; to read the same one anew changes nothing.
void MainWindow::setEditorProject(const Project &project)
{
    const bool isOther = project.path != m_filesOf;
    if (isOther)
        rememberOpenFiles();
    m_edit->setProject(project);
    if (!isOther)
        return;
    m_filesOf = project.path;
    m_edit->tabs()->reopen(openFiles(m_memory.openFiles(project.path)));
}

void MainWindow::rememberOpenFiles()
{
    if (!m_filesOf.isEmpty())
        m_memory.rememberOpenFiles(m_filesOf, toVariant(m_edit->tabs()->openFiles()));
}

void MainWindow::guardUnsavedFiles(const QString &question, std::function<void()> then)
{
    if (m_edit->tabs()->modified().isEmpty()) {
        then();
        return;
    }
    askUnsaved(
        this, question, [this, then] { m_edit->tabs()->saveAll(then); },
        [this, then] {
            m_edit->tabs()->discardAll();
            then();
        });
}

} // namespace kiln
