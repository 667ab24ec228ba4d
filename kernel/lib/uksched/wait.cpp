// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/assert.h>
#include <uk/irq_guard.hpp>
#include <uk/wait.h>

using uk::IrqGuard;

namespace {

/** The one that has waited longest, out of the queue. */
uk_thread *takeFirst(uk_waitq *wq)
{
    auto *entry = uk_list_first_entry(&wq->wait_list, uk_waitq_entry, link);
    uk_thread *thread = entry->thread;
    uk_waitq_remove(wq, entry);
    return thread;
}

} // namespace

extern "C" {

void uk_waitq_add(struct uk_waitq *wq, struct uk_waitq_entry *entry)
{
    IrqGuard guard;
    if (entry->waiting)
        return;
    entry->waiting = 1;
    uk_list_add_tail(&entry->link, &wq->wait_list);
    uk_list_add(&entry->thread_link, &entry->thread->waits);
}

void uk_waitq_remove(struct uk_waitq *, struct uk_waitq_entry *entry)
{
    IrqGuard guard;
    if (!entry->waiting)
        return;
    entry->waiting = 0;
    uk_list_del(&entry->link);
    uk_list_del(&entry->thread_link);
}

void uk_waitq_begin(struct uk_waitq *wq, struct uk_waitq_entry *entry, __snsec deadline)
{
    IrqGuard guard;
    uk_waitq_add(wq, entry);
    uk_thread_block_until(entry->thread, deadline);
}

void uk_waitq_wake_up(struct uk_waitq *wq)
{
    IrqGuard guard;
    while (!uk_waitq_empty(wq))
        uk_thread_wake(takeFirst(wq));
}

void uk_waitq_wake_up_one(struct uk_waitq *wq)
{
    IrqGuard guard;
    if (!uk_waitq_empty(wq))
        uk_thread_wake(takeFirst(wq));
}

int uk_waitq_wait_irqoff(struct uk_waitq *wq, struct uk_waitq_entry *entry, __nsec deadline)
{
    UK_ASSERT(entry->thread == uk_thread_current());
    uk_waitq_add(wq, entry);
    while (entry->waiting) {
        if (uk_waitq_is_late(deadline)) {
            uk_waitq_remove(wq, entry);
            return 1;
        }
        uk_thread_block_until(entry->thread, static_cast<__snsec>(deadline));
        uk_sched_yield();
    }
    return 0;
}

} // extern "C"
