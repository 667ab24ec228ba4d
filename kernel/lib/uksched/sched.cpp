// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What is alike for all schedulers: which threads there are, and their end.

#include <errno.h>
#include <uk/assert.h>
#include <uk/irq_guard.hpp>
#include <uk/print.h>
#include <uk/sched_impl.h>
#include <uk/wait.h>

using uk::IrqGuard;

namespace {

uk_alloc *localsOf(const uk_sched *s, bool none)
{
    return none ? nullptr : s->a_uktls;
}

/** Adds a thread that was created for the scheduler, if it was. */
uk_thread *adopt(uk_sched *s, uk_thread *t)
{
    if (t && uk_sched_thread_add(s, t)) {
        uk_thread_release(t);
        return nullptr;
    }
    return t;
}

/** The first thread to be freed; it is in no list any more. */
uk_thread *takeExited(uk_sched *s)
{
    IrqGuard guard;
    uk_thread *t;
    uk_list_for_each_entry(t, &s->exited_threads.head, thread_list)
    {
        // The one that is ending still stands on its stack.
        if (t != uk_thread_current()) {
            uk_list_del_init(&t->thread_list);
            t->sched = nullptr;
            return t;
        }
    }
    return nullptr;
}

const char *nameOf(const uk_thread *t)
{
    return t->name ? t->name : "<unnamed>";
}

void dump(int level, uk_sched *s)
{
    uk_thread *t;
    uk_sched_foreach_thread(s, t)
    {
        const char *state = t == uk_thread_current()         ? "running"
                            : uk_thread_is_runnable(t)       ? "ready"
                            : t->flags & UK_THREADF_SLEEPING ? "sleeping"
                                                             : "blocked";
        uk_printk(level, "%p %-16s %-8s priority %d, stack %p, %lu ns\n", static_cast<void *>(t),
                  nameOf(t), state, t->prio, t->_mem.stack, t->exec_time);
    }
}

} // namespace

extern "C" {

UKPLAT_PER_LCPU_DEFINE(struct uk_thread *, __uk_sched_thread_current){};
struct uk_sched *uk_sched_head = nullptr;

int uk_sched_register(struct uk_sched *s)
{
    s->next = uk_sched_head;
    uk_sched_head = s;
    return 0;
}

int uk_sched_start(struct uk_sched *s)
{
    UK_ASSERT(s && !s->is_started && !uk_thread_current());
    const __uptr tlsp = ukplat_tlsp_get();
    uk_thread *t =
        uk_thread_create_bare(s->a, 0, 0, 0, tlsp, tlsp != 0, false, "init", nullptr, nullptr);
    if (!t)
        return -ENOMEM;
    IrqGuard guard;
    uk_thread_set_runnable(t);
    t->flags |= UK_THREADF_STARTED;
    t->sched = s;
    uk_list_add_tail(&t->thread_list, &s->thread_list.head);
    ukplat_per_lcpu_current(__uk_sched_thread_current) = t;
    if (const int error = s->sched_start(s, t)) {
        ukplat_per_lcpu_current(__uk_sched_thread_current) = nullptr;
        uk_list_del_init(&t->thread_list);
        t->sched = nullptr;
        uk_thread_release(t);
        return error;
    }
    s->is_started = true;
    return 0;
}

int uk_sched_thread_add(struct uk_sched *s, struct uk_thread *t)
{
    UK_ASSERT(s && t);
    if (t->sched || uk_thread_is_exited(t))
        return -EINVAL;
    IrqGuard guard;
    // Threads are switched with interrupts off; one that begins has nobody else to enable them.
    if (!(t->flags & UK_THREADF_STARTED) && t->ctx.ip)
        ukarch_ctx_start_with_irqs(&t->ctx);
    t->flags |= UK_THREADF_STARTED;
    t->sched = s;
    uk_list_add_tail(&t->thread_list, &s->thread_list.head);
    if (const int error = s->thread_add(s, t)) {
        uk_list_del_init(&t->thread_list);
        t->sched = nullptr;
        return error;
    }
    return 0;
}

int uk_sched_thread_remove(struct uk_thread *t)
{
    UK_ASSERT(t);
    if (!t->sched || t == uk_thread_current() || uk_thread_is_exited(t))
        return -EINVAL;
    IrqGuard guard;
    t->sched->thread_remove(t->sched, t);
    uk_list_del_init(&t->thread_list);
    t->sched = nullptr;
    return 0;
}

struct uk_thread *uk_sched_thread_create_fn0(struct uk_sched *s, uk_thread_fn0_t fn0,
                                             size_t stack_len, size_t auxstack_len, bool no_uktls,
                                             bool no_ectx, const char *name, void *priv,
                                             uk_thread_dtor_t dtor)
{
    UK_ASSERT(s);
    return adopt(s,
                 uk_thread_create_fn0(s->a, fn0, s->a_stack, stack_len, s->a_auxstack, auxstack_len,
                                      localsOf(s, no_uktls), no_ectx, name, priv, dtor));
}

struct uk_thread *uk_sched_thread_create_fn1(struct uk_sched *s, uk_thread_fn1_t fn1, void *argp,
                                             size_t stack_len, size_t auxstack_len, bool no_uktls,
                                             bool no_ectx, const char *name, void *priv,
                                             uk_thread_dtor_t dtor)
{
    UK_ASSERT(s);
    return adopt(s, uk_thread_create_fn1(s->a, fn1, argp, s->a_stack, stack_len, s->a_auxstack,
                                         auxstack_len, localsOf(s, no_uktls), no_ectx, name, priv,
                                         dtor));
}

struct uk_thread *uk_sched_thread_create_fn2(struct uk_sched *s, uk_thread_fn2_t fn2, void *argp0,
                                             void *argp1, size_t stack_len, size_t auxstack_len,
                                             bool no_uktls, bool no_ectx, const char *name,
                                             void *priv, uk_thread_dtor_t dtor)
{
    UK_ASSERT(s);
    return adopt(s, uk_thread_create_fn2(s->a, fn2, argp0, argp1, s->a_stack, stack_len,
                                         s->a_auxstack, auxstack_len, localsOf(s, no_uktls),
                                         no_ectx, name, priv, dtor));
}

void uk_sched_thread_terminate(struct uk_thread *thread)
{
    UK_ASSERT(thread && thread->sched && !uk_thread_is_exited(thread));
    uk_sched *s = thread->sched;
    if (thread->locks)
        uk_pr_warn("Thread %s ended with %u mutexes or rwlocks locked: nobody can lock them again; "
                   "unlock them before it ends\n",
                   nameOf(thread), thread->locks);
    IrqGuard guard;
    // It may end while it waits; its places in queues lie on its stack.
    while (!uk_list_empty(&thread->waits)) {
        auto *place = uk_list_first_entry(&thread->waits, uk_waitq_entry, thread_link);
        uk_waitq_remove(nullptr, place);
    }
    s->thread_remove(s, thread);
    uk_thread_set_exited(thread);
    uk_list_move_tail(&thread->thread_list, &s->exited_threads.head);
    if (thread == uk_thread_current()) {
        s->yield(s);
        UK_BUG();
    }
}

void uk_sched_thread_exit2(uk_thread_gc_t gc_fn, void *gc_argp)
{
    uk_thread *current = uk_thread_current();
    UK_ASSERT(current);
    current->_gc_fn = gc_fn;
    current->_gc_argp = gc_argp;
    uk_sched_thread_exit();
}

void uk_sched_thread_exit(void)
{
    uk_sched_thread_terminate(uk_thread_current());
    // Nobody switches to a thread that has ended.
    ukplat_crash();
}

unsigned int uk_sched_thread_gc(struct uk_sched *sched)
{
    unsigned int count = 0;
    while (uk_thread *t = takeExited(sched)) {
        uk_thread_release(t);
        ++count;
    }
    return count;
}

void uk_sched_thread_sleep(__nsec nsec)
{
    uk_thread_block_timeout(uk_thread_current(), nsec);
    uk_sched_yield();
}

void uk_sched_dumpk_threads(int klvl, struct uk_sched *s)
{
    for (uk_sched *each = s ? s : uk_sched_head; each; each = s ? nullptr : each->next)
        dump(klvl, each);
}

} // extern "C"
