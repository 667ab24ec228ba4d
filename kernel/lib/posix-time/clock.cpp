// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Reading the clocks.

#include "nanoseconds.hpp"

#include <errno.h>
#include <sys/time.h>
#include <sys/times.h>
#include <uk/plat/time.h>
#include <uk/posix-time.h>

namespace {

enum class Source
{
    none,
    wall,
    monotonic
};

Source sourceOf(clockid_t clock)
{
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
        return Source::wall;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
    case CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_THREAD_CPUTIME_ID:
        return Source::monotonic;
    default:
        return Source::none;
    }
}

/** The C face of a system call: errno and -1. */
int report(int result)
{
    if (result >= 0)
        return result;
    errno = -result;
    return -1;
}

} // namespace

extern "C" {

int uk_sys_clock_gettime(clockid_t clock, struct timespec *result)
{
    if (!result)
        return -EFAULT;
    switch (sourceOf(clock)) {
    case Source::wall:
        *result = uk::time::toTimespec(ukplat_wall_clock());
        return 0;
    case Source::monotonic:
        *result = uk::time::toTimespec(ukplat_monotonic_clock());
        return 0;
    default:
        return -EINVAL;
    }
}

int uk_sys_clock_getres(clockid_t clock, struct timespec *result)
{
    if (sourceOf(clock) == Source::none)
        return -EINVAL;
    if (result)
        *result = {0, 1};
    return 0;
}

int uk_sys_clock_settime(clockid_t clock, const struct timespec *)
{
    return clock == CLOCK_REALTIME ? -EPERM : -EINVAL;
}

int uk_sys_gettimeofday(struct timeval *now, void *)
{
    if (!now)
        return -EFAULT;
    const __nsec wall = ukplat_wall_clock();
    now->tv_sec = static_cast<time_t>(wall / uk::time::perSecond);
    now->tv_usec = static_cast<suseconds_t>(wall % uk::time::perSecond / 1000);
    return 0;
}

int uk_sys_settimeofday(const struct timeval *, const void *)
{
    return -EPERM;
}

time_t uk_sys_time(time_t *result)
{
    const auto now = static_cast<time_t>(ukplat_wall_clock() / uk::time::perSecond);
    if (result)
        *result = now;
    return now;
}

int clock_gettime(clockid_t clock, struct timespec *result)
{
    return report(uk_sys_clock_gettime(clock, result));
}

int clock_getres(clockid_t clock, struct timespec *result)
{
    return report(uk_sys_clock_getres(clock, result));
}

int clock_settime(clockid_t clock, const struct timespec *value)
{
    return report(uk_sys_clock_settime(clock, value));
}

int gettimeofday(struct timeval *__restrict now, void *__restrict zone)
{
    return report(uk_sys_gettimeofday(now, zone));
}

int settimeofday(const struct timeval *now, const void *zone)
{
    return report(uk_sys_settimeofday(now, zone));
}

time_t time(time_t *result)
{
    return uk_sys_time(result);
}

clock_t clock(void)
{
    return static_cast<clock_t>(ukplat_monotonic_clock() / (uk::time::perSecond / CLOCKS_PER_SEC));
}

clock_t times(struct tms *result)
{
    // 100 ticks a second, as sysconf(_SC_CLK_TCK) has it on Linux. All time is the program's own.
    const auto now = static_cast<clock_t>(ukplat_monotonic_clock() / (uk::time::perSecond / 100));
    if (result)
        *result = {now, 0, 0, 0};
    return now;
}

} // extern "C"
