/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The system calls of POSIX time, for use within the kernel: they return 0 or a negative errno
 * value and leave errno alone. */

#include <sys/time.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The realtime clocks read the wall clock, the others the monotonic one; the program's and the
 * thread's processor time is the time since the start. -EINVAL for another clock. */
int uk_sys_clock_gettime(clockid_t clock, struct timespec *result);
int uk_sys_clock_getres(clockid_t clock, struct timespec *result);
/** -EPERM for the realtime clock: it is the host's. -EINVAL for others. */
int uk_sys_clock_settime(clockid_t clock, const struct timespec *value);
int uk_sys_gettimeofday(struct timeval *now, void *zone);
int uk_sys_settimeofday(const struct timeval *now, const void *zone);
time_t uk_sys_time(time_t *result);

/** Halts the processor until the time has come. Nothing interrupts the wait, so `remaining`, where
 * it is not NULL, is set to 0. -EINVAL for a time that is none. */
int uk_sys_nanosleep(const struct timespec *wanted, struct timespec *remaining);
/** `flags` may hold TIMER_ABSTIME. */
int uk_sys_clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted,
                           struct timespec *remaining);

#ifdef __cplusplus
}
#endif
