// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/why_popup.h"

#include "widgets/level_style.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCursor>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kiln {

namespace {

constexpr int lookEvery = 150; // milliseconds

} // namespace

WhyPopup::WhyPopup(QWidget *page)
    : QFrame(page)
    , m_text(new QTextBrowser)
{
    setObjectName(QStringLiteral("why"));
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setLineWidth(1);
    setAutoFillBackground(true);
    setAccessibleName(tr("Why it is locked"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Why it is locked"));
    m_text->document()->setDocumentMargin(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    m_text->installEventFilter(this);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        hide();
        emit linkActivated(url);
    });
    m_pointerWatch.setInterval(lookEvery);
    connect(&m_pointerWatch, &QTimer::timeout, this, [this] {
        const QRect here(mapToGlobal(QPoint()), size());
        // A row's height of slack, so that the pointer may cross the gap.
        const int slack = m_row.height() / 2;
        if (!here.adjusted(-slack, -slack, slack, slack).contains(QCursor::pos()) &&
            !m_row.contains(QCursor::pos()))
            hide();
    });
    hide();
}

QString WhyPopup::text() const
{
    return m_text->toPlainText();
}

void WhyPopup::showAt(const QString &html, QWidget *view, const QRect &row, bool byPointer)
{
    // The frame is drawn in this colour, the text within is not.
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, mutedColor(parentWidget()->palette()));
    setPalette(quiet);
    m_text->setHtml(html);
    watch(view);
    auto *area = qobject_cast<QAbstractScrollArea *>(view);
    QWidget *viewport = area ? area->viewport() : view;
    m_row = QRect(viewport->mapToGlobal(row.topLeft()), row.size());
    place(QRect(parentWidget()->mapFromGlobal(m_row.topLeft()), row.size()));
    show();
    raise();
    if (byPointer)
        m_pointerWatch.start();
    else
        m_pointerWatch.stop();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void WhyPopup::place(const QRect &row)
{
    const QRect page = parentWidget()->rect().adjusted(8, 8, -8, -8);
    const int width = std::min(page.width(), fontMetrics().averageCharWidth() * 72);
    // A document of its own, as a browser lays out no more of its own than it shows.
    QTextDocument document;
    document.setDefaultFont(m_text->font());
    document.setDocumentMargin(m_text->document()->documentMargin());
    document.setHtml(m_text->toHtml());
    document.setTextWidth(width - 2 * frameWidth());
    const int wanted = int(std::ceil(document.size().height())) + 2 * frameWidth();
    const int below = page.bottom() - row.bottom();
    const int above = row.top() - page.top();
    const bool fitsBelow = wanted <= below || below >= above;
    const int height = std::min(wanted, fitsBelow ? below : above);
    const int wantedLeft = isRightToLeft() ? row.right() + 1 - width : row.left();
    const int left =
        std::clamp(wantedLeft, page.left(), std::max(page.left(), page.right() - width));
    setGeometry(left, fitsBelow ? row.bottom() + 1 : row.top() - height, width, height);
}

void WhyPopup::watch(QWidget *view)
{
    if (m_view == view)
        return;
    if (m_view) {
        m_view->removeEventFilter(this);
        if (auto *area = qobject_cast<QAbstractScrollArea *>(m_view))
            area->verticalScrollBar()->disconnect(this);
    }
    m_view = view;
    if (!view)
        return;
    view->installEventFilter(this);
    // What it points at has moved away.
    if (auto *area = qobject_cast<QAbstractScrollArea *>(view))
        connect(area->verticalScrollBar(), &QScrollBar::valueChanged, this, &QWidget::hide);
}

bool WhyPopup::handleKey(int key, QObject *watched)
{
    if (key == Qt::Key_Escape) {
        if (m_view)
            m_view->setFocus();
        hide();
        return true;
    }
    if (watched == m_text)
        return false;
    if (key == Qt::Key_Tab) {
        m_text->setFocus(Qt::TabFocusReason);
        return true;
    }
    const bool modifier =
        key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta;
    if (!modifier)
        hide();
    return false;
}

bool WhyPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (isVisible()) {
        if (event->type() == QEvent::KeyPress)
            return handleKey(static_cast<QKeyEvent *>(event)->key(), watched);
        if (event->type() == QEvent::Hide && watched == m_view)
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

void WhyPopup::hideEvent(QHideEvent *event)
{
    m_pointerWatch.stop();
    QFrame::hideEvent(event);
}

} // namespace kiln
