/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Locks for one thread that writes or several that read. A thread that comes to read waits behind
 * those that wait to write; after a writer all that wait to read have their turn. So neither kind
 * keeps the other waiting for ever.
 *
 * A thread that ends with one locked leaves it locked for ever: for all when it wrote (a warning
 * names the thread), for those that want to write when it read. */

#include <uk/config.h>

#ifdef CONFIG_LIBUKLOCK_RWLOCK

#include <uk/wait.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A flag of such locks: the writer can lock it again, and unlocks it as often. */
#define UK_RWLOCK_CONFIG_WRITE_RECURSE 0x01

/** A lock. */
struct uk_rwlock
{
    int nactive; /**< how many read; below 0: how often the writer has locked it */
    unsigned int config_flags;
    struct uk_thread *writer;
    struct uk_thread *upgrader; /**< reads, and waits to write */
    struct uk_waitq shared;     /**< waiting to read */
    struct uk_waitq exclusive;  /**< waiting to write */
    struct uk_waitq upgrade;    /**< the upgrader */
};

/* clang-format off */
#define UK_RWLOCK_INITIALIZER(name, flags)                                                         \
    {0, (flags), NULL, NULL, UK_WAIT_QUEUE_INITIALIZER((name).shared),                             \
     UK_WAIT_QUEUE_INITIALIZER((name).exclusive), UK_WAIT_QUEUE_INITIALIZER((name).upgrade)}
/* clang-format on */

/** Makes memory a lock that is not locked, with UK_RWLOCK_CONFIG_ flags. */
void uk_rwlock_init_config(struct uk_rwlock *rwl, unsigned int config_flags);
#define uk_rwlock_init(rwl) uk_rwlock_init_config(rwl, 0)

static inline int uk_rwlock_is_write_recursive(const struct uk_rwlock *rwl)
{
    return rwl->config_flags & UK_RWLOCK_CONFIG_WRITE_RECURSE;
}

/** Locks to read, or to write; waits as long as that cannot be. */
void uk_rwlock_rlock(struct uk_rwlock *rwl);
void uk_rwlock_wlock(struct uk_rwlock *rwl);

/** The same without waiting: return 1 when it is locked then, otherwise 0. */
int uk_rwlock_try_rlock(struct uk_rwlock *rwl);
int uk_rwlock_try_wlock(struct uk_rwlock *rwl);

/** Unlock it. */
void uk_rwlock_runlock(struct uk_rwlock *rwl);
void uk_rwlock_wunlock(struct uk_rwlock *rwl);

/** Makes of a lock to read one to write, before all others that wait. Returns 0, or -EBUSY at once,
 * with the lock still one to read, when another thread waits for the same: each would wait for the
 * other. */
int uk_rwlock_upgrade(struct uk_rwlock *rwl);
/** Makes of a lock to write, locked once, one to read. */
void uk_rwlock_downgrade(struct uk_rwlock *rwl);

#ifdef __cplusplus
}
#endif

#endif /* CONFIG_LIBUKLOCK_RWLOCK */
