/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Condition variables, with mutexes: a thread waits until another one signals that something it
 * looked at under the mutex has changed. */

#include <uk/config.h>

#ifdef CONFIG_LIBUKLOCK_CONDVAR

#include <uk/arch/time.h>
#include <uk/mutex.h>
#include <uk/wait.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A condition variable. */
struct uk_condvar
{
    struct uk_waitq wait;
};

/* clang-format off */
#define UK_CONDVAR_INITIALIZER(name) {UK_WAIT_QUEUE_INITIALIZER((name).wait)}
/* clang-format on */

/** Makes memory a condition variable. */
void uk_condvar_init(struct uk_condvar *c);

/** Unlocks the mutex, which is locked once, waits for a signal, and locks it again. No signal
 * between unlocking and waiting is missed. */
void uk_condvar_wait(struct uk_condvar *c, struct uk_mutex *m);
/** The same for `timeout` ns at most. Returns 0, or -ETIMEDOUT, with the mutex locked either way.
 */
int uk_condvar_wait_to(struct uk_condvar *c, struct uk_mutex *m, __nsec timeout);

/** Wakes the thread that has waited longest, or all. Interrupt handlers may. */
void uk_condvar_signal(struct uk_condvar *c);
void uk_condvar_broadcast(struct uk_condvar *c);

#ifdef __cplusplus
}
#endif

#endif /* CONFIG_LIBUKLOCK_CONDVAR */
