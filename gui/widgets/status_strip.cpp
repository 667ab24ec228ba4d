// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/status_strip.h"

#include "widgets/palette_icon.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kiln {

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_status(new QLabel)
    , m_progress(new QProgressBar)
    , m_buttons(new QHBoxLayout)
    , m_command(new QLabel)
    , m_copyCommand(new QToolButton)
{
    m_status->setObjectName(QStringLiteral("runStatus"));
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_status->setWordWrap(true);
    m_progress->setTextVisible(true);
    m_progress->setFixedWidth(200);
    m_progress->setAccessibleName(tr("Build progress"));
    m_progress->hide();
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setForegroundRole(QPalette::PlaceholderText);
    m_command->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copyCommand->setIcon(paletteIcon(QStringLiteral("copy")));
    m_copyCommand->setAutoRaise(true);
    m_copyCommand->setToolTip(tr("Copy the command"));
    m_copyCommand->setAccessibleName(tr("Copy the command"));
    connect(m_copyCommand, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_commandText); });
    m_buttons->setSpacing(0);

    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(16, 8, 8, 4);
    strip->setSpacing(8);
    strip->addWidget(m_icon, 0, Qt::AlignTop);
    strip->addWidget(m_status, 1);
    strip->addWidget(m_progress);
    strip->addLayout(m_buttons);
    auto *commandLine = new QHBoxLayout;
    commandLine->setContentsMargins(16, 0, 8, 4);
    commandLine->setSpacing(8);
    commandLine->addWidget(m_command, 1);
    commandLine->addWidget(m_copyCommand);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addLayout(commandLine);
    setCommand({});
}

void StatusStrip::setStatus(const QString &icon, const QString &text)
{
    m_iconName = icon;
    m_icon->setPixmap(paletteIcon(icon).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_status->setText(text);
    m_status->setAccessibleName(text);
    emit statusChanged(icon, text);
}

QString StatusStrip::status() const
{
    return m_status->text();
}

void StatusStrip::setProgress(int done, int total)
{
    m_progress->setVisible(done >= 0);
    if (done < 0)
        return;
    m_progress->setRange(0, total);
    m_progress->setValue(std::min(done, total));
    m_progress->setFormat(total > 0 ? tr("%1 of %2").arg(done).arg(total)
                                    : tr("%n step(s)", nullptr, done));
}

void StatusStrip::setCommand(const QString &command)
{
    m_commandText = command;
    m_command->setVisible(!command.isEmpty());
    m_copyCommand->setVisible(!command.isEmpty());
    m_command->setToolTip(command);
    m_command->setAccessibleName(tr("Command: %1").arg(command));
    elideCommand();
}

void StatusStrip::elideCommand()
{
    m_command->setText(
        m_command->fontMetrics().elidedText(m_commandText, Qt::ElideRight, m_command->width()));
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideCommand();
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_iconName.isEmpty())
        setStatus(m_iconName, m_status->text());
}

} // namespace kiln
