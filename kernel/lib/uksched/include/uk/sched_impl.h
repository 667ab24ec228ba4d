/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** What schedulers are made of. */

#include <uk/sched.h>

#ifdef __cplusplus
extern "C" {
#endif

/** All schedulers, by their member `next`. */
extern struct uk_sched *uk_sched_head;

/** Adds a scheduler to them. Returns 0. */
int uk_sched_register(struct uk_sched *s);

/** Fills the structure of a scheduler and registers it. */
#define uk_sched_init(s, start_func, yield_func, thread_add_func, thread_remove_func,              \
                      thread_blocked_func, thread_woken_func, thread_woken_isr_func,               \
                      idle_thread_func, sched_a, sched_a_stack, sched_a_auxstack, sched_a_uktls)   \
    do {                                                                                           \
        (s)->sched_start = (start_func);                                                           \
        (s)->yield = (yield_func);                                                                 \
        (s)->thread_add = (thread_add_func);                                                       \
        (s)->thread_remove = (thread_remove_func);                                                 \
        (s)->thread_blocked = (thread_blocked_func);                                               \
        (s)->thread_woken = (thread_woken_func);                                                   \
        (s)->thread_woken_isr = (thread_woken_isr_func);                                           \
        (s)->idle_thread = (idle_thread_func);                                                     \
        (s)->thread_changed = NULL;                                                                \
        (s)->is_started = false;                                                                   \
        (s)->a = (sched_a);                                                                        \
        (s)->a_stack = (sched_a_stack);                                                            \
        (s)->a_auxstack = (sched_a_auxstack);                                                      \
        (s)->a_uktls = (sched_a_uktls);                                                            \
        UK_INIT_LIST_HEAD(&(s)->thread_list.head);                                                 \
        UK_INIT_LIST_HEAD(&(s)->exited_threads.head);                                              \
        uk_sched_register(s);                                                                      \
    } while (0)

/** Frees the threads of a scheduler that have ended. Returns how many. */
unsigned int uk_sched_thread_gc(struct uk_sched *sched);

/** Makes `next` the running thread. Returns when the caller's turn has come again. Interrupts are
 * off. */
static inline void uk_sched_thread_switch(struct uk_thread *next)
{
    struct uk_thread *previous = ukplat_per_lcpu_current(__uk_sched_thread_current);

    ukplat_per_lcpu_current(__uk_sched_thread_current) = next;
    previous->tlsp = ukplat_tlsp_get();
    if (next->tlsp != previous->tlsp)
        ukplat_tlsp_set(next->tlsp);
    ukarch_ctx_switch(&previous->ctx, &next->ctx);
}

#ifdef __cplusplus
}
#endif
