/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Ticket locks: spin locks that are given to whoever has waited longest (D. Reed, R. Kanodia:
 * Synchronization with Eventcounts and Sequencers, 1979). */

#include <uk/arch/lcpu.h>
#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A ticket lock. It is locked while the two numbers differ. */
struct __ticketlock
{
    __u16 serving;
    __u16 next;
};
typedef struct __ticketlock __ticketlock;

/* clang-format off */
#define UKARCH_TICKETLOCK_INITIALIZER() {0, 0}
/* clang-format on */

/** Makes the memory of a lock one that is not locked. */
static inline void ukarch_ticket_init(__ticketlock *lock)
{
    lock->serving = 0;
    lock->next = 0;
}

static inline void ukarch_ticket_lock(__ticketlock *lock)
{
    const __u16 ticket = __atomic_fetch_add(&lock->next, 1, __ATOMIC_RELAXED);
    while (__atomic_load_n(&lock->serving, __ATOMIC_ACQUIRE) != ticket)
        ukarch_spinwait();
}

/** Locks it and returns 1, or returns 0 at once because it is locked. */
static inline int ukarch_ticket_trylock(__ticketlock *lock)
{
    __u16 ticket = __atomic_load_n(&lock->serving, __ATOMIC_ACQUIRE);
    return __atomic_compare_exchange_n(&lock->next, &ticket, (__u16)(ticket + 1), 0,
                                       __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
}

static inline void ukarch_ticket_unlock(__ticketlock *lock)
{
    __atomic_store_n(&lock->serving, (__u16)(lock->serving + 1), __ATOMIC_RELEASE);
}

static inline int ukarch_ticket_is_locked(__ticketlock *lock)
{
    return __atomic_load_n(&lock->serving, __ATOMIC_RELAXED) !=
           __atomic_load_n(&lock->next, __ATOMIC_RELAXED);
}

#ifdef __cplusplus
}
#endif
