// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A file's text on its way into an editor.
#pragma once

#include <QFile>
#include <QObject>
#include <QTimer>

#include <memory>

class QsciScintilla;

namespace kiln {

class SourceLoader;

/// Puts files into an editor: small ones at once, larger ones piece by piece from the event loop.
/// Of the largest there is the beginning until a document with all of it is ready.
/// The editor, which must outlive it, is read-only. GUI thread.
class SourceText : public QObject
{
    Q_OBJECT

public:
    explicit SourceText(QsciScintilla *editor, QObject *parent = nullptr);
    ~SourceText() override;

    /// Replaces the text by that of a file, which begins to arrive before this returns. Says
    /// QFile::errorString() when it can't be read; the text is empty then.
    [[nodiscard]] QString load(const QString &file);
    /// Replaces the text by a message.
    void show(const QString &message);
    /// Whether all of the text has arrived.
    [[nodiscard]] bool isComplete() const
    {
        return !m_timer.isActive() && !m_arrival.isActive() && !m_loader;
    }
    /// Whether the text is so long that what Scintilla does at every edit must not go through it.
    [[nodiscard]] bool isLarge() const { return m_isForeign; }
    /// The first line; known when load() has returned.
    [[nodiscard]] QString firstLine() const;

signals:
    /// All of the text is there, in another document that has no styles and markers yet; the view
    /// and the cursor are where they were. added() follows in another turn of the event loop.
    void replaced();
    /// Whole lines came at the end; the last piece may lack its newline.
    void added();

private:
    void clear();
    void append(const QByteArray &bytes);
    void readPiece();
    void prepareDocument();
    void takeDocument(void *document);

    QsciScintilla *m_editor;
    QFile m_file;
    QTimer m_timer;
    QTimer m_arrival;                       ///< from replaced() to added()
    std::unique_ptr<SourceLoader> m_loader; ///< while the largest of files is read
    bool m_isForeign = false;               ///< the document came from a loader
};

} // namespace kiln
