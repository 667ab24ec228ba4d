/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The address sanitizer. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_alloc;

/** Starts to check the memory of `heap`: what follows is allocated through the sanitizer, which becomes
 * the default allocator. Returns 0, or -ENOMEM when there is no eighth of the memory left for it.
 * ukboot calls this, once. */
int uk_kasan_start(struct uk_alloc *heap);

/** Whether each of `size` bytes at `address` may be accessed, as far as the sanitizer knows: 1 or 0. */
int uk_kasan_may_access(const void *address, __sz size);

#ifdef __cplusplus
}
#endif
