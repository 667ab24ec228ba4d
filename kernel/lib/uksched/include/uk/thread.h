/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Threads. A thread has a stack, its own copy of thread-local variables, and memory for extended
 * registers; a scheduler (<uk/sched.h>) runs it. Everything here is for one processor. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uk/alloc.h>
#include <uk/arch/ctx.h>
#include <uk/arch/lcpu.h>
#include <uk/arch/time.h>
#include <uk/essentials.h>
#include <uk/list.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/tls.h>
#include <uk/prio.h>
#include <uk/wait_types.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_sched;

/** Functions that threads start with. They do not return; uk_sched_thread_exit() ends a thread. */
typedef void (*uk_thread_fn0_t)(void) __noreturn;
typedef void (*uk_thread_fn1_t)(void *) __noreturn;
typedef void (*uk_thread_fn2_t)(void *, void *) __noreturn;

/** Called when a thread's memory is about to be freed, by another thread. Must not block. */
typedef void (*uk_thread_dtor_t)(struct uk_thread *thread);
/** The same for what a thread leaves behind when it ends (uk_sched_thread_exit2()). */
typedef void (*uk_thread_gc_t)(struct uk_thread *thread, void *argument);

/** A thread. */
struct uk_thread
{
    struct ukarch_ctx ctx; /**< where it goes on, while it does not run */
    struct ukarch_ectx
        *ectx;     /**< its extended registers while it is preempted; NULL: it uses none */
    __uptr tlsp;   /**< TLS pointer, while it does not run */
    __uptr uktlsp; /**< TLS pointer of this image's variables; 0: it has none */
    __uptr auxsp;  /**< upper end of the auxiliary stack; 0: it has none */
    struct uk_list_head queue; /**< for the scheduler: threads ready to run */
    __u32 flags;               /**< UK_THREADF_ */
    __snsec wakeup_time;       /**< by the monotonic clock, while it is blocked; 0: never */
    struct
    {
        struct uk_thread *child;
        struct uk_thread *next;
        struct uk_thread *prev;
    } sleep; /**< for the scheduler: sleeping threads by time */
    struct uk_sched *sched;
    int prio;           /**< UK_THREAD_PRIO_MIN to UK_THREAD_PRIO_MAX; only some schedulers look */
    unsigned int locks; /**< mutexes, and rwlocks as their writer, that it has locked */
    __nsec timeslice;   /**< how long it runs while others could; 0: as the scheduler has it */
    struct
    {
        struct uk_alloc *t_a; /**< of this structure; NULL: not ours to free, like the rest */
        void *stack;
        __sz stack_size;
        struct uk_alloc *stack_a;
        void *uktls;
        struct uk_alloc *uktls_a;
        void *auxstack;
        struct uk_alloc *auxstack_a;
    } _mem;
    uk_thread_gc_t _gc_fn;
    void *_gc_argp;
    uk_thread_dtor_t dtor;
    void *priv;                      /**< of whoever made the thread */
    __nsec exec_time;                /**< time it ran, with LIBUKSCHED_EXEC_TIME */
    const char *name;                /**< or NULL */
    struct uk_list_head thread_list; /**< all threads of the scheduler */
    struct uk_list_head waits;       /**< places in wait queues */
};

/** All threads of a scheduler. */
struct uk_thread_list
{
    struct uk_list_head head;
};

/** Flags of a thread: what it has ... */
#define UK_THREADF_ECTX 0x001
#define UK_THREADF_AUXSP 0x002
#define UK_THREADF_UKTLS 0x004
/** ... and how it is: it wants to run; it ended; a scheduler may queue it. */
#define UK_THREADF_RUNNABLE 0x008
#define UK_THREADF_EXITED 0x010
#define UK_THREADF_QUEUEABLE 0x020
/* For schedulers: it is among the sleeping threads; its context is that of a thread that ran. */
#define UK_THREADF_SLEEPING 0x100
#define UK_THREADF_STARTED 0x200

#define uk_thread_is_exited(t) ((t)->flags & UK_THREADF_EXITED)
#define uk_thread_is_runnable(t)                                                                   \
    (((t)->flags & (UK_THREADF_EXITED | UK_THREADF_RUNNABLE)) == UK_THREADF_RUNNABLE)
#define uk_thread_is_blocked(t) (((t)->flags & (UK_THREADF_EXITED | UK_THREADF_RUNNABLE)) == 0)
#define uk_thread_is_queueable(t) ((t)->flags & UK_THREADF_QUEUEABLE)

#define uk_thread_set_runnable(t) ((void)((t)->flags |= UK_THREADF_RUNNABLE))
#define uk_thread_set_blocked(t) ((void)((t)->flags &= ~(__u32)UK_THREADF_RUNNABLE))
#define uk_thread_set_queueable(t) ((void)((t)->flags |= UK_THREADF_QUEUEABLE))
#define uk_thread_clear_queueable(t) ((void)((t)->flags &= ~(__u32)UK_THREADF_QUEUEABLE))

/** Priorities: of two threads that want to run, a preemptive scheduler runs the one with the
 * greater number. */
#define UK_THREAD_PRIO_MIN 0
#define UK_THREAD_PRIO_DEFAULT 7
#define UK_THREAD_PRIO_MAX 15

/** Sets and tells the priority, and how long the thread runs (in ns; 0: as the scheduler has it)
 * while others of its priority want to. Returns 0, or -EINVAL for a priority that does not exist.
 */
int uk_thread_set_prio(struct uk_thread *thread, int prio);
int uk_thread_get_prio(const struct uk_thread *thread);
int uk_thread_set_timeslice(struct uk_thread *thread, __nsec timeslice);
__nsec uk_thread_get_timeslice(const struct uk_thread *thread);

extern UKPLAT_PER_LCPU_DEFINE(struct uk_thread *, __uk_sched_thread_current);

/** The running thread; NULL before a scheduler has started. */
static inline struct uk_thread *uk_thread_current(void)
{
    return ukplat_per_lcpu_current(__uk_sched_thread_current);
}

/** Ends a thread, or the running one. */
#define uk_thread_terminate(thread) uk_sched_thread_terminate(thread)
#define uk_thread_exit() uk_sched_thread_exit()

/** Makes memory a thread that goes on at `ip` with stack pointer `sp`. `tlsp` is its TLS pointer,
 * one of this image's variables if `is_uktls`. `ectx` may be NULL. With `ip` 0 the thread's context
 * is not set. Returns 0 or a negative errno value, that of an init function (UK_THREAD_INIT). */
int uk_thread_init_bare(struct uk_thread *t, __uptr ip, __uptr sp, __uptr auxsp, __uptr tlsp,
                        bool is_uktls, struct ukarch_ectx *ectx, const char *name, void *priv,
                        uk_thread_dtor_t dtor);

/** The same for a thread that calls a function on the stack that ends at `sp`. */
int uk_thread_init_bare_fn0(struct uk_thread *t, uk_thread_fn0_t fn, __uptr sp, __uptr auxsp,
                            __uptr tlsp, bool is_uktls, struct ukarch_ectx *ectx, const char *name,
                            void *priv, uk_thread_dtor_t dtor);
int uk_thread_init_bare_fn1(struct uk_thread *t, uk_thread_fn1_t fn, void *argp, __uptr sp,
                            __uptr auxsp, __uptr tlsp, bool is_uktls, struct ukarch_ectx *ectx,
                            const char *name, void *priv, uk_thread_dtor_t dtor);
int uk_thread_init_bare_fn2(struct uk_thread *t, uk_thread_fn2_t fn, void *argp0, void *argp1,
                            __uptr sp, __uptr auxsp, __uptr tlsp, bool is_uktls,
                            struct ukarch_ectx *ectx, const char *name, void *priv,
                            uk_thread_dtor_t dtor);

/** The same with stacks of `stack_len` bytes from `a_stack` (0: __STACK_SIZE), with
 * an auxiliary stack from `a_auxstack` and thread-local variables from `a_uktls` unless those are
 * NULL. With `custom_ectx`, `ectx` (or NULL) is used, otherwise one is allocated with the stack. */
int uk_thread_init_fn0(struct uk_thread *t, uk_thread_fn0_t fn, struct uk_alloc *a_stack,
                       size_t stack_len, struct uk_alloc *a_auxstack, size_t auxstack_len,
                       struct uk_alloc *a_uktls, bool custom_ectx, struct ukarch_ectx *ectx,
                       const char *name, void *priv, uk_thread_dtor_t dtor);
int uk_thread_init_fn1(struct uk_thread *t, uk_thread_fn1_t fn, void *argp,
                       struct uk_alloc *a_stack, size_t stack_len, struct uk_alloc *a_auxstack,
                       size_t auxstack_len, struct uk_alloc *a_uktls, bool custom_ectx,
                       struct ukarch_ectx *ectx, const char *name, void *priv,
                       uk_thread_dtor_t dtor);
int uk_thread_init_fn2(struct uk_thread *t, uk_thread_fn2_t fn, void *argp0, void *argp1,
                       struct uk_alloc *a_stack, size_t stack_len, struct uk_alloc *a_auxstack,
                       size_t auxstack_len, struct uk_alloc *a_uktls, bool custom_ectx,
                       struct ukarch_ectx *ectx, const char *name, void *priv,
                       uk_thread_dtor_t dtor);

/** The same with the thread itself from `a`, with memory for extended registers unless `no_ectx`.
 * They return NULL when there is no memory or an init function fails. A thread that belongs to no
 * scheduler yet is freed by uk_thread_release(). */
struct uk_thread *uk_thread_create_bare(struct uk_alloc *a, __uptr ip, __uptr sp, __uptr auxsp,
                                        __uptr tlsp, bool is_uktls, bool no_ectx, const char *name,
                                        void *priv, uk_thread_dtor_t dtor);
struct uk_thread *uk_thread_create_fn0(struct uk_alloc *a, uk_thread_fn0_t fn,
                                       struct uk_alloc *a_stack, size_t stack_len,
                                       struct uk_alloc *a_auxstack, size_t auxstack_len,
                                       struct uk_alloc *a_uktls, bool no_ectx, const char *name,
                                       void *priv, uk_thread_dtor_t dtor);
struct uk_thread *uk_thread_create_fn1(struct uk_alloc *a, uk_thread_fn1_t fn, void *argp,
                                       struct uk_alloc *a_stack, size_t stack_len,
                                       struct uk_alloc *a_auxstack, size_t auxstack_len,
                                       struct uk_alloc *a_uktls, bool no_ectx, const char *name,
                                       void *priv, uk_thread_dtor_t dtor);
struct uk_thread *uk_thread_create_fn2(struct uk_alloc *a, uk_thread_fn2_t fn, void *argp0,
                                       void *argp1, struct uk_alloc *a_stack, size_t stack_len,
                                       struct uk_alloc *a_auxstack, size_t auxstack_len,
                                       struct uk_alloc *a_uktls, bool no_ectx, const char *name,
                                       void *priv, uk_thread_dtor_t dtor);

/** A thread that has everything but an instruction to begin with; one on a stack of the caller's.
 */
struct uk_thread *uk_thread_create_container(struct uk_alloc *a, struct uk_alloc *a_stack,
                                             size_t stack_len, struct uk_alloc *a_auxstack,
                                             size_t auxstack_len, struct uk_alloc *a_uktls,
                                             bool no_ectx, const char *name, void *priv,
                                             uk_thread_dtor_t dtor);
struct uk_thread *uk_thread_create_container2(struct uk_alloc *a, __uptr sp,
                                              struct uk_alloc *a_auxstack, size_t auxstack_len,
                                              __uptr tlsp, bool is_uktls, bool no_ectx,
                                              const char *name, void *priv, uk_thread_dtor_t dtor);

/** Says where such a thread begins, and that it is runnable. */
void uk_thread_container_init_bare(struct uk_thread *t, __uptr ip);
void uk_thread_container_init_fn0(struct uk_thread *t, uk_thread_fn0_t fn);
void uk_thread_container_init_fn1(struct uk_thread *t, uk_thread_fn1_t fn, void *argp);
void uk_thread_container_init_fn2(struct uk_thread *t, uk_thread_fn2_t fn, void *argp0,
                                  void *argp1);

/** Frees a thread that no scheduler has: calls term functions, the destructor, frees its memory. */
void uk_thread_release(struct uk_thread *t);

/** Marks a thread as ended and calls the term functions. */
void uk_thread_set_exited(struct uk_thread *t);

/** Blocks a thread until it is woken, or until the monotonic clock reads `until` (0: no limit). The
 * running thread goes on up to its next uk_sched_yield(). */
void uk_thread_block_until(struct uk_thread *thread, __snsec until);
/** The same for a duration. */
void uk_thread_block_timeout(struct uk_thread *thread, __nsec nsec);
void uk_thread_block(struct uk_thread *thread);

/** Ends the blocking; does nothing to a thread that is not blocked. May be called by interrupt
 * handlers, too. */
void uk_thread_wake(struct uk_thread *thread);

/** A thread's copy of a thread-local variable. */
#define uk_thread_uktls_var(thread, variable)                                                      \
    (*(__typeof__(&(variable)))((thread)->uktlsp + ((__uptr) & (variable)-ukplat_tlsp_get())))

/** What is done for each new thread. `init` runs with the new thread's variables in place and may
 * fail with a negative errno value; `term` runs when the thread ends, with its variables, too.
 * Either may be NULL. Called for threads that have what `flags` (UK_THREAD_INITF_) names. */
typedef int (*uk_thread_init_func_t)(struct uk_thread *child, struct uk_thread *parent);
typedef void (*uk_thread_term_func_t)(struct uk_thread *child);

struct uk_thread_inittab_entry
{
    __u32 flags;
    uk_thread_init_func_t init;
    uk_thread_term_func_t term;
};

#define UK_THREAD_INITF_ECTX UK_THREADF_ECTX
#define UK_THREAD_INITF_AUXSP UK_THREADF_AUXSP
#define UK_THREAD_INITF_UKTLS UK_THREADF_UKTLS
#define UK_THREAD_INITF_ALL (UK_THREAD_INITF_ECTX | UK_THREAD_INITF_AUXSP | UK_THREAD_INITF_UKTLS)

/** Registers functions by priority (<uk/prio.h>); term functions run in the opposite order. */
#define UK_THREAD_INIT_PRIO_FLAGS(init_fn, term_fn, prio, flags)                                   \
    _UK_THREAD_INIT(init_fn, term_fn, prio, flags)
#define UK_THREAD_INIT_PRIO(init_fn, term_fn, prio)                                                \
    UK_THREAD_INIT_PRIO_FLAGS(init_fn, term_fn, prio, UK_THREAD_INITF_UKTLS)
#define UK_THREAD_INIT(init_fn, term_fn) UK_THREAD_INIT_PRIO(init_fn, term_fn, UK_PRIO_LATEST)

#define _UK_THREAD_INIT(init_fn, term_fn, prio, needs)                                             \
    static const struct uk_thread_inittab_entry __used __section(".uk_thread_inittab" #prio)       \
        __align(8)                                                                                 \
            uk_thread_inittab_##prio##_##init_fn##_##term_fn = {(needs), (init_fn), (term_fn)}

#ifdef __cplusplus
}
#endif
