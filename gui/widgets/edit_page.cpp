// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/edit_page.h"

#include "widgets/code_editor.h"
#include "widgets/edit_actions.h"
#include "widgets/editor_document.h"
#include "widgets/editor_tabs.h"
#include "widgets/elided_label.h"
#include "widgets/file_tree_model.h"
#include "widgets/find_bar.h"
#include "widgets/notice_bar.h"
#include "widgets/symbol_references_view.h"

#include <Qsci/qsciscintilla.h>

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr qsizetype mostFormer = 100;
constexpr int treeWidth = 240;

} // namespace

EditPage::EditPage(const QString &journalDirectory, QWidget *parent)
    : QWidget(parent)
    , m_journalDirectory(journalDirectory)
    , m_actions(new EditActions(this))
    , m_files(new FileTreeModel(this))
    , m_fileView(new QTreeView)
    , m_tabs(new EditorTabs(journalDirectory))
    , m_stack(new QStackedWidget)
    , m_find(new FindBar)
    , m_status(new ElidedLabel(Qt::ElideRight))
    , m_references(new SymbolReferencesView)
    , m_notice(new NoticeBar)
    , m_splitter(new QSplitter)
    , m_below(new QSplitter(Qt::Vertical))
    , m_jobs(this)
{
    buildBody();
    connectActions();
    connect(m_tabs, &EditorTabs::opened, this, &EditPage::onOpened);
    connect(m_tabs, &EditorTabs::currentEditorChanged, this, &EditPage::onCurrent);
    connect(m_tabs, &EditorTabs::titlesChanged, this, [this] {
        updateActions();
        updateStatus();
        emit modifiedChanged();
    });
    connect(m_tabs, &EditorTabs::saved, this, &EditPage::saved);
    connect(m_tabs, &EditorTabs::problem, this, &EditPage::problem);
    connect(m_references, &SymbolReferencesView::openRequested, this, &EditPage::open);
    connect(m_references, &SymbolReferencesView::closed, this, [this] {
        m_references->hide();
        if (editor() != nullptr)
            editor()->setFocus();
    });
    connect(m_find, &FindBar::closed, this, [this] {
        m_find->hide();
        if (editor() != nullptr)
            editor()->setFocus();
    });
    m_issueTimer.setSingleShot(true);
    m_issueTimer.setInterval(50);
    connect(&m_issueTimer, &QTimer::timeout, this, &EditPage::updateIssues);
    onCurrent(nullptr);
}

EditPage::~EditPage()
{
    m_tabs->disconnect(this);
    m_find->setEditor(nullptr);
}

void EditPage::buildBody()
{
    m_fileView->setModel(m_files);
    m_fileView->setHeaderHidden(true);
    m_fileView->setUniformRowHeights(true);
    m_fileView->setFrameShape(QFrame::NoFrame);
    m_fileView->setAccessibleName(tr("Files of the project"));
    m_fileView->setTextElideMode(Qt::ElideMiddle);
    connect(m_fileView, &QTreeView::activated, this, &EditPage::openFromTree);
    connect(m_fileView, &QTreeView::clicked, this, &EditPage::openFromTree);
    connect(m_files, &FileTreeModel::listed, this, [this] { selectInTree(); });

    auto *empty = new QLabel(tr("No file is open.\n\nChoose one on the left, or press Ctrl+K and "
                                "type its name."));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_tabs);
    m_status->setContentsMargins(8, 3, 8, 3);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addWidget(m_find);
    column->addWidget(m_status);
    m_references->hide();
    m_below->addWidget(middle);
    m_below->addWidget(m_references);
    m_below->setStretchFactor(0, 1);
    m_below->setChildrenCollapsible(false);
    m_splitter->addWidget(m_fileView);
    m_splitter->addWidget(m_below);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({treeWidth, 4 * treeWidth});
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void EditPage::connectActions()
{
    const EditActions &a = *m_actions;
    const auto onEditor = [this](const QAction *action, auto work) {
        connect(action, &QAction::triggered, this, [this, work] {
            if (CodeEditor *current = editor())
                work(current);
        });
    };
    onEditor(a.save, [this](CodeEditor *current) { m_tabs->save(current); });
    onEditor(a.saveAs, [this](CodeEditor *current) { m_tabs->saveAs(current); });
    connect(a.saveAll, &QAction::triggered, this, [this] { m_tabs->saveAll(); });
    connect(a.close, &QAction::triggered, this, [this] { m_tabs->close(m_tabs->currentIndex()); });
    onEditor(a.undo, [](CodeEditor *current) { current->editor()->undo(); });
    onEditor(a.redo, [](CodeEditor *current) { current->editor()->redo(); });
    onEditor(a.find, [this](CodeEditor *) { m_find->start(false); });
    onEditor(a.replace, [this](CodeEditor *) { m_find->start(true); });
    onEditor(a.findNext, [this](CodeEditor *) { m_find->findNext(true); });
    onEditor(a.findPrevious, [this](CodeEditor *) { m_find->findNext(false); });
    connect(a.goToLine, &QAction::triggered, this, &EditPage::askLine);
    onEditor(a.complete, [](CodeEditor *current) { current->complete(); });
    onEditor(a.definition, [](CodeEditor *current) { current->followCursor(); });
    connect(a.references, &QAction::triggered, this, &EditPage::findReferences);
    connect(a.rename, &QAction::triggered, this, &EditPage::rename);
    onEditor(a.nextIssue, [](CodeEditor *current) { current->goToIssue(true); });
    onEditor(a.previousIssue, [](CodeEditor *current) { current->goToIssue(false); });
    onEditor(a.fold, [](CodeEditor *current) { current->toggleFold(); });
    onEditor(a.foldAll, [](CodeEditor *current) { current->toggleAllFolds(); });
    connect(a.back, &QAction::triggered, this, [this] { goBack(m_former, m_later); });
    connect(a.forward, &QAction::triggered, this, [this] { goBack(m_later, m_former); });
    const auto step = [this](int by) {
        if (m_tabs->count() > 0)
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + m_tabs->count()) %
                                    m_tabs->count());
    };
    connect(a.nextTab, &QAction::triggered, this, [step] { step(1); });
    connect(a.previousTab, &QAction::triggered, this, [step] { step(-1); });
}

CodeEditor *EditPage::editor() const
{
    return m_tabs->current();
}

QString EditPage::file() const
{
    return editor() != nullptr ? editor()->file() : QString();
}

int EditPage::line() const
{
    return editor() != nullptr ? editor()->line() : 0;
}

QString EditPage::text() const
{
    return editor() != nullptr ? editor()->text() : QString();
}

QString EditPage::status() const
{
    return m_status->text();
}

void EditPage::setProject(const std::optional<Project> &project)
{
    if (m_project && project && m_project->path != project->path) {
        m_tabs->closeUnmodified();
        m_former.clear();
        m_later.clear();
    }
    m_project = project;
    QList<FileTreeRoot> roots;
    if (project) {
        roots.append({QFileInfo(project->directory).fileName(), project->directory});
        for (const QString &library : project->libraries)
            roots.append({tr("Library %1").arg(QFileInfo(library).fileName()), library});
        if (project->isBuildable())
            roots.append(
                {tr("Kernel tree %1").arg(project->tree.version), project->tree.directory});
    }
    m_files->setRoots(roots);
    if (!roots.isEmpty())
        m_fileView->expand(m_files->index(0, 0));
    m_references->hide();
    if (!project)
        return;
    m_jobs.run(
        [project = *project] { return projectDialect(project, kconfigEnvironment(project)); },
        [this](const kconfig::DialectGuess &guess) {
            m_dialect = guess.dialect;
            for (int i = 0; i < m_tabs->count(); ++i)
                m_tabs->at(i)->setDialect(m_dialect);
        });
    lookForRecovery();
}

void EditPage::setSymbols(SymbolLookup lookup, SymbolProposer proposer)
{
    m_lookup = std::move(lookup);
    m_proposer = std::move(proposer);
    for (int i = 0; i < m_tabs->count(); ++i) {
        m_tabs->at(i)->setSymbolLookup(m_lookup);
        m_tabs->at(i)->setSymbolProposer(m_proposer);
    }
}

void EditPage::setIssues(IssueModel *issues)
{
    m_issues = issues;
    const auto later = [this] { m_issueTimer.start(); };
    connect(issues, &QAbstractItemModel::rowsInserted, this, later);
    connect(issues, &QAbstractItemModel::rowsRemoved, this, later);
    connect(issues, &QAbstractItemModel::modelReset, this, later);
    m_issueTimer.start();
}

bool EditPage::open(const SourcePlace &place)
{
    SourcePlace absolute = place;
    if (m_project && QFileInfo(place.file).isRelative()) {
        absolute.file = m_project->directory + QLatin1Char('/') + place.file;
        const QString inTree = m_project->treeDirectory() + QLatin1Char('/') + place.file;
        if (!QFileInfo::exists(absolute.file) && QFileInfo::exists(inTree))
            absolute.file = inTree;
    }
    remember();
    m_later.clear();
    CodeEditor *opened = m_tabs->open(absolute);
    m_stack->setCurrentWidget(m_tabs);
    if (isVisible() && editor() != nullptr)
        editor()->setFocus();
    m_issueTimer.start();
    updateActions();
    return opened != nullptr;
}

void EditPage::remember()
{
    if (editor() == nullptr || editor()->file().isEmpty())
        return;
    const SourcePlace here = editor()->cursorPlace();
    if (!m_former.isEmpty() && m_former.last() == here)
        return;
    m_former.append(here);
    if (m_former.size() > mostFormer)
        m_former.removeFirst();
}

void EditPage::goBack(QList<SourcePlace> &from, QList<SourcePlace> &to)
{
    if (from.isEmpty())
        return;
    const SourcePlace place = from.takeLast();
    if (editor() != nullptr)
        to.append(editor()->cursorPlace());
    m_tabs->open(place);
    updateActions();
}

void EditPage::onOpened(CodeEditor *opened)
{
    opened->setSymbolLookup(m_lookup);
    opened->setSymbolProposer(m_proposer);
    opened->setDialect(m_dialect);
    connect(opened, &CodeEditor::openRequested, this, &EditPage::open);
    connect(opened, &CodeEditor::cursorMoved, this, &EditPage::updateStatus);
    connect(opened, &CodeEditor::compareRequested, this, [this, opened] { compare(opened); });
    opened->editor()->installEventFilter(this);
}

void EditPage::onCurrent(CodeEditor *current)
{
    m_find->setEditor(current);
    if (current == nullptr) {
        m_stack->setCurrentIndex(0);
        m_find->hide();
    } else {
        m_stack->setCurrentWidget(m_tabs);
    }
    updateActions();
    updateStatus();
    selectInTree();
}

void EditPage::selectInTree()
{
    if (editor() == nullptr)
        return;
    const QModelIndex index = m_files->indexOf(editor()->file());
    if (!index.isValid())
        return;
    // Only what is unfolded already: the tree stays as the user has left it.
    if (index.data(FileTreeModel::PathRole).toString() == QDir::cleanPath(editor()->file()))
        m_fileView->setCurrentIndex(index);
}

void EditPage::openFromTree(const QModelIndex &index)
{
    if (!index.data(FileTreeModel::IsFolderRole).toBool())
        open({index.data(FileTreeModel::PathRole).toString(), 0, 0});
}

void EditPage::updateStatus()
{
    const CodeEditor *current = editor();
    m_status->setVisible(current != nullptr);
    if (current == nullptr)
        return;
    const SourcePlace at = current->cursorPlace();
    const TextForm &form = current->document()->form();
    const QString end = form.lineEnd == LineEnd::crlf ? QStringLiteral("CRLF")
                        : form.lineEnd == LineEnd::cr ? QStringLiteral("CR")
                                                      : QStringLiteral("LF");
    QStringList parts{tr("Line %1, column %2").arg(at.line).arg(at.column)};
    if (!current->language().isEmpty())
        parts << current->language();
    parts << (form.isUtf8 ? QStringLiteral("UTF-8") : QStringLiteral("ISO 8859-1"));
    parts << (form.hasMixedLineEnds ? tr("%1, mixed").arg(end) : end);
    if (current->isModified())
        parts << tr("unsaved");
    const QString message = current->issues()->messageAt(at.line - 1);
    if (!message.isEmpty())
        parts << message.section(QLatin1Char('\n'), 0, 0);
    m_status->setText(parts.join(QStringLiteral("  ·  ")));
}

void EditPage::updateActions()
{
    const EditActions &a = *m_actions;
    const bool isOpen = editor() != nullptr;
    for (QAction *action : a.all())
        action->setEnabled(isOpen);
    a.saveAll->setEnabled(!m_tabs->modified().isEmpty());
    a.back->setEnabled(!m_former.isEmpty());
    a.forward->setEnabled(!m_later.isEmpty());
}

void EditPage::saveState(QSettings &settings) const
{
    settings.setValue(QStringLiteral("edit/splitter"), m_splitter->saveState());
    settings.setValue(QStringLiteral("edit/below"), m_below->saveState());
}

void EditPage::restoreState(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(QStringLiteral("edit/splitter")).toByteArray());
    m_below->restoreState(settings.value(QStringLiteral("edit/below")).toByteArray());
}

bool EditPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        if (QAction *action = m_actions->actionFor(static_cast<QKeyEvent *>(event))) {
            if (event->type() == QEvent::KeyPress)
                action->trigger();
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

/// The editor has keys of its own, which are not wanted here.
bool EditPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        if (QAction *action = m_actions->actionFor(static_cast<QKeyEvent *>(event))) {
            action->trigger();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kiln
