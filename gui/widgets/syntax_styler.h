// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the tokens of KSyntaxHighlighting to the styles of QScintilla.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

class QPalette;
class QsciScintilla;

namespace kiln {

/// Styles the text of an editor, a slice at a time from the event loop and from the top downwards;
/// after an edit, from there to where the text means again what it meant before. The style number
/// of a token is its KSyntaxHighlighting::Theme::TextStyle. GUI thread.
class SyntaxStyler : public QObject
{
    Q_OBJECT

public:
    /// The editor must outlive it.
    explicit SyntaxStyler(QsciScintilla *editor, QObject *parent = nullptr);
    ~SyntaxStyler() override;

    /// Begins anew, with the next textAdded(), with the language that the file's name tells;
    /// that of a script without an ending is told by `firstLine`. An empty name, or one of no
    /// language, is plain text.
    void setFile(const QString &fileName, const QString &firstLine);
    /// The name of the language; empty: plain text, or not known yet.
    [[nodiscard]] QString language() const;
    /// Text was added at the end of the document; while it is not `complete`, its last line is
    /// empty or waits for more.
    void textAdded(bool complete);
    /// In the line and the `added` ones below it there is other text; with a negative number lines
    /// below it are gone.
    void textEdited(int line, int added);
    /// Called for every line that has got its styles, a byte each. True: what follows the line has
    /// to be looked at again.
    using LineHook =
        std::function<bool(int line, const QByteArray &text, const QByteArray &styles)>;
    void setLineHook(LineHook hook) { m_hook = std::move(hook); }
    /// Gives every style its colour, weight and font.
    void setColors(const QPalette &palette);
    /// Whether all of the text has its styles, or it is certain that there will be none.
    [[nodiscard]] bool isFinished() const;

signals:
    /// What language() says is certain now.
    void languageKnown();
    void finished();

private:
    class Highlighter;

    void begin();
    void takeHighlighter(std::shared_ptr<Highlighter> highlighter);

    void work();
    /// Whether the lines below it may mean something else now.
    bool styleLine(int line);
    [[nodiscard]] QByteArray stylesOf(int line, const QByteArray &bytes);

    QsciScintilla *m_editor;
    std::shared_ptr<Highlighter> m_highlighter; ///< null until it has read what languages there are
    bool m_isReading = false;
    QString m_fileName;
    QString m_firstLine;
    QTimer m_timer;
    LineHook m_hook;
    int m_next = 0;    ///< the first line without styles, from 0
    int m_settled = 0; ///< no line before it has the styles of other text
    bool m_isComplete = false;
};

} // namespace kiln
