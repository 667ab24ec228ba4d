// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Large edits that are undone in slices, though they are one step for whoever undoes them.
#pragma once

#include <QObject>
#include <QTimer>

class QsciScintilla;

namespace kiln {

class EditorDocument;

/// Scintilla undoes a step in one turn of the event loop, however long that takes. An edit of many
/// parts is one step of Scintilla's for each part here; the first and the last have marks
/// (SCI_ADDUNDOACTION). Undoing the last one goes on, turn by turn, to the first, and redoing the
/// first to the last. Meanwhile the document is held. GUI thread.
class UndoChain : public QObject
{
    Q_OBJECT

public:
    /// The document, which owns this, notices SC_MOD_CONTAINER.
    explicit UndoChain(EditorDocument *document);

    /// \name An edit, whose maker holds the document
    /// @{
    /// A new edit begins; it has no parts.
    void begin() { m_parts = 0; }
    /// Between the two are changes of one turn.
    void beginPart();
    void endPart(bool isLast);
    /// Takes back the parts so far, in this turn or in later ones; the hold is released then.
    void rollBack(int hold);
    /// @}

private:
    enum class Way
    {
        none,
        back,
        forth
    };

    void onModified(int kind, int token);
    void work();
    void stop();

    EditorDocument *m_document;
    QsciScintilla *m_editor;
    QTimer m_timer;
    Way m_way = Way::none;
    int m_parts = 0;
    int m_hold = 0;
    int m_left = -1; ///< parts to take back; -1: until there is a mark
};

} // namespace kiln
