/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Dates of the Gregorian calendar as hardware clocks show them. */

#include <uk/arch/time.h>

#ifdef __cplusplus
extern "C" {
#endif

#define __SECS_PER_MINUTE 60
#define __SECS_PER_HOUR 3600
#define __SECS_PER_DAY 86400
#define __DAYS_PER_COMMON_YEAR (365)
#define __DAYS_PER_LEAP_YEAR (__DAYS_PER_COMMON_YEAR + 1)

/** A point in time: the whole year (2024), months and days from 1, UTC. */
struct uktimeconv_bmkclock
{
    __s64 dt_year;
    __u8 dt_mon;
    __u8 dt_day;
    __u8 dt_hour;
    __u8 dt_min;
    __u8 dt_sec;
};

/** 1 for a year of the Gregorian calendar that has a 29th of February, otherwise 0. */
int uktimeconv_is_leap_year(__s64 year);

/** 28 to 31; `month` from 1 to 12, 0 for anything else. */
__u8 uktimeconv_days_in_month(__u8 month, int leap);

/** 365 or 366. */
static inline __u16 uktimeconv_days_per_year(__s64 year)
{
    return (__u16)(__DAYS_PER_COMMON_YEAR + uktimeconv_is_leap_year(year));
}

/** Nanoseconds since 1970-01-01 00:00; 0 for a date before that or one that does not exist. */
__nsec uktimeconv_bmkclock_to_nsec(struct uktimeconv_bmkclock *date);

/** Two decimal digits in one byte (binary-coded decimal). */
static inline unsigned int uktimeconv_bcdtobin(unsigned int digits)
{
    const unsigned int tens = digits / 16 % 16;
    return digits % 16 + 10 * tens;
}

#ifdef __cplusplus
}
#endif
