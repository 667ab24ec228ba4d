// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/undo_chain.h"

#include "widgets/editor_document.h"
#include "widgets/slice_clock.h"

#include <Qsci/qsciscintilla.h>

namespace kiln {

namespace {

constexpr int firstPart = 1;
constexpr int lastPart = 2;

} // namespace

UndoChain::UndoChain(EditorDocument *document)
    : QObject(document)
    , m_document(document)
    , m_editor(document->editor())
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &UndoChain::work);
    connect(document, &EditorDocument::holdLost, this, &UndoChain::stop);
    connect(m_editor, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int, int kind, const char *, int, int, int, int, int, int token, int) {
                if ((kind & QsciScintilla::SC_MOD_CONTAINER) != 0)
                    onModified(kind, token);
            });
}

void UndoChain::beginPart()
{
    m_editor->SendScintilla(QsciScintilla::SCI_BEGINUNDOACTION);
}

void UndoChain::endPart(bool isLast)
{
    // An edit of one part is an ordinary step.
    if (m_parts == 0 && !isLast)
        m_editor->SendScintilla(QsciScintilla::SCI_ADDUNDOACTION, uintptr_t(firstPart), 0L);
    else if (m_parts > 0 && isLast)
        m_editor->SendScintilla(QsciScintilla::SCI_ADDUNDOACTION, uintptr_t(lastPart), 0L);
    m_editor->SendScintilla(QsciScintilla::SCI_ENDUNDOACTION);
    ++m_parts;
}

void UndoChain::rollBack(int hold)
{
    m_hold = hold;
    m_way = Way::back;
    m_left = m_parts;
    m_timer.start();
    work();
}

/// In the midst of Scintilla's undoing: nothing can be changed here.
void UndoChain::onModified(int kind, int token)
{
    const bool isBack = (kind & QsciScintilla::SC_PERFORMED_UNDO) != 0;
    const bool isForth = (kind & QsciScintilla::SC_PERFORMED_REDO) != 0;
    if (m_way != Way::none) {
        if (m_left < 0 && token == (m_way == Way::back ? firstPart : lastPart))
            m_left = 0;
        return;
    }
    const bool begins = (isBack && token == lastPart) || (isForth && token == firstPart);
    if (!begins || m_document->isHeld())
        return;
    m_hold = m_document->hold();
    m_way = isBack ? Way::back : Way::forth;
    m_left = -1;
    m_timer.start();
}

void UndoChain::work()
{
    const SliceClock clock;
    const bool isBack = m_way == Way::back;
    m_editor->setReadOnly(false);
    while (m_left != 0 && !clock.isOver()) {
        if (m_editor->SendScintilla(isBack ? QsciScintilla::SCI_CANUNDO
                                           : QsciScintilla::SCI_CANREDO) == 0) {
            m_left = 0;
            break;
        }
        if (m_left > 0)
            --m_left;
        m_editor->SendScintilla(isBack ? QsciScintilla::SCI_UNDO : QsciScintilla::SCI_REDO);
    }
    m_editor->setReadOnly(true);
    if (m_left != 0)
        return;
    const int hold = m_hold;
    stop();
    m_document->release(hold);
}

void UndoChain::stop()
{
    m_timer.stop();
    m_way = Way::none;
    m_hold = 0;
}

} // namespace kiln
