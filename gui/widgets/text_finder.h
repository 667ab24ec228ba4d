// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The next place in an editor where something stands.
#pragma once

#include "widgets/text_terms.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QsciScintilla;

namespace kiln {

/// Goes through a text of any size in slices, once around. Small texts are one piece; of larger
/// ones a regular expression sees pieces of whole lines, and matches that go over the end of one
/// are found when they end within a few kilobytes of it. GUI thread.
class TextFinder : public QObject
{
    Q_OBJECT

public:
    explicit TextFinder(QObject *parent = nullptr);

    /// Looks from a place (bytes) to the end and then from the beginning, or the other way. A
    /// match that is found at once is told before this returns; the editor may go meanwhile. The
    /// terms must be valid.
    void find(QsciScintilla *editor, const SearchTerms &terms, long from, bool forward);
    void stop();
    [[nodiscard]] bool isSearching() const { return m_timer.isActive(); }

signals:
    /// Bytes; `isAround`: behind the end, or before the beginning, of the text.
    void found(long begin, long end, bool isAround);
    void notFound();

private:
    void work();
    /// Looks at one piece; true when there is nothing more to do.
    bool lookAtPiece();
    /// The match in [begin, end) that is wanted; false: none.
    bool look(long begin, long end);
    [[nodiscard]] long lineEnd(long position) const;
    [[nodiscard]] long lineBegin(long position) const;

    QPointer<QsciScintilla> m_editor;
    SearchTerms m_terms;
    bool m_forward = true;
    bool m_isAround = false;
    long m_from = 0; ///< where it began
    long m_next = 0; ///< how far it has come
    QTimer m_timer;
};

} // namespace kiln
