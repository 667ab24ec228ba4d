/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Spin locks: whoever finds one locked tries again until it is not. Use struct uk_spinlock
 * (<uk/spinlock.h>) instead, which keeps the holder from being preempted. */

#include <uk/arch/lcpu.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A spin lock; 0: not locked. */
struct __spinlock
{
    int locked;
};
typedef struct __spinlock __spinlock;

/* clang-format off */
#define UKARCH_SPINLOCK_INITIALIZER() {0}
/* clang-format on */

/** Makes the memory of a lock one that is not locked. */
static inline void ukarch_spin_init(__spinlock *lock)
{
    lock->locked = 0;
}

/** Locks it and returns 1, or returns 0 at once because it is locked. */
static inline int ukarch_spin_trylock(__spinlock *lock)
{
    return !__atomic_exchange_n(&lock->locked, 1, __ATOMIC_ACQUIRE);
}

static inline int ukarch_spin_is_locked(__spinlock *lock)
{
    return __atomic_load_n(&lock->locked, __ATOMIC_RELAXED);
}

static inline void ukarch_spin_lock(__spinlock *lock)
{
    while (!ukarch_spin_trylock(lock)) {
        /* Looking is cheaper than trying. */
        while (ukarch_spin_is_locked(lock))
            ukarch_spinwait();
    }
}

static inline void ukarch_spin_unlock(__spinlock *lock)
{
    __atomic_store_n(&lock->locked, 0, __ATOMIC_RELEASE);
}

#ifdef __cplusplus
}
#endif
