/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Time in nanoseconds, and conversions. */

#include <uk/arch/limits.h>
#include <uk/arch/types.h>

/** Nanoseconds: a point on a clock or a duration; __snsec for differences that may be negative. */
typedef __u64 __nsec;
typedef __s64 __snsec;

#define __PRInsec __PRIu64
#define __PRIsnsec __PRIs64
#define __NSEC_MAX __U64_MAX
#define __SNSEC_MAX __S64_MAX
#define __SNSEC_MIN __S64_MIN

#define UKARCH_NSEC_PER_SEC ((__snsec)1000000000L)

/** Conversions; what is less than a whole unit is dropped. */
#define ukarch_time_nsec_to_sec(time) ((time) / UKARCH_NSEC_PER_SEC)
#define ukarch_time_nsec_to_msec(time) ((time) / (UKARCH_NSEC_PER_SEC / 1000))
#define ukarch_time_nsec_to_usec(time) ((time) / (UKARCH_NSEC_PER_SEC / 1000000))
/** The part of `time` that ukarch_time_nsec_to_sec() drops, in nanoseconds. */
#define ukarch_time_subsec(time) ((time) % UKARCH_NSEC_PER_SEC)
#define ukarch_time_sec_to_nsec(sec) ((sec)*UKARCH_NSEC_PER_SEC)
#define ukarch_time_msec_to_nsec(msec) ((msec)*1000000L)
#define ukarch_time_usec_to_nsec(usec) ((usec)*1000L)
