/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The platform's clocks. */

#include <uk/arch/time.h>
#include <uk/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Called by ukboot once, with interrupts off; ukplat_time_fini() before power-off. */
void ukplat_time_init(void);
void ukplat_time_fini(void);

/** The interrupt that ends a timed halt. */
__u32 ukplat_time_get_irq(void);

/** Raises the timer interrupt when the monotonic clock reads `when`, or as soon as it can
 * afterwards; maybe earlier, too. Takes the place of an earlier alarm that has not gone off. Timed
 * halts use the same timer: after one there is no alarm. For the preemptive scheduler. */
void ukplat_time_alarm(__nsec when);

/** Nanoseconds since the start of the guest; never goes back. The first call may take up to 2 ms
 * to find the rate of the processor's counter; it is 0 before ukplat_time_init(). */
__nsec ukplat_monotonic_clock(void);
/** The same clock, by its older name. */
__nsec ukplat_time_get_ticks(void);

/** Nanoseconds since 1970-01-01 00:00 UTC; the monotonic clock where the machine has no date. */
__nsec ukplat_wall_clock(void);

/** The length of a tick, which CONFIG_HZ counts in a second. */
#define UKPLAT_TIME_TICK_NSEC (ukarch_time_sec_to_nsec(1L) / CONFIG_HZ)
#define UKPLAT_TIME_TICK_MSEC (1000L / CONFIG_HZ)

#ifdef __cplusplus
}
#endif
