// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finding and replacing in the file of an editor.
#pragma once

#include <QFrame>
#include <QRegularExpression>
#include <QTimer>

class QLabel;
class QLineEdit;
class QToolButton;
class QWidget;
class QsciScintilla;

namespace kiln {

/// Below an editor: what to find, as text or a regular expression of Perl's kind, in any letter
/// case or exactly, whole words only; what to put there instead (`\1` is the first group). All
/// matches on the screen are marked. Return and Shift+Return go on, Esc closes. GUI thread.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// The editor to look in; null: none. It must outlive this or be replaced before it goes.
    void setEditor(QsciScintilla *editor);
    /// Shows the bar with what is selected in the editor; with the row to replace, if wanted.
    void start(bool withReplace);
    /// Selects the next match, around the end; false when there is none.
    bool findNext(bool forward = true);
    /// Replaces the selected match and goes to the next one.
    void replace();
    /// Replaces all matches, or those in the selection when it has several lines, as one step of
    /// undo; returns how many there were.
    int replaceAll();

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
    /// A piece of the text, bytes.
    struct Span
    {
        long begin = 0;
        long end = 0;
        [[nodiscard]] bool isValid() const { return begin >= 0; }
    };

    QToolButton *addToggle(const QString &text, const QString &tip);
    void applyColors();
    [[nodiscard]] QRegularExpression expression() const;
    [[nodiscard]] QByteArray textBetween(long begin, long end) const;
    [[nodiscard]] Span search(long from, long to, bool forward) const;
    [[nodiscard]] QByteArray replacementFor(const QRegularExpressionMatch &match) const;
    void onTyped();
    void markMatches();
    void clearMarks();
    void select(Span span);
    void tell(const QString &text, bool isProblem);

    QsciScintilla *m_editor = nullptr;
    QLineEdit *m_find;
    QLineEdit *m_replace;
    QWidget *m_replaceRow;
    QToolButton *m_case;
    QToolButton *m_word;
    QToolButton *m_regex;
    QLabel *m_message;
    QTimer m_marking;
    long m_origin = 0; ///< where the search began; typing goes on from there
};

} // namespace kiln
