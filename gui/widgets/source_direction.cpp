// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/source_direction.h"

#include <Qsci/qsciscintilla.h>

#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QWidget>

namespace kiln {

SourceDirection::SourceDirection(QsciScintilla *editor)
    : QObject(editor)
    , m_editor(editor)
{
    editor->setLayoutDirection(Qt::LeftToRight); // of margins, scroll bars and the cursor
    editor->viewport()->installEventFilter(this);
}

bool SourceDirection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint || m_isPainting ||
        QGuiApplication::layoutDirection() == Qt::LeftToRight)
        return QObject::eventFilter(watched, event);
    paint(static_cast<QPaintEvent *>(event)->region());
    return true;
}

/// QScintilla makes its painter itself. Within QWidget::render() that one shares the state of the
/// painter given there, the direction included; those of Scintilla's own buffers would not.
void SourceDirection::paint(const QRegion &region)
{
    m_editor->SendScintilla(QsciScintilla::SCI_SETBUFFEREDDRAW, 0UL);
    QWidget *viewport = m_editor->viewport();
    QPainter painter(viewport);
    painter.setLayoutDirection(Qt::LeftToRight);
    m_isPainting = true;
    // It is no paint event within another that QWidget warns of: this one ends with that.
    viewport->setAttribute(Qt::WA_WState_InPaintEvent, false);
    viewport->render(&painter, {}, region, {});
    viewport->setAttribute(Qt::WA_WState_InPaintEvent, true);
    m_isPainting = false;
}

} // namespace kiln
