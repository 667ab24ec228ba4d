/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The binary buddy allocator. */

#include <uk/alloc.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Makes an allocator out of `len` bytes at `base`, which hold its book-keeping too, and registers
 * it. Only whole pages within count. Returns NULL when there is too little for one page. */
struct uk_alloc *uk_allocbbuddy_init(void *base, __sz len);

#ifdef __cplusplus
}
#endif
