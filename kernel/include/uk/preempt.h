/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Preemption. Threads are only ever switched when they ask for it, so there is nothing to hold
 * off; the compiler still must not move accesses out of the protected stretch. */

#include <uk/arch/lcpu.h>

static inline void uk_preempt_disable(void)
{
    barrier();
}

static inline void uk_preempt_enable(void)
{
    barrier();
}
