// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/fitted_text.h"

#include <QEvent>
#include <QTextDocument>
#include <QTextOption>
#include <QWheelEvent>

#include <cmath>

namespace kiln {

FittedText::FittedText(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    direct();
}

void FittedText::direct()
{
    // Without a word from its widget a document takes each paragraph's direction from its letters.
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(layoutDirection());
    document()->setDefaultTextOption(option);
}

void FittedText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        direct();
}

void FittedText::showHtml(const QString &html)
{
    if (html == m_html)
        return;
    m_html = html;
    setHtml(html);
    fit();
}

QSize FittedText::sizeHint() const
{
    return {QTextBrowser::sizeHint().width(), int(std::ceil(document()->size().height()))};
}

QSize FittedText::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void FittedText::fit()
{
    const int height = m_html.isEmpty() ? 0 : int(std::ceil(document()->size().height()));
    if (height != this->height() || minimumHeight() != height)
        setFixedHeight(height);
}

void FittedText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void FittedText::wheelEvent(QWheelEvent *event)
{
    // The area around it scrolls.
    event->ignore();
}

} // namespace kiln
