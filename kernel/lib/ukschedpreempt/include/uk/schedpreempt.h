/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/alloc.h>
#include <uk/sched.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A preemptive scheduler. Of the threads that are ready one with the highest priority runs; those
 * of the same priority take turns, each for its time slice (LIBUKSCHEDPREEMPT_TIMESLICE unless it
 * has one of its own). There is one such scheduler. Parameters are those of uk_schedcoop_create().
 * Returns NULL when there is no memory, or when it exists already. */
struct uk_sched *uk_schedpreempt_create(struct uk_alloc *a, struct uk_alloc *a_stack,
                                        struct uk_alloc *a_auxstack, struct uk_alloc *a_uktls);

/** For the platform, after the handlers of every interrupt, with interrupts off: whether the
 * interrupted thread is to call uk_sched_preempt() before it goes on. */
int uk_sched_preempt_wanted(void);

/** Gives the processor to another thread, with interrupts off. Returns, as they were, with the
 * registers of floating point, when it is the caller's turn again. */
void uk_sched_preempt(void);

#ifdef __cplusplus
}
#endif
