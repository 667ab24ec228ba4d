/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** An allocator of stacks for threads. */

#include <uk/alloc.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Registers an allocator whose memory comes from the pages of `parent`. What uk_malloc() returns
 * is the lowest address of a stack, page-aligned; at least as many bytes as were asked for, rounded
 * up to pages, lie above it and a page that faults right below. A platform that cannot take pages
 * away is warned of. Stacks cannot be resized. Returns NULL when there is no memory. */
struct uk_alloc *uk_allocstack_init(struct uk_alloc *parent);

#ifdef __cplusplus
}
#endif
