/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/isr/thread.h>
#include <uk/sched.h>

/** uk_sched_thread_woken() for interrupt handlers. */
static inline void uk_sched_thread_woken_isr(struct uk_thread *t)
{
    UK_ASSERT(t->sched && uk_thread_is_runnable(t));
    t->sched->thread_woken_isr(t->sched, t);
}
