// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Waiting for a clock, with the processor halted.

#include "nanoseconds.hpp"

#include <errno.h>
#include <uk/essentials.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/time.h>
#include <uk/posix-time.h>
#include <unistd.h>

#ifdef CONFIG_LIBUKSCHED
#include <uk/sched.h>
#endif

namespace {

void sleepUntil(__nsec deadline)
{
#ifdef CONFIG_LIBUKSCHED
    // Other threads run meanwhile.
    if (uk_thread *current = uk_thread_current()) {
        while (ukplat_monotonic_clock() < deadline) {
            uk_thread_block_until(current,
                                  static_cast<__snsec>(MIN(deadline, __nsec{__SNSEC_MAX})));
            uk_sched_yield();
        }
        return;
    }
#endif
    const unsigned long flags = ukplat_lcpu_save_irqf();
    while (ukplat_monotonic_clock() < deadline)
        ukplat_lcpu_halt_irq_until(deadline);
    ukplat_lcpu_restore_irqf(flags);
}

void sleepFor(__nsec duration)
{
    __nsec deadline = 0;
    if (__builtin_add_overflow(ukplat_monotonic_clock(), duration, &deadline))
        deadline = __NSEC_MAX;
    sleepUntil(deadline);
}

} // namespace

extern "C" {

int uk_sys_nanosleep(const struct timespec *wanted, struct timespec *remaining)
{
    return uk_sys_clock_nanosleep(CLOCK_MONOTONIC, 0, wanted, remaining);
}

int uk_sys_clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted,
                           struct timespec *remaining)
{
    if (!wanted)
        return -EFAULT;
    if (!uk::time::isValid(*wanted))
        return -EINVAL;
    timespec now;
    if (const int error = uk_sys_clock_gettime(clock, &now))
        return error;
    const __nsec target = uk::time::toNanoseconds(*wanted);
    if (flags & TIMER_ABSTIME) {
        const __nsec current = uk::time::toNanoseconds(now);
        if (target > current)
            sleepFor(target - current);
        return 0;
    }
    sleepFor(target);
    if (remaining)
        *remaining = {};
    return 0;
}

int nanosleep(const struct timespec *wanted, struct timespec *remaining)
{
    const int result = uk_sys_nanosleep(wanted, remaining);
    if (result == 0)
        return 0;
    errno = -result;
    return -1;
}

// Unlike the others this one returns the error number itself.
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted,
                    struct timespec *remaining)
{
    return -uk_sys_clock_nanosleep(clock, flags, wanted, remaining);
}

unsigned int sleep(unsigned int seconds)
{
    sleepFor(seconds * uk::time::perSecond);
    return 0;
}

int usleep(useconds_t microseconds)
{
    sleepFor(microseconds * __nsec{1000});
    return 0;
}

} // extern "C"
