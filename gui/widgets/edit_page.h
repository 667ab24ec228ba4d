// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Edit": the project's files, tabs with editors, finding, references.
#pragma once

#include "widgets/links.h"
#include "widgets/symbol_info.h"
#include "workbench/symbol_references.h"
#include "workbench/text_journal.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QModelIndex;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace kiln {

class CodeEditor;
class EditActions;
class EditorTabs;
class ElidedLabel;
class FileTreeModel;
class FindBar;
class IssueModel;
class NoticeBar;
class RenameDialog;
class SymbolReferencesView;

/// Knows of options and issues what it is told. GUI thread.
class EditPage : public QWidget
{
    Q_OBJECT

public:
    /// Unsaved edits are journalled in the folder; empty: they are not.
    explicit EditPage(const QString &journalDirectory, QWidget *parent = nullptr);
    ~EditPage() override;

    /// The files in the tree, where references are looked for, and edits of these that a crash left
    /// behind.
    void setProject(const std::optional<Project> &project);
    void setSymbols(SymbolLookup lookup, SymbolProposer proposer);
    /// Their places are marked in the editors; the model must outlive the page.
    void setIssues(IssueModel *issues);
    /// Opens a file at a place; relative paths are looked up in the project's folders. Returns
    /// whether it can be read.
    bool open(const SourcePlace &place);

    [[nodiscard]] EditActions *actions() const { return m_actions; }
    [[nodiscard]] EditorTabs *tabs() const { return m_tabs; }
    [[nodiscard]] FindBar *findBar() const { return m_find; }
    [[nodiscard]] QTreeView *fileView() const { return m_fileView; }
    [[nodiscard]] FileTreeModel *fileModel() const { return m_files; }
    [[nodiscard]] SymbolReferencesView *references() const { return m_references; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }
    /// What the line below the editor says.
    [[nodiscard]] QString status() const;

    /// \name The current editor; empty without one
    /// @{
    [[nodiscard]] CodeEditor *editor() const;
    [[nodiscard]] QString file() const;
    /// The marked line, from 1; 0 without one.
    [[nodiscard]] int line() const;
    [[nodiscard]] QString text() const;
    /// @}

    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

signals:
    void saved(const QString &file);
    void problem(const kiln::Problem &problem);
    /// Whether there are unsaved edits, or their number, changed.
    void modifiedChanged();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildBody();
    void connectActions();
    void onOpened(CodeEditor *editor);
    void onCurrent(CodeEditor *editor);
    void updateStatus();
    void updateActions();
    void updateIssues();
    void askLine();
    void findReferences();
    void withUnsaved(std::function<void(const UnsavedTexts &)> then);
    void rename();
    void compare(CodeEditor *editor);
    void remember();
    void goBack(QList<SourcePlace> &from, QList<SourcePlace> &to);
    void selectInTree();
    void openFromTree(const QModelIndex &index);
    void lookForRecovery();
    void offerRecovery();
    void takeRecovery();

    QString m_journalDirectory;
    std::optional<Project> m_project;
    SymbolLookup m_lookup;
    SymbolProposer m_proposer;
    IssueModel *m_issues = nullptr;
    kconfig::Dialect m_dialect = kconfig::Dialect::unikraft;
    EditActions *m_actions;
    FileTreeModel *m_files;
    QTreeView *m_fileView;
    EditorTabs *m_tabs;
    QStackedWidget *m_stack;
    FindBar *m_find;
    ElidedLabel *m_status;
    SymbolReferencesView *m_references;
    NoticeBar *m_notice;
    QSplitter *m_splitter;
    QSplitter *m_below;
    QTimer m_issueTimer;
    QList<SourcePlace> m_former, m_later;
    QList<TextRecovery> m_recoveries;
    BackgroundJobs m_jobs;
};

} // namespace kiln
