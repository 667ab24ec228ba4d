/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Arithmetic with struct timespec and struct timeval. */

#include <sys/time.h>
#include <time.h>
#include <uk/arch/time.h>

#define uk_time_spec_to_nsec(t) (ukarch_time_sec_to_nsec((t)->tv_sec) + (t)->tv_nsec)
#define uk_time_val_to_nsec(t)                                                                     \
    (ukarch_time_sec_to_nsec((t)->tv_sec) + ukarch_time_usec_to_nsec((t)->tv_usec))

static inline struct timespec uk_time_spec_from_nsec(__snsec ns)
{
    struct timespec result;
    result.tv_sec = ukarch_time_nsec_to_sec(ns);
    result.tv_nsec = ukarch_time_subsec(ns);
    return result;
}

#define uk_time_spec_from_msec(ms) uk_time_spec_from_nsec(ukarch_time_msec_to_nsec(ms))
#define uk_time_spec_from_val(t) uk_time_spec_from_nsec(uk_time_val_to_nsec(t))

static inline struct timeval uk_time_val_from_spec(const struct timespec *t)
{
    struct timeval result;
    result.tv_sec = t->tv_sec;
    result.tv_usec = ukarch_time_nsec_to_usec(t->tv_nsec);
    return result;
}

/** How much later `t2` is than `t1`. */
static inline __snsec uk_time_spec_nsecdiff(const struct timespec *t1, const struct timespec *t2)
{
    return (t2->tv_sec - t1->tv_sec) * UKARCH_NSEC_PER_SEC + t2->tv_nsec - t1->tv_nsec;
}

static inline struct timespec uk_time_spec_sum(const struct timespec *t1, const struct timespec *t2)
{
    struct timespec result;
    result.tv_sec = t1->tv_sec + t2->tv_sec;
    result.tv_nsec = t1->tv_nsec + t2->tv_nsec;
    if (result.tv_nsec >= UKARCH_NSEC_PER_SEC) {
        ++result.tv_sec;
        result.tv_nsec -= UKARCH_NSEC_PER_SEC;
    }
    return result;
}
