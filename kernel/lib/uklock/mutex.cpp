// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/irq_guard.hpp>
#include <uk/mutex.h>

using uk::IrqGuard;

extern "C" {

#ifdef CONFIG_LIBUKLOCK_MUTEX_METRICS
struct uk_mutex_metrics _uk_mutex_metrics
{};

void uk_mutex_get_metrics(struct uk_mutex_metrics *dst)
{
    IrqGuard guard;
    *dst = _uk_mutex_metrics;
}
#endif

void uk_mutex_init_config(struct uk_mutex *m, unsigned int flags)
{
    UK_ASSERT(m && !(flags & ~static_cast<unsigned int>(UK_MUTEX_CONFIG_RECURSE)));
    m->lock_count = 0;
    m->flags = flags;
    m->owner = nullptr;
    uk_waitq_init(&m->wait);
    _UK_MUTEX_COUNT(active_unlocked, 1);
}

void _uk_mutex_wait(struct uk_mutex *m)
{
    IrqGuard guard;
    // It may have been unlocked since.
    if (_uk_mutex_take(m))
        return;
    DEFINE_WAIT(place);
    uk_waitq_wait_irqoff(&m->wait, &place, 0);
    UK_ASSERT(m->owner == uk_thread_current());
}

void _uk_mutex_hand_over(struct uk_mutex *m)
{
    IrqGuard guard;
    m->owner = uk_list_first_entry(&m->wait.wait_list, uk_waitq_entry, link)->thread;
    m->lock_count = 1;
    ++m->owner->locks;
    uk_waitq_wake_up_one(&m->wait);
}

} // extern "C"
