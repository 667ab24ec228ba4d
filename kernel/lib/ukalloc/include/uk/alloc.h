/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Memory allocators. An allocator is a table of functions; several can be registered, the first is
 * the default one. Failing requests return NULL (and set errno where C's functions do). */

#include <errno.h>
#include <uk/arch/types.h>
#include <uk/assert.h>
#include <uk/config.h>
#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_alloc;

typedef void *(*uk_alloc_malloc_func_t)(struct uk_alloc *a, __sz size);
typedef void *(*uk_alloc_calloc_func_t)(struct uk_alloc *a, __sz nmemb, __sz size);
typedef int (*uk_alloc_posix_memalign_func_t)(struct uk_alloc *a, void **memptr, __sz align,
                                              __sz size);
typedef void *(*uk_alloc_memalign_func_t)(struct uk_alloc *a, __sz align, __sz size);
typedef void *(*uk_alloc_realloc_func_t)(struct uk_alloc *a, void *ptr, __sz size);
typedef void (*uk_alloc_free_func_t)(struct uk_alloc *a, void *ptr);
typedef void *(*uk_alloc_palloc_func_t)(struct uk_alloc *a, unsigned long num_pages);
typedef void (*uk_alloc_pfree_func_t)(struct uk_alloc *a, void *ptr, unsigned long num_pages);
typedef int (*uk_alloc_addmem_func_t)(struct uk_alloc *a, void *base, __sz size);
typedef __ssz (*uk_alloc_getsize_func_t)(struct uk_alloc *a);
typedef long (*uk_alloc_getpsize_func_t)(struct uk_alloc *a);

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

extern struct uk_alloc *_uk_alloc_head;

/** Walks over all registered allocators. */
#define uk_alloc_foreach(iter) for ((iter) = _uk_alloc_head; (iter); (iter) = (iter)->next)

/** The default allocator, or NULL when there is none yet. */
static inline struct uk_alloc *uk_alloc_get_default(void)
{
    return _uk_alloc_head;
}

/* The uk_do_ functions expect a valid allocator, the others take NULL for "no memory". */

static inline void *uk_do_malloc(struct uk_alloc *a, __sz size)
{
    UK_ASSERT(a);
    return a->malloc(a, size);
}

/** `size` bytes, aligned to 16; of 0 bytes too the address is unique. */
static inline void *uk_malloc(struct uk_alloc *a, __sz size)
{
    if (unlikely(!a)) {
        errno = ENOMEM;
        return (void *)0;
    }
    return a->malloc(a, size);
}

static inline void *uk_do_calloc(struct uk_alloc *a, __sz nmemb, __sz size)
{
    UK_ASSERT(a);
    return a->calloc(a, nmemb, size);
}

/** An array of `nmemb` zeroed elements; fails when the product overflows. */
static inline void *uk_calloc(struct uk_alloc *a, __sz nmemb, __sz size)
{
    if (unlikely(!a)) {
        errno = ENOMEM;
        return (void *)0;
    }
    return a->calloc(a, nmemb, size);
}

#define uk_do_zalloc(a, size) uk_do_calloc((a), 1, (size))
#define uk_zalloc(a, size) uk_calloc((a), 1, (size))

static inline void *uk_do_realloc(struct uk_alloc *a, void *ptr, __sz size)
{
    UK_ASSERT(a);
    return a->realloc(a, ptr, size);
}

/** Resizes; NULL allocates, size 0 frees and returns NULL. On failure `ptr` stays valid. */
static inline void *uk_realloc(struct uk_alloc *a, void *ptr, __sz size)
{
    if (unlikely(!a)) {
        errno = ENOMEM;
        return (void *)0;
    }
    return a->realloc(a, ptr, size);
}

static inline int uk_do_posix_memalign(struct uk_alloc *a, void **memptr, __sz align, __sz size)
{
    UK_ASSERT(a);
    return a->posix_memalign(a, memptr, align, size);
}

/** `align` is a power of two and a multiple of the pointer size. Returns 0, EINVAL or ENOMEM. */
static inline int uk_posix_memalign(struct uk_alloc *a, void **memptr, __sz align, __sz size)
{
    if (unlikely(!a)) {
        *memptr = (void *)0;
        return ENOMEM;
    }
    return a->posix_memalign(a, memptr, align, size);
}

static inline void *uk_do_memalign(struct uk_alloc *a, __sz align, __sz size)
{
    UK_ASSERT(a);
    return a->memalign(a, align, size);
}

/** `size` bytes, aligned to the power of two `align`. */
static inline void *uk_memalign(struct uk_alloc *a, __sz align, __sz size)
{
    if (unlikely(!a))
        return (void *)0;
    return a->memalign(a, align, size);
}

static inline void uk_do_free(struct uk_alloc *a, void *ptr)
{
    UK_ASSERT(a);
    a->free(a, ptr);
}

/** Frees what the same allocator returned; NULL is ignored. */
static inline void uk_free(struct uk_alloc *a, void *ptr)
{
    uk_do_free(a, ptr);
}

static inline void *uk_do_palloc(struct uk_alloc *a, unsigned long num_pages)
{
    UK_ASSERT(a);
    return a->palloc(a, num_pages);
}

/** `num_pages` pages in a row. */
static inline void *uk_palloc(struct uk_alloc *a, unsigned long num_pages)
{
    if (unlikely(!a || !a->palloc))
        return (void *)0;
    return a->palloc(a, num_pages);
}

static inline void uk_do_pfree(struct uk_alloc *a, void *ptr, unsigned long num_pages)
{
    UK_ASSERT(a);
    a->pfree(a, ptr, num_pages);
}

/** Frees pages; `num_pages` is what they were allocated with. */
static inline void uk_pfree(struct uk_alloc *a, void *ptr, unsigned long num_pages)
{
    uk_do_pfree(a, ptr, num_pages);
}

/** Gives the allocator more memory for ever. Returns 0 or a negative errno value. */
static inline int uk_alloc_addmem(struct uk_alloc *a, void *base, __sz size)
{
    UK_ASSERT(a);
    return a->addmem ? a->addmem(a, base, size) : -ENOTSUP;
}

/** The size of the largest request that would succeed now, in bytes or pages, or -ENOTSUP. */
static inline __ssz uk_alloc_maxalloc(struct uk_alloc *a)
{
    UK_ASSERT(a);
    return a->maxalloc ? a->maxalloc(a) : (__ssz)-ENOTSUP;
}

static inline long uk_alloc_pmaxalloc(struct uk_alloc *a)
{
    UK_ASSERT(a);
    return a->pmaxalloc ? a->pmaxalloc(a) : (long)-ENOTSUP;
}

/** What is free, in bytes or pages, or -ENOTSUP. */
static inline __ssz uk_alloc_availmem(struct uk_alloc *a)
{
    UK_ASSERT(a);
    return a->availmem ? a->availmem(a) : (__ssz)-ENOTSUP;
}

static inline long uk_alloc_pavailmem(struct uk_alloc *a)
{
    UK_ASSERT(a);
    return a->pavailmem ? a->pavailmem(a) : (long)-ENOTSUP;
}

/** The same, summed over all allocators that know. */
__sz uk_alloc_availmem_total(void);
unsigned long uk_alloc_pavailmem_total(void);

#ifdef CONFIG_LIBUKALLOC_IFSTATS
/** Copies an allocator's statistics. */
void uk_alloc_stats_get(struct uk_alloc *a, struct uk_alloc_stats *dst);
#ifdef CONFIG_LIBUKALLOC_IFSTATS_GLOBAL
/** Copies the statistics of all allocators together. */
void uk_alloc_stats_get_global(struct uk_alloc_stats *dst);
#endif
#endif

#ifdef __cplusplus
}
#endif
