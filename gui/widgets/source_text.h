// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file's text on its way into an editor.
#pragma once

#include <QFile>
#include <QObject>
#include <QTimer>

class QsciScintilla;

namespace kiln {

/// Puts files into an editor: small ones at once, large ones piece by piece from the event loop.
/// The editor, which must outlive it, is read-only. GUI thread.
class SourceText : public QObject
{
    Q_OBJECT

public:
    explicit SourceText(QsciScintilla *editor, QObject *parent = nullptr);

    /// Replaces the text by that of a file, which begins to arrive before this returns. Says
    /// QFile::errorString() when it can't be read; the text is empty then.
    [[nodiscard]] QString load(const QString &file);
    /// Replaces the text by a message.
    void show(const QString &message);
    /// Whether all of the text has arrived.
    [[nodiscard]] bool isComplete() const { return !m_timer.isActive(); }
    /// The first line; known when load() has returned.
    [[nodiscard]] QString firstLine() const;

signals:
    /// Whole lines came at the end; the last piece may lack its newline.
    void added();

private:
    void clear();
    void append(const QByteArray &bytes);
    void readPiece();

    QsciScintilla *m_editor;
    QFile m_file;
    QTimer m_timer;
};

} // namespace kiln
