// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Blocking and waking threads.

#include <errno.h>
#include <uk/assert.h>
#include <uk/irq_guard.hpp>
#include <uk/isr/thread.h>
#include <uk/plat/time.h>
#include <uk/sched.h>

using uk::IrqGuard;

namespace {

/** The time after a duration; the end of time where that is earlier. */
__snsec timeAfter(__nsec duration)
{
    __snsec until = 0;
    const auto now = static_cast<__snsec>(ukplat_monotonic_clock());
    if (duration > static_cast<__nsec>(__SNSEC_MAX) ||
        __builtin_add_overflow(now, static_cast<__snsec>(duration), &until))
        return __SNSEC_MAX;
    // 0 stands for no limit.
    return until ? until : 1;
}

/** With interrupts off. */
void change(uk_thread *thread, int prio)
{
    uk_sched *s = thread->sched;
    if (s && s->thread_changed)
        s->thread_changed(s, thread, prio);
    else
        thread->prio = prio;
}

} // namespace

extern "C" {

void uk_thread_block_until(struct uk_thread *thread, __snsec until)
{
    UK_ASSERT(thread);
    IrqGuard guard;
    if (!uk_thread_is_runnable(thread))
        return;
    thread->wakeup_time = until;
    uk_thread_set_blocked(thread);
    if (thread->sched)
        uk_sched_thread_blocked(thread);
}

void uk_thread_block_timeout(struct uk_thread *thread, __nsec nsec)
{
    uk_thread_block_until(thread, timeAfter(nsec));
}

void uk_thread_block(struct uk_thread *thread)
{
    uk_thread_block_until(thread, 0);
}

void uk_thread_wake(struct uk_thread *thread)
{
    UK_ASSERT(thread);
    IrqGuard guard;
    if (!uk_thread_is_blocked(thread))
        return;
    uk_thread_set_runnable(thread);
    if (thread->sched)
        uk_sched_thread_woken(thread);
    thread->wakeup_time = 0;
}

void uk_thread_wake_isr(struct uk_thread *thread)
{
    uk_thread_wake(thread);
}

int uk_thread_set_prio(struct uk_thread *thread, int prio)
{
    UK_ASSERT(thread);
    if (prio < UK_THREAD_PRIO_MIN || prio > UK_THREAD_PRIO_MAX)
        return -EINVAL;
    IrqGuard guard;
    change(thread, prio);
    return 0;
}

int uk_thread_get_prio(const struct uk_thread *thread)
{
    return thread->prio;
}

int uk_thread_set_timeslice(struct uk_thread *thread, __nsec timeslice)
{
    UK_ASSERT(thread);
    IrqGuard guard;
    thread->timeslice = timeslice;
    change(thread, thread->prio);
    return 0;
}

__nsec uk_thread_get_timeslice(const struct uk_thread *thread)
{
    return thread->timeslice;
}

} // extern "C"
