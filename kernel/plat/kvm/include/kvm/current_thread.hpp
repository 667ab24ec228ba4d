// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/config.h>
#include <uk/print.h>

#ifdef CONFIG_LIBUKSCHED
#include <uk/thread.h>
#endif

/** What crash reports say about the running thread, where there is one. */
namespace uk::kvm {

/** Addresses from `begin` up to `end`. */
struct AddressRange
{
    __u64 begin;
    __u64 end;

    bool contains(__u64 address, __u64 size = 1) const
    {
        return address >= begin && address < end && size <= end - address;
    }
};

/** The stack that was allocated for the running thread. Empty where none was: the first thread has
 * that of main(). */
inline AddressRange threadStack()
{
#ifdef CONFIG_LIBUKSCHED
    if (const uk_thread *thread = uk_thread_current()) {
        const auto begin = reinterpret_cast<__u64>(thread->_mem.stack);
        return {begin, begin + thread->_mem.stack_size};
    }
#endif
    return {0, 0};
}

/** The page below it, which faults when it is one of ukallocstack. */
inline AddressRange threadStackGuard()
{
    const AddressRange stack = threadStack();
    return stack.begin ? AddressRange{stack.begin - 4096, stack.begin} : stack;
}

/** Prints its name, at critical level. */
inline void dumpThread()
{
#ifdef CONFIG_LIBUKSCHED
    if (const uk_thread *thread = uk_thread_current())
        uk_pr_crit("Thread: %s\n", thread->name ? thread->name : "<unnamed>");
#endif
}

} // namespace uk::kvm
