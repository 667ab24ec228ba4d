// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Options to choose from while one is typed.
#pragma once

#include "widgets/symbol_info.h"

#include <QFrame>

class QLabel;
class QTreeWidget;
class QsciScintilla;

namespace kiln {

/// A list of names, prompts and values below the cursor of an editor, and the help text of the
/// current one; comes when the beginning of a name is typed where an option can stand, or when it
/// is asked for. Down and Up choose, Return or Tab takes, Esc leaves; the editor keeps the focus.
/// GUI thread.
class SymbolCompletion : public QFrame
{
    Q_OBJECT

public:
    /// The editor must outlive it.
    explicit SymbolCompletion(QsciScintilla *editor);

    void setProposer(SymbolProposer proposer) { m_proposer = std::move(proposer); }
    /// By the name of the highlighting definition.
    void setLanguage(const QString &language) { m_language = language; }
    /// Shows what the word before the cursor may become; with an empty word, everything.
    void request();
    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] QString help() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The word before the cursor.
    struct Word
    {
        QString text;         ///< without CONFIG_
        long begin = 0;       ///< bytes; where `text` begins
        bool isPlace = false; ///< whether an option can stand there
    };

    [[nodiscard]] Word wordBeforeCursor() const;
    void onCharacter();
    void update(const Word &word);
    void place(long position);
    void fit();
    void take();
    void showHelp();
    bool handleKey(int key);

    QsciScintilla *m_editor;
    SymbolProposer m_proposer;
    QString m_language;
    QVector<SymbolProposal> m_proposals;
    QTreeWidget *m_list;
    QLabel *m_help;
};

} // namespace kiln
