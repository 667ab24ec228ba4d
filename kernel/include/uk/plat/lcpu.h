/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Interrupts on and off, and halting the processor. */

#include <uk/arch/lcpu.h>
#include <uk/arch/time.h>
#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

void ukplat_lcpu_enable_irq(void);
void ukplat_lcpu_disable_irq(void);

/** Switches interrupts off; returns what ukplat_lcpu_restore_irqf() needs to undo it. */
unsigned long ukplat_lcpu_save_irqf(void);
/** Interrupts on or off as they were; `saved` is what ukplat_lcpu_save_irqf() returned. */
void ukplat_lcpu_restore_irqf(unsigned long saved);

/** Not 0 when interrupts are off. */
int ukplat_lcpu_irqs_disabled(void);

/** Lets pending interrupts in for a moment when they are off. */
void ukplat_lcpu_irqs_handle_pending(void);

/** Stops the processor for good. */
void ukplat_lcpu_halt(void) __noreturn;

/** Sleeps until an interrupt has been handled. To be called with interrupts off, which they are
 * again on return: what the caller checked before cannot change unseen. */
void ukplat_lcpu_halt_irq(void);

/** The same, but no longer than until the monotonic clock reads `deadline`. */
void ukplat_lcpu_halt_irq_until(__nsec deadline);

/** Processor indexes and identifiers; one processor for the time being. */
typedef __u32 __lcpuidx;
typedef __u64 __lcpuid;
#define ukplat_lcpu_id() (0)
#define ukplat_lcpu_idx() (0)
#define ukplat_lcpu_count() (1)

#define UKPLAT_PER_LCPU_DEFINE(type, name) type name[1]
#define UKPLAT_PER_LCPU_ARRAY_DEFINE(type, name, size) type name[1][size]
#define ukplat_per_lcpu(name, idx) name[idx]
#define ukplat_per_lcpu_current(name) ukplat_per_lcpu(name, ukplat_lcpu_idx())
#define ukplat_per_lcpu_array(name, idx, i) name[idx][i]
#define ukplat_per_lcpu_array_current(name, i) ukplat_per_lcpu_array(name, ukplat_lcpu_idx(), i)

#ifdef __cplusplus
}
#endif
