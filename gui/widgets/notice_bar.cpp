// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/notice_bar.h"

#include "widgets/level_style.h"
#include "widgets/mirrored_margins.h"
#include "widgets/palette_icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace kiln {

namespace {

constexpr int progressWidth = 160;

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_buttons(new QHBoxLayout)
{
    auto *close = new QToolButton;
    close->setIcon(paletteIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    m_close = close;

    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_buttons->setSpacing(8);
    auto *layout = new QHBoxLayout(this);
    setMirroredMargins(layout, this, {12, 4, 8, 4});
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(close);
    setMinimumHeight(40);
    hide();
}

void NoticeBar::setMessage(const QString &icon, const QString &text)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_icon->setPixmap(paletteIcon(icon).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_text->setText(text);
    setAccessibleName(text);
    show();
}

QPushButton *NoticeBar::addButton(const QString &text)
{
    auto *button = new QPushButton(text);
    m_buttons->addWidget(button);
    return button;
}

QProgressBar *NoticeBar::addProgress(const QString &name)
{
    auto *progress = new QProgressBar;
    progress->setRange(0, 100);
    progress->setTextVisible(false);
    progress->setFixedWidth(progressWidth);
    progress->setAccessibleName(name);
    m_buttons->addWidget(progress);
    return progress;
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void NoticeBar::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    QColor tint = levelColor(LogLevel::warning, palette());
    tint.setAlphaF(isDark(palette()) ? 0.18f : 0.12f);
    painter.fillRect(event->rect(), tint);
}

} // namespace kiln
