/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Schedulers: each runs the threads it was given, one at a time. */

#include <errno.h>
#include <uk/assert.h>
#include <uk/thread.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a scheduler does; called with interrupts off but for yield, which may be called with them
 * on. For the implementation of schedulers see <uk/sched_impl.h>. */
typedef void (*uk_sched_yield_func_t)(struct uk_sched *s);
typedef int (*uk_sched_thread_add_func_t)(struct uk_sched *s, struct uk_thread *t);
typedef void (*uk_sched_thread_remove_func_t)(struct uk_sched *s, struct uk_thread *t);
typedef void (*uk_sched_thread_blocked_func_t)(struct uk_sched *s, struct uk_thread *t);
typedef void (*uk_sched_thread_woken_func_t)(struct uk_sched *s, struct uk_thread *t);
typedef const struct uk_thread *(*uk_sched_idle_thread_func_t)(struct uk_sched *s,
                                                               unsigned int proc_id);
typedef int (*uk_sched_start_t)(struct uk_sched *s, struct uk_thread *main);
typedef void (*uk_sched_thread_changed_func_t)(struct uk_sched *s, struct uk_thread *t, int prio);

/** A scheduler. Call the functions below instead of its members. */
struct uk_sched
{
    uk_sched_yield_func_t yield;
    uk_sched_thread_add_func_t thread_add;
    uk_sched_thread_remove_func_t thread_remove;
    uk_sched_thread_blocked_func_t thread_blocked;
    uk_sched_thread_woken_func_t thread_woken;
    uk_sched_thread_woken_func_t thread_woken_isr;
    uk_sched_idle_thread_func_t idle_thread; /**< NULL: no thread runs while all are blocked */
    /** Sets the priority; the time slice may have changed, too. NULL: neither matters. */
    uk_sched_thread_changed_func_t thread_changed;
    uk_sched_start_t sched_start;
    bool is_started;
    struct uk_thread_list thread_list;    /**< all that have not ended */
    struct uk_thread_list exited_threads; /**< ended; their memory is to be freed */
    struct uk_alloc *a;                   /**< threads that it creates: the structure, */
    struct uk_alloc *a_stack;             /**< the stack, */
    struct uk_alloc *a_auxstack;          /**< the auxiliary stack (NULL: none), */
    struct uk_alloc *a_uktls;             /**< the thread-local variables (NULL: none) */
    struct uk_sched *next;                /**< all schedulers */
};

/** The scheduler of the running thread; NULL before one has started. */
static inline struct uk_sched *uk_sched_current(void)
{
    struct uk_thread *thread = uk_thread_current();
    return thread ? thread->sched : NULL;
}

/** Lets other threads run. Returns at once when no other wants to, and when the running thread is
 * blocked, after it was woken. */
static inline void uk_sched_yield(void)
{
    struct uk_sched *s = uk_sched_current();
    UK_ASSERT(s);
    s->yield(s);
}

/** Gives a thread to a scheduler, or takes it back; the running thread cannot be taken. Return 0 or
 * a negative errno value. */
int uk_sched_thread_add(struct uk_sched *s, struct uk_thread *t);
int uk_sched_thread_remove(struct uk_thread *t);

/** Tells the scheduler of a thread that it has just been blocked or woken. Interrupts are off. */
static inline void uk_sched_thread_blocked(struct uk_thread *t)
{
    UK_ASSERT(t->sched && !uk_thread_is_runnable(t));
    t->sched->thread_blocked(t->sched, t);
}

static inline void uk_sched_thread_woken(struct uk_thread *t)
{
    UK_ASSERT(t->sched && uk_thread_is_runnable(t));
    t->sched->thread_woken(t->sched, t);
}

/** The thread that runs while all others are blocked, if the scheduler has one, otherwise NULL. */
static inline const struct uk_thread *uk_sched_idle_thread(struct uk_sched *s, unsigned int proc_id)
{
    return s->idle_thread ? s->idle_thread(s, proc_id) : NULL;
}

/** Begins: from now on the caller is a thread of the scheduler, called "init". Returns 0 or a
 * negative errno value. */
int uk_sched_start(struct uk_sched *sched);

/** Creates a thread with the scheduler's allocators (as the functions of <uk/thread.h> do) and adds
 * it. Lengths of 0 mean __STACK_SIZE. Returns NULL when that fails. */
struct uk_thread *uk_sched_thread_create_fn0(struct uk_sched *s, uk_thread_fn0_t fn0,
                                             size_t stack_len, size_t auxstack_len, bool no_uktls,
                                             bool no_ectx, const char *name, void *priv,
                                             uk_thread_dtor_t dtor);
struct uk_thread *uk_sched_thread_create_fn1(struct uk_sched *s, uk_thread_fn1_t fn1, void *argp,
                                             size_t stack_len, size_t auxstack_len, bool no_uktls,
                                             bool no_ectx, const char *name, void *priv,
                                             uk_thread_dtor_t dtor);
struct uk_thread *uk_sched_thread_create_fn2(struct uk_sched *s, uk_thread_fn2_t fn2, void *argp0,
                                             void *argp1, size_t stack_len, size_t auxstack_len,
                                             bool no_uktls, bool no_ectx, const char *name,
                                             void *priv, uk_thread_dtor_t dtor);

/** A thread with the usual stack that calls fn1(argp). */
#define uk_sched_thread_create(s, fn1, argp, name)                                                 \
    uk_sched_thread_create_fn1((s), (fn1), (void *)(argp), 0, 0, false, false, (name), NULL, NULL)

/** Walks over the threads of a scheduler; in the _safe walk `itr` may be removed. */
#define uk_sched_foreach_thread(sched, itr)                                                        \
    uk_list_for_each_entry(itr, &(sched)->thread_list.head, thread_list)
#define uk_sched_foreach_thread_safe(sched, itr, tmp)                                              \
    uk_list_for_each_entry_safe(itr, tmp, &(sched)->thread_list.head, thread_list)

/** Prints the threads of a scheduler (NULL: of all) at a level of messages. */
void uk_sched_dumpk_threads(int klvl, struct uk_sched *s);

/** Blocks the running thread for a time. */
void uk_sched_thread_sleep(__nsec nsec);

/** Ends the running thread. With _exit2, `gc_fn` is called with its argument when the thread's
 * memory is freed. */
void uk_sched_thread_exit(void) __noreturn;
void uk_sched_thread_exit2(uk_thread_gc_t gc_fn, void *gc_argp) __noreturn;

/** Ends a thread, wherever it is; does not return when it is the running one. What it holds stays
 * as it is: locks stay locked. */
void uk_sched_thread_terminate(struct uk_thread *thread);

#ifdef __cplusplus
}
#endif
