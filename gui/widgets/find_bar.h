// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finding and replacing in the file of an editor.
#pragma once

#include "widgets/text_terms.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QWidget;
class QsciScintilla;

namespace kiln {

class CodeEditor;
class EditorDocument;
class TextFinder;
class TextReplacer;

/// Below an editor: what to find, as text or a regular expression of Perl's kind, in any letter
/// case or exactly, whole words only; what to put there instead (`\1` is the first group). All
/// matches on the screen are marked. Return and Shift+Return go on, Esc closes; what takes long in
/// a large text says how far it is, and Esc or a button stops it. GUI thread.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// The editor to look in; null: none. It must outlive this or be replaced before it goes.
    void setEditor(CodeEditor *editor);
    /// Shows the bar with what is selected in the editor; with the row to replace, if wanted.
    void start(bool withReplace);
    /// Selects the next match, around the end. In a large text that may come later; returns whether
    /// it has been found by now.
    bool findNext(bool forward = true);
    /// Replaces the selected match and goes to the next one.
    void replace();
    /// Begins to replace all matches, or those in the selection when it has several lines, as one
    /// step of undo.
    void replaceAll();
    /// Whether the text is still gone through.
    [[nodiscard]] bool isBusy() const;
    /// Ends that; of what was to be replaced nothing is.
    void stop();

    [[nodiscard]] QLineEdit *findEdit() const { return m_find; }
    [[nodiscard]] QLineEdit *replaceEdit() const { return m_replace; }
    [[nodiscard]] QToolButton *regexButton() const { return m_regex; }
    [[nodiscard]] QToolButton *caseButton() const { return m_case; }
    [[nodiscard]] QToolButton *wordButton() const { return m_word; }
    [[nodiscard]] QString message() const;

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QToolButton *addToggle(const QString &text, const QString &tip);
    void connectWork();
    void applyColors();
    [[nodiscard]] SearchTerms terms() const;
    /// Says why what is typed can't be looked for, if it can't.
    bool isValid();
    [[nodiscard]] QByteArray textBetween(long begin, long end) const;
    void onTyped();
    void markMatches();
    void clearMarks();
    void select(long begin, long end);
    void tell(const QString &text, bool isProblem);

    QsciScintilla *m_editor = nullptr;
    EditorDocument *m_document = nullptr; ///< of the editor
    TextFinder *m_finder;
    TextReplacer *m_replacer;
    QLineEdit *m_find;
    QLineEdit *m_replace;
    QWidget *m_replaceRow;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_regex;
    QPushButton *m_stop;
    QLabel *m_message;
    QTimer m_marking;
    bool m_forward = true; ///< of the search
    long m_origin = 0;     ///< where the search began; typing goes on from there
};

} // namespace kiln
