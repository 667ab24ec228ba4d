// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/assert.h>
#include <uk/irq_guard.hpp>
#include <uk/rwlock.h>

using uk::IrqGuard;

namespace {

// All of it with interrupts off. Whoever makes room for a thread that waits enters it, too.

bool writersWait(uk_rwlock *l)
{
    return !uk_waitq_empty(&l->exclusive) || l->upgrader;
}

/** `thread` writes from now on; nullptr before there are threads. */
void setWriter(uk_rwlock *l, uk_thread *thread)
{
    l->writer = thread;
    l->nactive = -1;
    if (thread)
        ++thread->locks;
}

void removeWriter(uk_rwlock *l)
{
    if (l->writer)
        --l->writer->locks;
    l->writer = nullptr;
}

bool tryRead(uk_rwlock *l)
{
    if (l->nactive < 0 || writersWait(l))
        return false;
    ++l->nactive;
    return true;
}

bool tryWrite(uk_rwlock *l)
{
    uk_thread *current = uk_thread_current();
    if (l->writer == current && uk_rwlock_is_write_recursive(l)) {
        --l->nactive;
        return true;
    }
    UK_ASSERT(!current || l->writer != current);
    if (l->nactive != 0)
        return false;
    setWriter(l, current);
    return true;
}

void waitIn(uk_waitq *queue)
{
    DEFINE_WAIT(place);
    uk_waitq_wait_irqoff(queue, &place, 0);
}

void admitReaders(uk_rwlock *l)
{
    while (!uk_waitq_empty(&l->shared)) {
        ++l->nactive;
        uk_waitq_wake_up_one(&l->shared);
    }
}

void admitWriter(uk_rwlock *l)
{
    if (uk_waitq_empty(&l->exclusive))
        return;
    setWriter(l, uk_list_first_entry(&l->exclusive.wait_list, uk_waitq_entry, link)->thread);
    uk_waitq_wake_up_one(&l->exclusive);
}

/** The upgrader is the only one that still reads. */
void admitUpgrader(uk_rwlock *l)
{
    setWriter(l, l->upgrader);
    l->upgrader = nullptr;
    uk_waitq_wake_up_one(&l->upgrade);
}

/** The upgrader waited, unless it has been ended meanwhile. */
void finishUpgrade(uk_rwlock *l)
{
    if (!uk_waitq_empty(&l->upgrade)) {
        admitUpgrader(l);
        return;
    }
    l->upgrader = nullptr;
    if (!writersWait(l))
        admitReaders(l);
}

} // namespace

extern "C" {

void uk_rwlock_init_config(struct uk_rwlock *rwl, unsigned int config_flags)
{
    UK_ASSERT(rwl && !(config_flags & ~static_cast<unsigned int>(UK_RWLOCK_CONFIG_WRITE_RECURSE)));
    rwl->nactive = 0;
    rwl->config_flags = config_flags;
    rwl->writer = nullptr;
    rwl->upgrader = nullptr;
    uk_waitq_init(&rwl->shared);
    uk_waitq_init(&rwl->exclusive);
    uk_waitq_init(&rwl->upgrade);
}

void uk_rwlock_rlock(struct uk_rwlock *rwl)
{
    IrqGuard guard;
    if (!tryRead(rwl))
        waitIn(&rwl->shared);
}

void uk_rwlock_wlock(struct uk_rwlock *rwl)
{
    IrqGuard guard;
    if (!tryWrite(rwl))
        waitIn(&rwl->exclusive);
}

int uk_rwlock_try_rlock(struct uk_rwlock *rwl)
{
    IrqGuard guard;
    return tryRead(rwl);
}

int uk_rwlock_try_wlock(struct uk_rwlock *rwl)
{
    IrqGuard guard;
    return tryWrite(rwl);
}

void uk_rwlock_runlock(struct uk_rwlock *rwl)
{
    IrqGuard guard;
    UK_ASSERT(rwl->nactive > 0);
    --rwl->nactive;
    if (rwl->upgrader && rwl->nactive == 1)
        finishUpgrade(rwl);
    else if (rwl->nactive == 0)
        admitWriter(rwl);
}

void uk_rwlock_wunlock(struct uk_rwlock *rwl)
{
    IrqGuard guard;
    UK_ASSERT(rwl->nactive < 0 && rwl->writer == uk_thread_current());
    if (++rwl->nactive < 0)
        return;
    removeWriter(rwl);
    admitReaders(rwl);
    if (rwl->nactive == 0)
        admitWriter(rwl);
}

int uk_rwlock_upgrade(struct uk_rwlock *rwl)
{
    IrqGuard guard;
    UK_ASSERT(rwl->nactive > 0);
    if (rwl->upgrader)
        return -EBUSY;
    rwl->upgrader = uk_thread_current();
    if (rwl->nactive == 1)
        admitUpgrader(rwl);
    else
        waitIn(&rwl->upgrade);
    return 0;
}

void uk_rwlock_downgrade(struct uk_rwlock *rwl)
{
    IrqGuard guard;
    UK_ASSERT(rwl->nactive == -1 && rwl->writer == uk_thread_current());
    removeWriter(rwl);
    rwl->nactive = 1;
    if (!writersWait(rwl))
        admitReaders(rwl);
}

} // extern "C"
