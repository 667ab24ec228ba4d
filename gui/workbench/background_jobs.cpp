// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/background_jobs.h"

#include <QMetaObject>

namespace kiln {

BackgroundJobs::BackgroundJobs(QObject *receiver)
    : m_ticket(std::make_shared<Ticket>())
{
    m_ticket->receiver = receiver;
    m_pool.setMaxThreadCount(1);
}

BackgroundJobs::~BackgroundJobs()
{
    {
        const QMutexLocker lock(&m_ticket->mutex);
        m_ticket->receiver = nullptr;
    }
    m_pool.waitForDone();
}

void BackgroundJobs::post(Ticket &ticket, std::function<void()> then)
{
    const QMutexLocker lock(&ticket.mutex);
    if (ticket.receiver != nullptr)
        QMetaObject::invokeMethod(ticket.receiver, std::move(then), Qt::QueuedConnection);
}

} // namespace kiln
