// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One file in an editor.
#pragma once

#include "widgets/editor_issues.h"
#include "widgets/links.h"
#include "widgets/open_file.h"
#include "widgets/symbol_info.h"
#include "workbench/background_jobs.h"

#include <kconfig/dialect.h>

#include <QTimer>
#include <QWidget>

#include <optional>

class QsciScintilla;

namespace kiln {

class EditorDocument;
class NoticeBar;
class SourceFolds;
class SourceLinks;
class SymbolCompletion;
class SyntaxStyler;

/// Text with line numbers, colours, folds, marks of issues, and options as links and proposals.
/// Kconfig files are checked while they are written. Files may be of any size. GUI thread.
class CodeEditor : public QWidget
{
    Q_OBJECT

public:
    /// Unsaved edits are journalled in the folder; empty: they are not.
    explicit CodeEditor(const QString &journalDirectory = {}, QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// Shows the place. A file that can't be read gives a message in its stead; returns whether
    /// the file was shown.
    bool open(const SourcePlace &place);
    /// Opens a file where it was when asOpenFile() told; nothing is marked. As open().
    bool reopen(const OpenFile &file);
    /// Where the file is now: its cursor and its first visible line.
    [[nodiscard]] OpenFile asOpenFile() const;
    /// Marks a line (from 1) of the open file and puts the cursor there; 0 marks none.
    void goTo(int line, int column = 0);
    [[nodiscard]] QString file() const { return m_place.file; }
    /// The marked line, from 1; 0 without one.
    [[nodiscard]] int line() const { return m_place.line; }
    /// Where the cursor is; line and column from 1, the column in bytes.
    [[nodiscard]] SourcePlace cursorPlace() const;
    [[nodiscard]] QString text() const;
    /// The language that the colours are of; empty: none.
    [[nodiscard]] QString language() const;
    /// Whether all of the text is there, with its colours.
    [[nodiscard]] bool isFinished() const;
    [[nodiscard]] bool isModified() const;

    void setSymbolLookup(SymbolLookup lookup);
    void setSymbolProposer(SymbolProposer proposer);
    /// Of Kconfig files that belong to no known tree.
    void setDialect(kconfig::Dialect dialect) { m_dialect = dialect; }
    /// What a build or the reading of the options found in this file.
    void setIssues(IssueOrigin origin, const QVector<Issue> &issues);
    /// The option under the cursor, without CONFIG_; empty: none.
    [[nodiscard]] QString optionAtCursor() const;

    void followCursor();
    void complete();
    void goToIssue(bool forward);
    /// Folds or unfolds what the cursor is in.
    void toggleFold();
    /// Folds all, or unfolds all when something is folded.
    void toggleAllFolds();

    [[nodiscard]] QsciScintilla *editor() const { return m_editor; }
    [[nodiscard]] EditorDocument *document() const { return m_document; }
    [[nodiscard]] EditorIssues *issues() const { return m_issues; }
    [[nodiscard]] SymbolCompletion *completion() const { return m_completion; }
    [[nodiscard]] NoticeBar *notice() const { return m_notice; }

    /// Files larger than this are not opened, bytes.
    static constexpr qint64 largestFile = qint64(512) << 20;

signals:
    /// The definition of an option was asked for. Its file may be relative to the tree.
    void openRequested(const kiln::SourcePlace &place);
    /// The file's name, or whether there are unsaved edits, is another.
    void titleChanged();
    /// The cursor moved, or what is said about its line changed.
    void cursorMoved();
    /// What somebody else made of the file is to be looked at beside the text here.
    void compareRequested();
    void problem(const kiln::Problem &problem);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUp();
    void connectDocument();
    void onAdded();
    void onReplaced();
    void onCompleted();
    void onEdited(int line, int added);
    void markLine();
    void restoreView();
    void addMarker(int line);
    void fitNumbers();
    /// Says so when the file has too many lines for folds.
    bool canFold();
    void applyColors();
    void check();
    void tellOutside(bool isRemoved);

    SourcePlace m_place;
    bool m_isMarkDue = false;         ///< the line has not arrived yet
    std::optional<OpenFile> m_former; ///< a view to go back to, whose lines have not arrived yet
    bool m_isLarge = false;
    kconfig::Dialect m_dialect = kconfig::Dialect::unikraft;
    QsciScintilla *m_editor;
    EditorDocument *m_document;
    SyntaxStyler *m_styler;
    SourceLinks *m_links;
    EditorIssues *m_issues;
    SymbolCompletion *m_completion;
    NoticeBar *m_notice;
    std::unique_ptr<SourceFolds> m_folds;
    QTimer m_checkTimer;
    int m_checked = 0; ///< of which edit the check under way is
    BackgroundJobs m_jobs;
};

} // namespace kiln
