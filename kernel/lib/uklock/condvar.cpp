// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/condvar.h>
#include <uk/irq_guard.hpp>

using uk::IrqGuard;

namespace {

/** Returns what uk_waitq_wait_irqoff() does. */
int wait(uk_condvar *c, uk_mutex *m, __nsec deadline)
{
    int isLate = 0;
    {
        IrqGuard guard;
        DEFINE_WAIT(place);
        uk_waitq_add(&c->wait, &place);
        uk_mutex_unlock(m);
        isLate = uk_waitq_wait_irqoff(&c->wait, &place, deadline);
    }
    uk_mutex_lock(m);
    return isLate;
}

} // namespace

extern "C" {

void uk_condvar_init(struct uk_condvar *c)
{
    uk_waitq_init(&c->wait);
}

void uk_condvar_wait(struct uk_condvar *c, struct uk_mutex *m)
{
    wait(c, m, 0);
}

int uk_condvar_wait_to(struct uk_condvar *c, struct uk_mutex *m, __nsec timeout)
{
    __nsec deadline = 0;
    if (__builtin_add_overflow(ukplat_monotonic_clock(), timeout, &deadline))
        deadline = __SNSEC_MAX;
    return wait(c, m, MIN(deadline, __nsec{__SNSEC_MAX})) ? -ETIMEDOUT : 0;
}

void uk_condvar_signal(struct uk_condvar *c)
{
    uk_waitq_wake_up_one(&c->wait);
}

void uk_condvar_broadcast(struct uk_condvar *c)
{
    uk_waitq_wake_up(&c->wait);
}

} // extern "C"
