/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** ISO C 7.27 and POSIX <time.h>. What reads a clock or sleeps comes with posix-time. */

#include <sys/types.h>

struct timespec {
    time_t tv_sec;
    long tv_nsec;
};

struct tm {
    int tm_sec;
    int tm_min;
    int tm_hour;
    int tm_mday;
    int tm_mon;
    int tm_year;
    int tm_wday;
    int tm_yday;
    int tm_isdst;
    long tm_gmtoff;
    const char *tm_zone;
};

#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define TIMER_ABSTIME 1
#define CLOCKS_PER_SEC 1000000L

#ifdef __cplusplus
extern "C" {
#endif

/* posix-time */
time_t time(time_t *result);
clock_t clock(void);
int nanosleep(const struct timespec *wanted, struct timespec *remaining);
int clock_gettime(clockid_t clock, struct timespec *result);
int clock_getres(clockid_t clock, struct timespec *result);
int clock_settime(clockid_t clock, const struct timespec *value);
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted,
                    struct timespec *remaining);

/* nolibc: calendar, in UTC everywhere (there is no time zone) */
double difftime(time_t later, time_t earlier);
struct tm *gmtime(const time_t *value);
struct tm *gmtime_r(const time_t *__restrict value, struct tm *__restrict result);
struct tm *localtime(const time_t *value);
struct tm *localtime_r(const time_t *__restrict value, struct tm *__restrict result);
/** Normalises `fields`; -1 with errno EOVERFLOW where the year does not fit. */
time_t mktime(struct tm *fields);
time_t timegm(struct tm *fields);
char *asctime(const struct tm *fields);
char *asctime_r(const struct tm *__restrict fields, char *__restrict to);
char *ctime(const time_t *value);
char *ctime_r(const time_t *__restrict value, char *__restrict to);
size_t strftime(char *__restrict to, size_t size, const char *__restrict format,
                const struct tm *__restrict fields);

#ifdef __cplusplus
}
#endif
