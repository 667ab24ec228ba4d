/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Spin locks, for stretches too short to wait for in any other way. Whoever holds one is not
 * preempted, and must not block. */

#include <uk/arch/spinlock.h>
#include <uk/config.h>
#include <uk/plat/lcpu.h>
#include <uk/preempt.h>

#ifdef CONFIG_LIBUKLOCK_TICKETLOCK
#include <uk/arch/ticketlock.h>
#define uk_spinlock __ticketlock
#define UK_SPINLOCK_INITIALIZER() UKARCH_TICKETLOCK_INITIALIZER()
#define _UK_SPIN(operation) ukarch_ticket_##operation
#else
#define uk_spinlock __spinlock
#define UK_SPINLOCK_INITIALIZER() UKARCH_SPINLOCK_INITIALIZER()
#define _UK_SPIN(operation) ukarch_spin_##operation
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Makes the memory of a lock one that is not locked. */
static inline void uk_spin_init(struct uk_spinlock *lock)
{
    _UK_SPIN(init)(lock);
}

static inline void uk_spin_lock(struct uk_spinlock *lock)
{
    uk_preempt_disable();
    _UK_SPIN(lock)(lock);
}

static inline void uk_spin_unlock(struct uk_spinlock *lock)
{
    _UK_SPIN(unlock)(lock);
    uk_preempt_enable();
}

/** Locks it and returns 1, or returns 0 at once because it is locked. */
static inline int uk_spin_trylock(struct uk_spinlock *lock)
{
    uk_preempt_disable();
    if (_UK_SPIN(trylock)(lock))
        return 1;
    uk_preempt_enable();
    return 0;
}

static inline int uk_spin_is_locked(struct uk_spinlock *lock)
{
    return _UK_SPIN(is_locked)(lock);
}

/** The same for locks that interrupt handlers take, too: interrupts are off while it is held. */
#define uk_spin_lock_irq(lock)                                                                     \
    do {                                                                                           \
        ukplat_lcpu_disable_irq();                                                                 \
        uk_spin_lock(lock);                                                                        \
    } while (0)

#define uk_spin_unlock_irq(lock)                                                                   \
    do {                                                                                           \
        uk_spin_unlock(lock);                                                                      \
        ukplat_lcpu_enable_irq();                                                                  \
    } while (0)

/** The same, keeping in `flags` (unsigned long) whether interrupts were on. The value of the
 * _trylock is that of uk_spin_trylock(); interrupts are as they were when that is 0. */
#define uk_spin_lock_irqsave(lock, flags)                                                          \
    do {                                                                                           \
        (flags) = ukplat_lcpu_save_irqf();                                                         \
        uk_spin_lock(lock);                                                                        \
    } while (0)

#define uk_spin_unlock_irqrestore(lock, flags)                                                     \
    do {                                                                                           \
        uk_spin_unlock(lock);                                                                      \
        ukplat_lcpu_restore_irqf(flags);                                                           \
    } while (0)

#define uk_spin_trylock_irqsave(lock, flags)                                                       \
    ({                                                                                             \
        (flags) = ukplat_lcpu_save_irqf();                                                         \
        const int uk_spin_taken = uk_spin_trylock(lock);                                           \
        if (!uk_spin_taken)                                                                        \
            ukplat_lcpu_restore_irqf(flags);                                                       \
        uk_spin_taken;                                                                             \
    })

#ifdef __cplusplus
}
#endif
