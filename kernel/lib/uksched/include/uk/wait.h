/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Waiting for something to become true. Whoever makes it true wakes the queue; the waiting thread
 * looks again. A condition is looked at with interrupts off, so that interrupt handlers can be the
 * ones that make it true. */

#include <uk/essentials.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/time.h>
#include <uk/sched.h>
#include <uk/wait_types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Makes the memory of a queue an empty one. */
static inline void uk_waitq_init(struct uk_waitq *wq)
{
    UK_INIT_LIST_HEAD(&wq->wait_list);
}

/** Makes memory a place for `thread`, in no queue. */
static inline void uk_waitq_entry_init(struct uk_waitq_entry *entry, struct uk_thread *thread)
{
    entry->thread = thread;
    entry->waiting = 0;
}

/** Defines a place for the running thread. */
#define DEFINE_WAIT(name)                                                                          \
    struct uk_waitq_entry name;                                                                    \
    uk_waitq_entry_init(&name, uk_thread_current())

/** True when nobody waits. */
static inline int uk_waitq_empty(struct uk_waitq *wq)
{
    return uk_list_empty(&wq->wait_list);
}

/** Puts a place at the end of the queue, or takes it out; nothing happens when it is there already,
 * or is not. */
void uk_waitq_add(struct uk_waitq *wq, struct uk_waitq_entry *entry);
void uk_waitq_remove(struct uk_waitq *wq, struct uk_waitq_entry *entry);

/** Puts a place of the running thread into the queue and blocks the thread; it goes on up to its
 * next uk_sched_yield(). */
#define uk_waitq_add_waiter(wq, w) uk_waitq_begin((wq), (w), 0)
#define uk_waitq_remove_waiter(wq, w) uk_waitq_remove((wq), (w))
/** The same with a time at which it is woken at the latest (0: no limit). */
void uk_waitq_begin(struct uk_waitq *wq, struct uk_waitq_entry *entry, __snsec deadline);

/** Wakes all waiting threads, or the one that has waited longest. They are no longer in the queue
 * then. May be called by interrupt handlers. */
void uk_waitq_wake_up(struct uk_waitq *wq);
void uk_waitq_wake_up_one(struct uk_waitq *wq);

/** Waits in the queue until woken by it (which takes `entry` out) or until the monotonic clock
 * reads `deadline` (0: no limit). Called with interrupts off, which they are on return. Returns 0
 * when it was woken, otherwise 1. */
int uk_waitq_wait_irqoff(struct uk_waitq *wq, struct uk_waitq_entry *entry, __nsec deadline);

/** True when there is a deadline and it is over. */
static inline int uk_waitq_is_late(__nsec deadline)
{
    return deadline && ukplat_monotonic_clock() >= deadline;
}

/* Waits until a condition holds; gives a lock back meanwhile. The value is 1 when time ran out. */
#define _UK_WAITQ_WAIT(wq, condition, deadline, lock_fn, unlock_fn, lock)                          \
    ({                                                                                             \
        const __nsec uk_waitq_end = (__nsec)(deadline);                                            \
        int uk_waitq_late = 0;                                                                     \
        struct uk_waitq_entry uk_waitq_place;                                                      \
        uk_waitq_entry_init(&uk_waitq_place, uk_thread_current());                                 \
        for (;;) {                                                                                 \
            const unsigned long uk_waitq_flags = ukplat_lcpu_save_irqf();                          \
            const int uk_waitq_met = !!(condition);                                                \
            uk_waitq_late = !uk_waitq_met && uk_waitq_is_late(uk_waitq_end);                       \
            if (uk_waitq_met || uk_waitq_late) {                                                   \
                ukplat_lcpu_restore_irqf(uk_waitq_flags);                                          \
                break;                                                                             \
            }                                                                                      \
            uk_waitq_begin((wq), &uk_waitq_place, (__snsec)uk_waitq_end);                          \
            ukplat_lcpu_restore_irqf(uk_waitq_flags);                                              \
            unlock_fn(lock);                                                                       \
            uk_sched_yield();                                                                      \
            lock_fn(lock);                                                                         \
            uk_waitq_remove((wq), &uk_waitq_place);                                                \
        }                                                                                          \
        uk_waitq_late;                                                                             \
    })

/* For waiting without a lock. */
static inline void _uk_waitq_no_lock(const void *lock)
{
    (void)lock;
}

/** Waits until `condition` holds. With _locked, `unlock_fn(lock)` is called before the thread gives
 * the processor away, and `lock_fn(lock)` afterwards. With _deadline the value is 1 when the
 * monotonic clock reached `deadline` (0: no limit) first, otherwise 0. */
#define uk_waitq_wait_event(wq, condition)                                                         \
    _UK_WAITQ_WAIT(wq, condition, 0, _uk_waitq_no_lock, _uk_waitq_no_lock, NULL)
#define uk_waitq_wait_event_locked(wq, condition, lock_fn, unlock_fn, lock)                        \
    _UK_WAITQ_WAIT(wq, condition, 0, lock_fn, unlock_fn, lock)
#define uk_waitq_wait_event_deadline(wq, condition, deadline)                                      \
    _UK_WAITQ_WAIT(wq, condition, deadline, _uk_waitq_no_lock, _uk_waitq_no_lock, NULL)
#define uk_waitq_wait_event_deadline_locked(wq, condition, deadline, lock_fn, unlock_fn, lock)     \
    _UK_WAITQ_WAIT(wq, condition, deadline, lock_fn, unlock_fn, lock)

#ifdef __cplusplus
}
#endif
