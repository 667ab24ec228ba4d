/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Error numbers in pointers: the last 4095 addresses are never valid and stand for -errno. */

#include <uk/arch/types.h>

#define UK_ERRPTR_MAX 4095

#define PTR2ERR(ptr) ((int)(__sptr)(ptr))
#define ERR2PTR(err) ((void *)(__sptr)(err))
#define PTRISERR(ptr) ((__uptr)(ptr) >= (__uptr) - UK_ERRPTR_MAX)
