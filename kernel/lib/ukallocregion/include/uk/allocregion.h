/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** An allocator that gives out memory from the beginning of a region to its end. */

#include <uk/alloc.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Registers an allocator that has [base, base + len), where it keeps its own data, too. Frees only
 * what it gave out last. Returns NULL when the region is too small. */
struct uk_alloc *uk_allocregion_init(void *base, __sz len);

#ifdef __cplusplus
}
#endif
