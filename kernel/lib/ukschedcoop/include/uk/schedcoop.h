/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#include <uk/alloc.h>
#include <uk/sched.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A cooperative scheduler: a thread runs until it blocks or yields, then the one that has been
 * ready longest. Priorities do not matter. Threads that it creates are allocated from `a`, their
 * stacks from `a_stack`, auxiliary stacks from `a_auxstack` and thread-local variables from
 * `a_uktls`; the last two may be NULL: threads have none. Returns NULL when there is no memory. */
struct uk_sched *uk_schedcoop_create(struct uk_alloc *a, struct uk_alloc *a_stack,
                                     struct uk_alloc *a_auxstack, struct uk_alloc *a_uktls);

#ifdef __cplusplus
}
#endif
