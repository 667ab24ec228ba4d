// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "abi.hpp"

#include <uk/assert.h>
#include <uk/config.h>
#ifdef CONFIG_LIBUKSCHED
#include <uk/sched.h>
#endif

namespace {

/** A guard: the compiler looks at the first byte only. */
struct Guard
{
    __u8 isInitialised;
    __u8 isUnderWay;
    __u16 unused;
    __u32 thread; // that initialises, as far as it fits
};
static_assert(sizeof(Guard) == sizeof(__u64));

#ifdef CONFIG_LIBUKSCHED
__u32 currentThread()
{
    return static_cast<__u32>(reinterpret_cast<__uptr>(uk_thread_current()) >> 4);
}

void letOthersRun()
{
    uk_sched_yield();
}
#else
__u32 currentThread()
{
    return 0;
}

void letOthersRun() {}
#endif

Guard &of(__u64 *guard)
{
    return *reinterpret_cast<Guard *>(guard);
}

} // namespace

extern "C" {

int __cxa_guard_acquire(__u64 *guard)
{
    Guard &self = of(guard);
    for (;;) {
        if (__atomic_load_n(&self.isInitialised, __ATOMIC_ACQUIRE))
            return 0;
        if (!__atomic_exchange_n(&self.isUnderWay, 1, __ATOMIC_ACQ_REL)) {
            self.thread = currentThread();
            return 1;
        }
        if (self.thread == currentThread())
            UK_CRASH("A local static variable needs itself for its initialisation\n");
        letOthersRun();
    }
}

void __cxa_guard_release(__u64 *guard)
{
    __atomic_store_n(&of(guard).isInitialised, 1, __ATOMIC_RELEASE);
}

void __cxa_guard_abort(__u64 *guard)
{
    __atomic_store_n(&of(guard).isUnderWay, 0, __ATOMIC_RELEASE);
}

void __cxa_pure_virtual()
{
    UK_CRASH("A virtual function without a body was called: by a constructor or destructor, or for "
             "an object that has ended\n");
}

void __cxa_deleted_virtual()
{
    UK_CRASH("A deleted virtual function was called\n");
}

} // extern "C"
