/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** POSIX <sys/time.h>: time in microseconds. Functions come with posix-time. */

#include <sys/types.h>

struct timeval {
    time_t tv_sec;
    suseconds_t tv_usec;
};

struct timezone {
    int tz_minuteswest;
    int tz_dsttime;
};

#ifdef __cplusplus
extern "C" {
#endif

/** The wall clock, UTC; `zone` is ignored. Returns 0. */
int gettimeofday(struct timeval *__restrict now, void *__restrict zone);
/** The clock is the host's: -1 with errno EPERM. */
int settimeofday(const struct timeval *now, const void *zone);

#ifdef __cplusplus
}
#endif
