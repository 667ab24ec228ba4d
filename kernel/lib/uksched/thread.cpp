// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Making threads and taking them apart.

#include "memory.hpp"

#include <errno.h>
#include <uk/arch/limits.h>
#include <uk/assert.h>
#include <uk/irq_guard.hpp>
#include <uk/sched.h>

extern "C" {
extern const uk_thread_inittab_entry uk_thread_inittab_start[], uk_thread_inittab_end[];
}

namespace {

using uk::ThreadMemory;

/** A call of an init or term function with the variables of the thread it is about. */
struct TableCall
{
    const uk_thread_inittab_entry *entry;
    uk_thread *thread;

    static int init(void *argument)
    {
        const auto *call = static_cast<const TableCall *>(argument);
        return call->entry->init(call->thread, uk_thread_current());
    }
    static int term(void *argument)
    {
        const auto *call = static_cast<const TableCall *>(argument);
        call->entry->term(call->thread);
        return 0;
    }
    int run(ukplat_tlsp_exec_fn function)
    {
        const bool hasItsOwn = thread->uktlsp && thread != uk_thread_current();
        return hasItsOwn ? ukplat_tlsp_exec(thread->uktlsp, function, this) : function(this);
    }
};

bool isFor(const uk_thread_inittab_entry &entry, const uk_thread *thread)
{
    return (entry.flags & thread->flags) == entry.flags;
}

void callTermFunctions(uk_thread *thread, const uk_thread_inittab_entry *end)
{
    while (end > uk_thread_inittab_start) {
        --end;
        if (end->term && isFor(*end, thread))
            TableCall{end, thread}.run(TableCall::term);
    }
}

/** On failure the functions that did run are undone. */
int callInitFunctions(uk_thread *thread)
{
    for (auto entry = uk_thread_inittab_start; entry < uk_thread_inittab_end; ++entry) {
        if (!entry->init || !isFor(*entry, thread))
            continue;
        const int result = TableCall{entry, thread}.run(TableCall::init);
        if (result < 0) {
            callTermFunctions(thread, entry);
            return result;
        }
    }
    return 0;
}

/** What all ways to make a thread are told. */
struct Description
{
    const char *name;
    void *priv;
    uk_thread_dtor_t dtor;
};

/** Fills in a thread that has no context. */
int describe(uk_thread *t, const ThreadMemory &memory, const Description &description)
{
    memory.describe(t);
    t->name = description.name;
    t->priv = description.priv;
    t->prio = UK_THREAD_PRIO_DEFAULT;
    UK_INIT_LIST_HEAD(&t->queue);
    UK_INIT_LIST_HEAD(&t->thread_list);
    UK_INIT_LIST_HEAD(&t->waits);
    if (t->ectx)
        ukarch_ectx_init(t->ectx);
    if (const int error = callInitFunctions(t))
        return error;
    t->dtor = description.dtor;
    return 0;
}

int initialise(uk_thread *t, const ThreadMemory &memory, const Description &description)
{
    *t = uk_thread{};
    const int error = memory.isComplete() ? describe(t, memory, description) : -ENOMEM;
    if (error)
        memory.release();
    return error;
}

/** A thread in memory of its own. */
uk_thread *create(ThreadMemory memory, const Description &description)
{
    uk_thread *t = memory.thread();
    return t && initialise(t, memory, description) == 0 ? t : nullptr;
}

/** A function that takes pointers as one that takes long integers, which are passed the same way.
 */
template <typename To, typename From>
To asEntry(From function)
{
    return reinterpret_cast<To>(reinterpret_cast<__uptr>(function));
}

void startWith(uk_thread *t, uk_thread_fn0_t fn)
{
    ukarch_ctx_init_entry0(&t->ctx, t->ctx.sp, 0, fn);
    uk_thread_set_runnable(t);
}

void startWith(uk_thread *t, uk_thread_fn1_t fn, void *argument)
{
    ukarch_ctx_init_entry1(&t->ctx, t->ctx.sp, 0, asEntry<ukarch_ctx_entry1>(fn),
                           reinterpret_cast<long>(argument));
    uk_thread_set_runnable(t);
}

void startWith(uk_thread *t, uk_thread_fn2_t fn, void *first, void *second)
{
    ukarch_ctx_init_entry2(&t->ctx, t->ctx.sp, 0, asEntry<ukarch_ctx_entry2>(fn),
                           reinterpret_cast<long>(first), reinterpret_cast<long>(second));
    uk_thread_set_runnable(t);
}

/** Initialises a thread in the caller's memory; it starts with a function and its arguments. */
template <typename... Start>
int initialiseWith(uk_thread *t, const ThreadMemory &memory, const Description &description,
                   Start... start)
{
    UK_ASSERT(t);
    const int error = initialise(t, memory, description);
    if (!error)
        startWith(t, start...);
    return error;
}

template <typename... Start>
uk_thread *createWith(const ThreadMemory &memory, const Description &description, Start... start)
{
    uk_thread *t = create(memory, description);
    if (t)
        startWith(t, start...);
    return t;
}

} // namespace

extern "C" {

int uk_thread_init_bare(struct uk_thread *t, __uptr ip, __uptr sp, __uptr auxsp, __uptr tlsp,
                        bool is_uktls, struct ukarch_ectx *ectx, const char *name, void *priv,
                        uk_thread_dtor_t dtor)
{
    UK_ASSERT(t);
    const int error =
        initialise(t, ThreadMemory::given(sp, auxsp, tlsp, is_uktls, ectx), {name, priv, dtor});
    if (!error && ip)
        uk_thread_container_init_bare(t, ip);
    return error;
}

int uk_thread_init_bare_fn0(struct uk_thread *t, uk_thread_fn0_t fn, __uptr sp, __uptr auxsp,
                            __uptr tlsp, bool is_uktls, struct ukarch_ectx *ectx, const char *name,
                            void *priv, uk_thread_dtor_t dtor)
{
    return initialiseWith(t, ThreadMemory::given(sp, auxsp, tlsp, is_uktls, ectx),
                          {name, priv, dtor}, fn);
}

int uk_thread_init_bare_fn1(struct uk_thread *t, uk_thread_fn1_t fn, void *argp, __uptr sp,
                            __uptr auxsp, __uptr tlsp, bool is_uktls, struct ukarch_ectx *ectx,
                            const char *name, void *priv, uk_thread_dtor_t dtor)
{
    return initialiseWith(t, ThreadMemory::given(sp, auxsp, tlsp, is_uktls, ectx),
                          {name, priv, dtor}, fn, argp);
}

int uk_thread_init_bare_fn2(struct uk_thread *t, uk_thread_fn2_t fn, void *argp0, void *argp1,
                            __uptr sp, __uptr auxsp, __uptr tlsp, bool is_uktls,
                            struct ukarch_ectx *ectx, const char *name, void *priv,
                            uk_thread_dtor_t dtor)
{
    return initialiseWith(t, ThreadMemory::given(sp, auxsp, tlsp, is_uktls, ectx),
                          {name, priv, dtor}, fn, argp0, argp1);
}

int uk_thread_init_fn0(struct uk_thread *t, uk_thread_fn0_t fn, struct uk_alloc *a_stack,
                       size_t stack_len, struct uk_alloc *a_auxstack, size_t auxstack_len,
                       struct uk_alloc *a_uktls, bool custom_ectx, struct ukarch_ectx *ectx,
                       const char *name, void *priv, uk_thread_dtor_t dtor)
{
    return initialiseWith(t,
                          ThreadMemory::allocate(nullptr, {a_stack, stack_len},
                                                 {a_auxstack, auxstack_len}, a_uktls, !custom_ectx)
                              .withEctx(ectx),
                          {name, priv, dtor}, fn);
}

int uk_thread_init_fn1(struct uk_thread *t, uk_thread_fn1_t fn, void *argp,
                       struct uk_alloc *a_stack, size_t stack_len, struct uk_alloc *a_auxstack,
                       size_t auxstack_len, struct uk_alloc *a_uktls, bool custom_ectx,
                       struct ukarch_ectx *ectx, const char *name, void *priv,
                       uk_thread_dtor_t dtor)
{
    return initialiseWith(t,
                          ThreadMemory::allocate(nullptr, {a_stack, stack_len},
                                                 {a_auxstack, auxstack_len}, a_uktls, !custom_ectx)
                              .withEctx(ectx),
                          {name, priv, dtor}, fn, argp);
}

int uk_thread_init_fn2(struct uk_thread *t, uk_thread_fn2_t fn, void *argp0, void *argp1,
                       struct uk_alloc *a_stack, size_t stack_len, struct uk_alloc *a_auxstack,
                       size_t auxstack_len, struct uk_alloc *a_uktls, bool custom_ectx,
                       struct ukarch_ectx *ectx, const char *name, void *priv,
                       uk_thread_dtor_t dtor)
{
    return initialiseWith(t,
                          ThreadMemory::allocate(nullptr, {a_stack, stack_len},
                                                 {a_auxstack, auxstack_len}, a_uktls, !custom_ectx)
                              .withEctx(ectx),
                          {name, priv, dtor}, fn, argp0, argp1);
}

struct uk_thread *uk_thread_create_bare(struct uk_alloc *a, __uptr ip, __uptr sp, __uptr auxsp,
                                        __uptr tlsp, bool is_uktls, bool no_ectx, const char *name,
                                        void *priv, uk_thread_dtor_t dtor)
{
    uk_thread *t =
        create(ThreadMemory::given(sp, auxsp, tlsp, is_uktls, nullptr).withThread(a, !no_ectx),
               {name, priv, dtor});
    if (t && ip)
        uk_thread_container_init_bare(t, ip);
    return t;
}

struct uk_thread *uk_thread_create_container(struct uk_alloc *a, struct uk_alloc *a_stack,
                                             size_t stack_len, struct uk_alloc *a_auxstack,
                                             size_t auxstack_len, struct uk_alloc *a_uktls,
                                             bool no_ectx, const char *name, void *priv,
                                             uk_thread_dtor_t dtor)
{
    return create(ThreadMemory::allocate(a, {a_stack, stack_len}, {a_auxstack, auxstack_len},
                                         a_uktls, !no_ectx),
                  {name, priv, dtor});
}

struct uk_thread *uk_thread_create_container2(struct uk_alloc *a, __uptr sp,
                                              struct uk_alloc *a_auxstack, size_t auxstack_len,
                                              __uptr tlsp, bool is_uktls, bool no_ectx,
                                              const char *name, void *priv, uk_thread_dtor_t dtor)
{
    return create(ThreadMemory::given(sp, 0, tlsp, is_uktls, nullptr)
                      .withThread(a, !no_ectx)
                      .withAuxiliaryStack({a_auxstack, auxstack_len}),
                  {name, priv, dtor});
}

struct uk_thread *uk_thread_create_fn0(struct uk_alloc *a, uk_thread_fn0_t fn,
                                       struct uk_alloc *a_stack, size_t stack_len,
                                       struct uk_alloc *a_auxstack, size_t auxstack_len,
                                       struct uk_alloc *a_uktls, bool no_ectx, const char *name,
                                       void *priv, uk_thread_dtor_t dtor)
{
    return createWith(ThreadMemory::allocate(a, {a_stack, stack_len}, {a_auxstack, auxstack_len},
                                             a_uktls, !no_ectx),
                      {name, priv, dtor}, fn);
}

struct uk_thread *uk_thread_create_fn1(struct uk_alloc *a, uk_thread_fn1_t fn, void *argp,
                                       struct uk_alloc *a_stack, size_t stack_len,
                                       struct uk_alloc *a_auxstack, size_t auxstack_len,
                                       struct uk_alloc *a_uktls, bool no_ectx, const char *name,
                                       void *priv, uk_thread_dtor_t dtor)
{
    return createWith(ThreadMemory::allocate(a, {a_stack, stack_len}, {a_auxstack, auxstack_len},
                                             a_uktls, !no_ectx),
                      {name, priv, dtor}, fn, argp);
}

struct uk_thread *uk_thread_create_fn2(struct uk_alloc *a, uk_thread_fn2_t fn, void *argp0,
                                       void *argp1, struct uk_alloc *a_stack, size_t stack_len,
                                       struct uk_alloc *a_auxstack, size_t auxstack_len,
                                       struct uk_alloc *a_uktls, bool no_ectx, const char *name,
                                       void *priv, uk_thread_dtor_t dtor)
{
    return createWith(ThreadMemory::allocate(a, {a_stack, stack_len}, {a_auxstack, auxstack_len},
                                             a_uktls, !no_ectx),
                      {name, priv, dtor}, fn, argp0, argp1);
}

void uk_thread_container_init_bare(struct uk_thread *t, __uptr ip)
{
    ukarch_ctx_init_bare(&t->ctx, t->ctx.sp, ip);
    uk_thread_set_runnable(t);
}

void uk_thread_container_init_fn0(struct uk_thread *t, uk_thread_fn0_t fn)
{
    startWith(t, fn);
}

void uk_thread_container_init_fn1(struct uk_thread *t, uk_thread_fn1_t fn, void *argp)
{
    startWith(t, fn, argp);
}

void uk_thread_container_init_fn2(struct uk_thread *t, uk_thread_fn2_t fn, void *argp0, void *argp1)
{
    startWith(t, fn, argp0, argp1);
}

void uk_thread_set_exited(struct uk_thread *t)
{
    if (uk_thread_is_exited(t))
        return;
    t->flags |= UK_THREADF_EXITED;
    callTermFunctions(t, uk_thread_inittab_end);
}

void uk_thread_release(struct uk_thread *t)
{
    UK_ASSERT(t && !t->sched && t != uk_thread_current());
    uk_thread_set_exited(t);
    if (t->_gc_fn)
        t->_gc_fn(t, t->_gc_argp);
    if (t->dtor)
        t->dtor(t);
    // Another thread at this address would be taken for the owner of what it has locked.
    if (t->locks)
        t->_mem.t_a = nullptr;
    ThreadMemory::of(t).release();
}

} // extern "C"
