/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Error numbers in pointers: the last 4095 addresses are never valid and stand for -errno. */

#include <uk/arch/types.h>

#define UK_ERRPTR_MAX 4095

/** The negative error number as a pointer and back, and whether a pointer is one. */
#define ERR2PTR(error) ((void *)(__sptr)(error))
#define PTR2ERR(pointer) ((int)(__sptr)(pointer))
#define PTRISERR(pointer) (-(__uptr)(pointer)-1 < UK_ERRPTR_MAX)
