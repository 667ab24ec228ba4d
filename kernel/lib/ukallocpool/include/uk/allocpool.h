/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Pools: objects of one size in memory set aside for them. Not to be used by several threads, or
 * in interrupts, at the same time. */

#include <uk/alloc.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_allocpool;

/** Bytes that a pool of `obj_count` objects needs, each of `obj_len` bytes and aligned to the power
 * of two `obj_align`. 0 when they are more than memory has, or the alignment is none. */
__sz uk_allocpool_reqmem(unsigned int obj_count, __sz obj_len, __sz obj_align);

/** A pool in memory of `parent`, to be freed by uk_allocpool_free(). Returns NULL, with errno, when
 * there is no memory or the alignment is wrong. */
struct uk_allocpool *uk_allocpool_alloc(struct uk_alloc *parent, unsigned int obj_count,
                                        __sz obj_len, __sz obj_align);

/** Frees a pool of uk_allocpool_alloc(), to which all objects were returned. */
void uk_allocpool_free(struct uk_allocpool *p);

/** A pool in [base, base + len), with as many objects as fit. Returns NULL when not even the pool
 * itself fits, or the alignment is wrong. */
struct uk_allocpool *uk_allocpool_init(void *base, __sz len, __sz obj_len, __sz obj_align);

/** The pool as an allocator: requests of up to the object size and alignment get an object. */
struct uk_alloc *uk_allocpool2ukalloc(struct uk_allocpool *p);

/** How many objects can be taken. */
unsigned int uk_allocpool_availcount(struct uk_allocpool *p);

/** The size of an object: what was asked for, rounded up to the alignment. */
__sz uk_allocpool_objlen(struct uk_allocpool *p);

/** Takes an object; NULL when there is none. */
void *uk_allocpool_take(struct uk_allocpool *p);

/** Takes up to `count` objects. Returns how many there are in obj[]. */
unsigned int uk_allocpool_take_batch(struct uk_allocpool *p, void *obj[], unsigned int count);

/** Returns objects to the pool that they were taken from. */
void uk_allocpool_return(struct uk_allocpool *p, void *obj);
void uk_allocpool_return_batch(struct uk_allocpool *p, void *obj[], unsigned int count);

#ifdef __cplusplus
}
#endif
