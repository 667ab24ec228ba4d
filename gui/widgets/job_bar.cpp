// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/job_bar.h"

#include "widgets/palette_icon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace kiln {

namespace {

constexpr int pollInterval = 100; // milliseconds
constexpr int progressWidth = 160;
constexpr int iconSize = 16;

} // namespace

JobBar::JobBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_jobs(this)
{
    m_text->setObjectName(QStringLiteral("jobText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setAlignment(Qt::AlignTop);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressWidth);
    m_cancel->setObjectName(QStringLiteral("jobCancel"));
    m_cancel->setAutoDefault(false);
    m_cancel->setToolTip(tr("End this; nothing of it is left behind"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!m_watch)
            return;
        const int percent = m_watch->progress();
        m_progress->setRange(0, percent > 0 ? 100 : 0);
        m_progress->setValue(percent);
    });
    connect(m_cancel, &QPushButton::clicked, this, &JobBar::cancel);
    clear();
}

JobBar::~JobBar()
{
    // Who listens may be half gone.
    blockSignals(true);
    abandon();
}

std::shared_ptr<JobWatch> JobBar::begin(const QString &title)
{
    const bool wasRunning = isRunning();
    if (m_watch)
        m_watch->cancel();
    m_watch = std::make_shared<JobWatch>();
    display({}, title);
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(title);
    m_progress->show();
    m_cancel->setEnabled(true);
    m_cancel->show();
    m_poll.start();
    if (!wasRunning)
        emit runningChanged(true);
    return m_watch;
}

void JobBar::end(const Problem &problem)
{
    m_watch.reset();
    clear();
    if (problem == cancelledProblem())
        showMessage(problem.text());
    else if (!problem.what.isEmpty())
        showProblem(problem);
    emit runningChanged(false);
}

void JobBar::cancel()
{
    if (!m_watch)
        return;
    m_watch->cancel();
    m_cancel->setEnabled(false);
    display({}, tr("Cancelling…"));
}

void JobBar::abandon()
{
    if (!m_watch)
        return;
    m_watch->cancel();
    m_watch.reset();
    clear();
    emit runningChanged(false);
}

void JobBar::display(const QString &icon, const QString &text)
{
    m_icon->setVisible(!icon.isEmpty());
    if (!icon.isEmpty())
        m_icon->setPixmap(paletteIcon(icon).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    m_text->setText(text);
    m_text->setAccessibleName(text);
    QWidget::setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent event(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void JobBar::showProblem(const Problem &problem)
{
    display(QStringLiteral("level-error"), problem.text());
}

void JobBar::showMessage(const QString &text)
{
    display(QStringLiteral("level-info"), text);
}

void JobBar::clear()
{
    m_poll.stop();
    m_progress->hide();
    m_cancel->hide();
    display({}, {});
}

QString JobBar::text() const
{
    return m_text->text();
}

} // namespace kiln
