/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** POSIX <sys/times.h>. The function comes with posix-time. */

#include <sys/types.h>

struct tms {
    clock_t tms_utime;
    clock_t tms_stime;
    clock_t tms_cutime;
    clock_t tms_cstime;
};

#ifdef __cplusplus
extern "C" {
#endif

/** Hundredths of a second since the start. */
clock_t times(struct tms *result);

#ifdef __cplusplus
}
#endif
