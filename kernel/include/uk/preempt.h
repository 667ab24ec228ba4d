/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Preemption: with the preemptive scheduler, a thread can lose the processor at any instruction,
 * except in a stretch between these two, which nest. Interrupts stay as they are. Without that
 * scheduler threads are only ever switched when they ask for it, and only the compiler has to be
 * kept from moving accesses out of the stretch. */

#include <uk/arch/lcpu.h>
#include <uk/config.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifdef CONFIG_LIBUKSCHEDPREEMPT
/* How many stretches the running thread is in, and whether it should have been preempted in one. */
extern unsigned int _uk_preempt_depth;
extern int _uk_preempt_missed;
/* Gives the processor away for which preemption came too early. */
void _uk_preempt_make_up(void);
#endif

static inline void uk_preempt_disable(void)
{
#ifdef CONFIG_LIBUKSCHEDPREEMPT
    ++_uk_preempt_depth;
#endif
    barrier();
}

static inline void uk_preempt_enable(void)
{
    barrier();
#ifdef CONFIG_LIBUKSCHEDPREEMPT
    if (--_uk_preempt_depth == 0 && __builtin_expect(_uk_preempt_missed, 0))
        _uk_preempt_make_up();
#endif
}

/** Not 0 between the two. */
static inline int uk_preempt_is_disabled(void)
{
#ifdef CONFIG_LIBUKSCHEDPREEMPT
    return _uk_preempt_depth != 0;
#else
    return 0;
#endif
}

#ifdef __cplusplus
}

namespace uk {

/** Keeps the running thread from being preempted for its lifetime; nests. */
class PreemptGuard
{
public:
    PreemptGuard() { uk_preempt_disable(); }
    ~PreemptGuard() { uk_preempt_enable(); }
    PreemptGuard(const PreemptGuard &) = delete;
    PreemptGuard &operator=(const PreemptGuard &) = delete;
};

} // namespace uk
#endif
