// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Open files, one in each tab.
#pragma once

#include "widgets/links.h"
#include "widgets/open_file.h"
#include "workbench/problem.h"

#include <QTabWidget>
#include <QTimer>

#include <functional>

namespace kiln {

class CodeEditor;

/// A file has one tab at most; tabs can be moved, and closed when nothing in them is unsaved or the
/// user has said what to do about it. None of the questions blocks. GUI thread.
class EditorTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// Unsaved edits are journalled in the folder; empty: they are not.
    explicit EditorTabs(QString journalDirectory, QWidget *parent = nullptr);

    /// Opens the file, if it is not, and goes to the place. Returns null when it can't be read; the
    /// tab says why.
    CodeEditor *open(const SourcePlace &place);
    /// The files that are open, in the order of their tabs.
    [[nodiscard]] QList<OpenFile> openFiles() const;
    /// Opens files again that are still there, one in each turn of the event loop, behind those
    /// that are open; what openFiles() told was current is so again unless the user has chosen
    /// another by then. Those of an earlier call that have not come yet do not come.
    void reopen(const QList<OpenFile> &files);
    /// Closes all tabs without unsaved edits.
    void closeUnmodified();
    /// The tab of a file; null: it is not open.
    [[nodiscard]] CodeEditor *editorOf(const QString &file) const;
    [[nodiscard]] CodeEditor *current() const;
    [[nodiscard]] CodeEditor *at(int index) const;
    [[nodiscard]] QList<CodeEditor *> modified() const;

    void save(CodeEditor *editor, std::function<void()> then = {});
    void saveAs(CodeEditor *editor);
    /// Saves what is unsaved, then calls `then` unless something could not be saved.
    void saveAll(std::function<void()> then = {});
    /// Forgets unsaved edits for good.
    void discardAll();
    /// Closes a tab; asks first when there are unsaved edits.
    void close(int index);

signals:
    /// A tab was made: whoever knows options and issues tells it.
    void opened(kiln::CodeEditor *editor);
    /// Another tab is current, or none.
    void currentEditorChanged(kiln::CodeEditor *editor);
    /// The current file's name, or whether there are unsaved edits in some file, is another.
    void titlesChanged();
    void saved(const QString &file);
    void problem(const kiln::Problem &problem);

private:
    CodeEditor *add(const QString &file);
    void reopenNext();
    void updateTitle(CodeEditor *editor);
    void remove(CodeEditor *editor);

    QString m_journalDirectory;
    QList<OpenFile> m_former; ///< to be opened again
    QTimer m_reopening;
};

} // namespace kiln
