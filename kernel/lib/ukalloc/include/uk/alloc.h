/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Memory allocators. An allocator is a table of functions; several can be registered, the first is
 * the default one. Failing requests return NULL (and set errno where C's functions do). */

#include <errno.h>
#include <stddef.h>
#include <uk/arch/types.h>
#include <uk/assert.h>
#include <uk/config.h>
#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_alloc;

/** The functions of an allocator; what each does is said where it is called, below. */
typedef void *(*uk_alloc_malloc_func_t)(struct uk_alloc *self, __sz bytes);
typedef void *(*uk_alloc_memalign_func_t)(struct uk_alloc *self, __sz alignment, __sz bytes);
typedef int (*uk_alloc_posix_memalign_func_t)(struct uk_alloc *self, void **result, __sz alignment,
                                              __sz bytes);
typedef void *(*uk_alloc_calloc_func_t)(struct uk_alloc *self, __sz count, __sz bytes);
typedef void *(*uk_alloc_realloc_func_t)(struct uk_alloc *self, void *memory, __sz bytes);
typedef void (*uk_alloc_free_func_t)(struct uk_alloc *self, void *memory);
typedef void *(*uk_alloc_palloc_func_t)(struct uk_alloc *self, unsigned long pages);
typedef void (*uk_alloc_pfree_func_t)(struct uk_alloc *self, void *memory, unsigned long pages);
typedef int (*uk_alloc_addmem_func_t)(struct uk_alloc *self, void *start, __sz bytes);
typedef __ssz (*uk_alloc_getsize_func_t)(struct uk_alloc *self);
typedef long (*uk_alloc_getpsize_func_t)(struct uk_alloc *self);

#ifdef CONFIG_LIBUKALLOC_IFSTATS
/** What an allocator counted. Sizes in bytes, as allocated (which may be more than asked for). */
struct uk_alloc_stats
{
    __sz last_alloc_size;
    __sz max_alloc_size;
    __sz min_alloc_size;
    __u64 tot_nb_allocs;
    __u64 tot_nb_frees;
    __s64 cur_nb_allocs;
    __s64 max_nb_allocs;
    __ssz cur_mem_use;
    __ssz max_mem_use;
    __u64 nb_enomem; /**< requests that failed */
};
#endif

/** An allocator. Call the functions below instead of its members. */
struct uk_alloc
{
    uk_alloc_malloc_func_t malloc;
    uk_alloc_calloc_func_t calloc;
    uk_alloc_realloc_func_t realloc;
    uk_alloc_posix_memalign_func_t posix_memalign;
    uk_alloc_memalign_func_t memalign;
    uk_alloc_free_func_t free;
    uk_alloc_palloc_func_t palloc; /**< may be NULL: no pages */
    uk_alloc_pfree_func_t pfree;
    uk_alloc_getsize_func_t maxalloc; /**< may be NULL, like the rest: not supported */
    uk_alloc_getsize_func_t availmem;
    uk_alloc_getpsize_func_t pmaxalloc;
    uk_alloc_getpsize_func_t pavailmem;
    uk_alloc_addmem_func_t addmem;
#ifdef CONFIG_LIBUKALLOC_IFSTATS
    struct uk_alloc_stats _stats;
#endif
    struct uk_alloc *next;
    __u8 priv[]; /**< the implementation's own data */
};

/** The registered allocators, the default one first. */
extern struct uk_alloc *_uk_alloc_head;

/** Walks over all registered allocators. */
#define uk_alloc_foreach(each) for ((each) = _uk_alloc_head; (each); (each) = (each)->next)

/** The default allocator, or NULL when there is none yet. */
static inline struct uk_alloc *uk_alloc_get_default(void)
{
    return _uk_alloc_head;
}

/** Makes a registered allocator the default one. Returns 0. */
int uk_alloc_set_default(struct uk_alloc *allocator);

/* The uk_do_ functions and those that free or ask expect a valid allocator; this checks it. */
static inline struct uk_alloc *_uk_alloc_valid(struct uk_alloc *allocator)
{
    UK_ASSERT(allocator);
    return allocator;
}

/* The others take NULL for an allocator without memory: true when `allocator` is one to ask. */
static inline int _uk_alloc_given(const struct uk_alloc *allocator)
{
    if (likely(allocator))
        return 1;
    errno = ENOMEM;
    return 0;
}

static inline void *uk_do_malloc(struct uk_alloc *from, __sz bytes)
{
    return _uk_alloc_valid(from)->malloc(from, bytes);
}

/** `bytes` bytes, aligned to 16; of 0 bytes too the address is unique. */
static inline void *uk_malloc(struct uk_alloc *from, __sz bytes)
{
    return _uk_alloc_given(from) ? from->malloc(from, bytes) : NULL;
}

static inline void *uk_do_calloc(struct uk_alloc *from, __sz count, __sz bytes)
{
    return _uk_alloc_valid(from)->calloc(from, count, bytes);
}

/** An array of `count` zeroed elements of `bytes` each; fails when the product overflows. */
static inline void *uk_calloc(struct uk_alloc *from, __sz count, __sz bytes)
{
    return _uk_alloc_given(from) ? from->calloc(from, count, bytes) : NULL;
}

/** `bytes` zeroed bytes. */
#define uk_do_zalloc(from, bytes) uk_do_calloc(from, bytes, 1)
#define uk_zalloc(from, bytes) uk_calloc(from, bytes, 1)

static inline void *uk_do_realloc(struct uk_alloc *from, void *memory, __sz bytes)
{
    return _uk_alloc_valid(from)->realloc(from, memory, bytes);
}

/** Resizes; NULL allocates, size 0 frees and returns NULL. On failure `memory` stays valid. */
static inline void *uk_realloc(struct uk_alloc *from, void *memory, __sz bytes)
{
    return _uk_alloc_given(from) ? from->realloc(from, memory, bytes) : NULL;
}

static inline int uk_do_posix_memalign(struct uk_alloc *from, void **result, __sz alignment,
                                       __sz bytes)
{
    return _uk_alloc_valid(from)->posix_memalign(from, result, alignment, bytes);
}

/** `alignment` is a power of two and a multiple of the pointer size. Returns 0, EINVAL or ENOMEM.
 */
static inline int uk_posix_memalign(struct uk_alloc *from, void **result, __sz alignment,
                                    __sz bytes)
{
    if (likely(from))
        return from->posix_memalign(from, result, alignment, bytes);
    *result = NULL;
    return ENOMEM;
}

static inline void *uk_do_memalign(struct uk_alloc *from, __sz alignment, __sz bytes)
{
    return _uk_alloc_valid(from)->memalign(from, alignment, bytes);
}

/** `bytes` bytes, aligned to the power of two `alignment`. */
static inline void *uk_memalign(struct uk_alloc *from, __sz alignment, __sz bytes)
{
    return likely(from) ? from->memalign(from, alignment, bytes) : NULL;
}

/** Frees what the same allocator returned; NULL is ignored. */
static inline void uk_do_free(struct uk_alloc *to, void *memory)
{
    _uk_alloc_valid(to)->free(to, memory);
}

static inline void uk_free(struct uk_alloc *to, void *memory)
{
    _uk_alloc_valid(to)->free(to, memory);
}

static inline void *uk_do_palloc(struct uk_alloc *from, unsigned long pages)
{
    return _uk_alloc_valid(from)->palloc(from, pages);
}

/** `pages` pages in a row. */
static inline void *uk_palloc(struct uk_alloc *from, unsigned long pages)
{
    return likely(from && from->palloc) ? from->palloc(from, pages) : NULL;
}

/** Frees pages; `pages` is what they were allocated with. */
static inline void uk_do_pfree(struct uk_alloc *to, void *memory, unsigned long pages)
{
    _uk_alloc_valid(to)->pfree(to, memory, pages);
}

static inline void uk_pfree(struct uk_alloc *to, void *memory, unsigned long pages)
{
    _uk_alloc_valid(to)->pfree(to, memory, pages);
}

/** Gives the allocator more memory for ever. Returns 0 or a negative errno value. */
static inline int uk_alloc_addmem(struct uk_alloc *to, void *start, __sz bytes)
{
    return _uk_alloc_valid(to)->addmem ? to->addmem(to, start, bytes) : -ENOTSUP;
}

/* Asks `allocator` one of its questions, which it may not answer. */
#define _UK_ALLOC_ASK(allocator, question)                                                         \
    (_uk_alloc_valid(allocator)->question ? (allocator)->question(allocator) : -ENOTSUP)

/** The size of the largest request that would succeed now, in bytes or pages, or -ENOTSUP. */
static inline __ssz uk_alloc_maxalloc(struct uk_alloc *of)
{
    return _UK_ALLOC_ASK(of, maxalloc);
}

static inline long uk_alloc_pmaxalloc(struct uk_alloc *of)
{
    return _UK_ALLOC_ASK(of, pmaxalloc);
}

/** What is free, in bytes or pages, or -ENOTSUP. */
static inline __ssz uk_alloc_availmem(struct uk_alloc *of)
{
    return _UK_ALLOC_ASK(of, availmem);
}

static inline long uk_alloc_pavailmem(struct uk_alloc *of)
{
    return _UK_ALLOC_ASK(of, pavailmem);
}

/** The same, summed over all allocators that know. */
__sz uk_alloc_availmem_total(void);
unsigned long uk_alloc_pavailmem_total(void);

#ifdef CONFIG_LIBUKALLOC_IFSTATS
/** Copies an allocator's statistics. */
void uk_alloc_stats_get(struct uk_alloc *of, struct uk_alloc_stats *result);
#ifdef CONFIG_LIBUKALLOC_IFSTATS_GLOBAL
/** Copies the statistics of all allocators together. */
void uk_alloc_stats_get_global(struct uk_alloc_stats *result);
#endif
#endif

#ifdef __cplusplus
}
#endif
