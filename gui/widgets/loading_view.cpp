// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/loading_view.h"

#include "workbench/config_session.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace kiln {

namespace {

constexpr int pollInterval = 300; // milliseconds; what takes less needs neither a bar nor a button
constexpr int barWidth = 264;

} // namespace

LoadingView::LoadingView(ConfigSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new QLabel(tr("Open an application folder to configure it.")))
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(barWidth);
    m_bar->setAccessibleName(tr("Reading the options"));
    m_cancel->setObjectName(QStringLiteral("cancelLoading"));
    m_cancel->setToolTip(tr("End the commands of the tree and stop reading it"));
    connect(m_cancel, &QPushButton::clicked, m_session, &ConfigSession::cancelLoading);
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &LoadingView::tell);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(16);
    layout->addStretch(1);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 0, Qt::AlignHCenter);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    setText(m_text->text());
}

void LoadingView::setText(const QString &text)
{
    m_poll.stop();
    m_text->setText(text);
    m_bar->hide();
    m_cancel->hide();
}

void LoadingView::showProgress()
{
    setText(tr("Reading the options…"));
    m_poll.start();
}

QString LoadingView::text() const
{
    return m_text->text();
}

void LoadingView::tell()
{
    if (!m_session->isLoading()) {
        m_poll.stop();
        return;
    }
    const int commands = m_session->commandsAnswered();
    m_text->setText(commands == 0 ? tr("Reading the options…")
                                  : tr("Reading the options: %n command(s) of the tree answered…",
                                       nullptr, commands));
    m_bar->show();
    m_cancel->show();
}

} // namespace kiln
