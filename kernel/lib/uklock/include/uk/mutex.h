/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Mutexes: one thread at a time. A mutex that others wait for goes to the one that has waited
 * longest when it is unlocked.
 *
 * A thread that ends with a mutex locked leaves it locked for ever, because what it protects may be
 * half changed. A warning names the thread. */

#include <uk/config.h>

#ifdef CONFIG_LIBUKLOCK_MUTEX

#include <uk/assert.h>
#include <uk/preempt.h>
#include <uk/thread.h>
#include <uk/wait.h>
#ifdef CONFIG_LIBUKLOCK_MUTEX_METRICS
#include <uk/atomic.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** A flag of mutexes: its owner can lock it again, and unlocks it as often. */
#define UK_MUTEX_CONFIG_RECURSE 0x01

/** A mutex. Call the functions below instead of looking into it. */
struct uk_mutex
{
    int lock_count; /**< how often its owner has locked it */
    unsigned int flags;
    struct uk_thread *owner; /**< NULL: it is not locked */
    struct uk_waitq wait;
};

/** What happened to all mutexes, with LIBUKLOCK_MUTEX_METRICS. */
struct uk_mutex_metrics
{
    size_t active_locked;   /**< are locked now */
    size_t active_unlocked; /**< are not */
    size_t total_locks;     /**< how often one was locked */
    size_t total_ok_trylocks;
    size_t total_failed_trylocks;
    size_t total_unlocks;
};

#ifdef CONFIG_LIBUKLOCK_MUTEX_METRICS
extern struct uk_mutex_metrics _uk_mutex_metrics;
/** Copies the counts. */
void uk_mutex_get_metrics(struct uk_mutex_metrics *dst);
#define _UK_MUTEX_COUNT(member, by) ((void)uk_fetch_add(&_uk_mutex_metrics.member, (size_t)(by)))
#else
#define _UK_MUTEX_COUNT(member, by) ((void)0)
#endif

/* clang-format off */
#define UK_MUTEX_INITIALIZER(name) {0, 0, NULL, UK_WAIT_QUEUE_INITIALIZER((name).wait)}
#define UK_MUTEX_INITIALIZER_RECURSIVE(name)                                                       \
    {0, UK_MUTEX_CONFIG_RECURSE, NULL, UK_WAIT_QUEUE_INITIALIZER((name).wait)}
/* clang-format on */

/** Makes memory a mutex that is not locked, with UK_MUTEX_CONFIG_ flags. */
void uk_mutex_init_config(struct uk_mutex *m, unsigned int flags);
#define uk_mutex_init(m) uk_mutex_init_config(m, 0)

static inline int uk_mutex_is_recursive(const struct uk_mutex *m)
{
    return m->flags & UK_MUTEX_CONFIG_RECURSE;
}

/** True when some thread has it locked. */
static inline int uk_mutex_is_locked(struct uk_mutex *m)
{
    return m->owner != NULL;
}

/* Waits until the mutex is ours; gives it to the one that has waited longest. */
void _uk_mutex_wait(struct uk_mutex *m);
void _uk_mutex_hand_over(struct uk_mutex *m);

/* Locks it if that can be done at once, and returns 1, otherwise 0. */
static inline int _uk_mutex_take(struct uk_mutex *m)
{
    struct uk_thread *current = uk_thread_current();
    int taken = 1;

    UK_ASSERT(current);
    uk_preempt_disable();
    if (likely(!m->owner)) {
        m->owner = current;
        m->lock_count = 1;
        ++current->locks;
        _UK_MUTEX_COUNT(active_locked, 1);
        _UK_MUTEX_COUNT(active_unlocked, -1);
    } else if (m->owner == current && uk_mutex_is_recursive(m)) {
        ++m->lock_count;
    } else {
        taken = 0;
    }
    uk_preempt_enable();
    return taken;
}

/** Locks the mutex; waits as long as another thread has it locked. A thread that has it locked
 * itself must not try, unless the mutex is recursive. */
static inline void uk_mutex_lock(struct uk_mutex *m)
{
    if (unlikely(!_uk_mutex_take(m))) {
        UK_ASSERT(m->owner != uk_thread_current());
        _uk_mutex_wait(m);
    }
    _UK_MUTEX_COUNT(total_locks, 1);
}

/** Locks it and returns 1, or returns 0 at once because it is locked. */
static inline int uk_mutex_trylock(struct uk_mutex *m)
{
    const int taken = _uk_mutex_take(m);

    _UK_MUTEX_COUNT(total_ok_trylocks, taken);
    _UK_MUTEX_COUNT(total_failed_trylocks, !taken);
    return taken;
}

/** Unlocks it; by its owner. */
static inline void uk_mutex_unlock(struct uk_mutex *m)
{
    UK_ASSERT(m->lock_count > 0 && m->owner == uk_thread_current());
    _UK_MUTEX_COUNT(total_unlocks, 1);
    uk_preempt_disable();
    if (--m->lock_count == 0) {
        --m->owner->locks;
        if (likely(uk_waitq_empty(&m->wait))) {
            m->owner = NULL;
            _UK_MUTEX_COUNT(active_locked, -1);
            _UK_MUTEX_COUNT(active_unlocked, 1);
        } else {
            _uk_mutex_hand_over(m);
        }
    }
    uk_preempt_enable();
}

/** Waiting for a condition that a mutex, which is locked, protects. */
#define uk_waitq_wait_event_mutex(wq, condition, mutex)                                            \
    uk_waitq_wait_event_locked(wq, condition, uk_mutex_lock, uk_mutex_unlock, mutex)
#define uk_waitq_wait_event_deadline_mutex(wq, condition, deadline, mutex)                         \
    uk_waitq_wait_event_deadline_locked(wq, condition, deadline, uk_mutex_lock, uk_mutex_unlock,   \
                                        mutex)

#ifdef __cplusplus
}
#endif

#endif /* CONFIG_LIBUKLOCK_MUTEX */
