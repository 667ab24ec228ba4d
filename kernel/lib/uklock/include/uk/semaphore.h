/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Semaphores (E. Dijkstra): counts that threads take from and wait for. Whoever has waited longest
 * is served first. */

#include <uk/config.h>

#ifdef CONFIG_LIBUKLOCK_SEMAPHORE

#include <uk/arch/time.h>
#include <uk/wait.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A semaphore. */
struct uk_semaphore
{
    long count;
    struct uk_waitq wait;
};

/* clang-format off */
#define UK_SEMAPHORE_INITIALIZER(name, count) {(count), UK_WAIT_QUEUE_INITIALIZER((name).wait)}
/* clang-format on */

/** Makes memory a semaphore. */
void uk_semaphore_init(struct uk_semaphore *s, long count);

/** Takes one; waits while there is none. */
void uk_semaphore_down(struct uk_semaphore *s);
/** Takes one and returns 1, or returns 0 at once because there is none. Interrupt handlers may. */
int uk_semaphore_down_try(struct uk_semaphore *s);
/** Takes one; waits for `timeout` ns at most. Returns how long it waited, or __NSEC_MAX when it was
 * in vain. */
__nsec uk_semaphore_down_to(struct uk_semaphore *s, __nsec timeout);

/** Gives one. Interrupt handlers may. */
void uk_semaphore_up(struct uk_semaphore *s);

#ifdef __cplusplus
}
#endif

#endif /* CONFIG_LIBUKLOCK_SEMAPHORE */
