// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is wrong with lines of the file in an editor.
#pragma once

#include "widgets/issue_model.h"

#include <QObject>
#include <QPalette>

class QsciScintilla;

namespace kiln {

/// Who found an issue; each replaces its own.
enum class IssueOrigin
{
    text,    ///< the check of the text as it is being written
    options, ///< the reading of the whole tree
    build
};

/// Marks lines in the margin and underlines them; the pointer over either shows the message.
/// Issues stay with their lines while the text is edited. GUI thread.
class EditorIssues : public QObject
{
    Q_OBJECT

public:
    /// The margin shows nothing else. The editor must outlive it.
    EditorIssues(QsciScintilla *editor, int margin);

    /// Replaces those of one origin; of other files than the editor's the caller leaves them out.
    void set(IssueOrigin origin, const QVector<Issue> &issues);
    void setPalette(const QPalette &palette);
    /// Marks all of them anew: the document is another one.
    void renew();
    /// Lines were added below a line, or went.
    void textEdited(int line, int added);
    /// The messages about a line, from 0; empty: none.
    [[nodiscard]] QString messageAt(int line) const;
    /// The next line with an issue after one, from 0, around the end; -1: there is none.
    [[nodiscard]] int next(int line, bool forward) const;
    [[nodiscard]] int count() const { return int(m_entries.size()); }

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        IssueOrigin origin = IssueOrigin::text;
        Issue issue;
    };

    void mark();
    void mark(const Issue &issue);

    QsciScintilla *m_editor;
    QVector<Entry> m_entries; ///< in the order of lines
};

} // namespace kiln
