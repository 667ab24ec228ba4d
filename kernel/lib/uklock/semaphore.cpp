// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/assert.h>
#include <uk/irq_guard.hpp>
#include <uk/semaphore.h>

using uk::IrqGuard;

namespace {

/** With interrupts off. */
bool take(uk_semaphore *s)
{
    if (s->count <= 0)
        return false;
    --s->count;
    return true;
}

} // namespace

extern "C" {

void uk_semaphore_init(struct uk_semaphore *s, long count)
{
    UK_ASSERT(s);
    s->count = count;
    uk_waitq_init(&s->wait);
}

void uk_semaphore_down(struct uk_semaphore *s)
{
    IrqGuard guard;
    if (take(s))
        return;
    DEFINE_WAIT(place);
    // Whoever gives one wakes the thread instead of counting.
    uk_waitq_wait_irqoff(&s->wait, &place, 0);
}

int uk_semaphore_down_try(struct uk_semaphore *s)
{
    IrqGuard guard;
    return take(s);
}

__nsec uk_semaphore_down_to(struct uk_semaphore *s, __nsec timeout)
{
    const __nsec begin = ukplat_monotonic_clock();
    {
        IrqGuard guard;
        if (!take(s)) {
            __nsec deadline = 0;
            if (__builtin_add_overflow(begin, timeout, &deadline))
                deadline = __SNSEC_MAX;
            DEFINE_WAIT(place);
            if (uk_waitq_wait_irqoff(&s->wait, &place, MIN(deadline, __nsec{__SNSEC_MAX})))
                return __NSEC_MAX;
        }
    }
    return ukplat_monotonic_clock() - begin;
}

void uk_semaphore_up(struct uk_semaphore *s)
{
    IrqGuard guard;
    if (uk_waitq_empty(&s->wait))
        ++s->count;
    else
        uk_waitq_wake_up_one(&s->wait);
}

} // extern "C"
