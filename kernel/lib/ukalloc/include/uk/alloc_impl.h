/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** For implementations of allocators: registration, statistics, and functions that one kind of
 * allocator lacks made from those it has. */

#include <uk/alloc.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Appends `a` to the list of allocators; the first becomes the default one. Returns 0. */
int uk_alloc_register(struct uk_alloc *a);

/** malloc and the like on top of palloc and pfree: whole pages, the first bytes of which say how
 * many. */
void *uk_malloc_ifpages(struct uk_alloc *a, __sz size);
void *uk_realloc_ifpages(struct uk_alloc *a, void *ptr, __sz size);
int uk_posix_memalign_ifpages(struct uk_alloc *a, void **memptr, __sz align, __sz size);
void uk_free_ifpages(struct uk_alloc *a, void *ptr);
__ssz uk_alloc_availmem_ifpages(struct uk_alloc *a);
__ssz uk_alloc_maxalloc_ifpages(struct uk_alloc *a);

/** Functions made from malloc, free, posix_memalign, availmem and maxalloc. The realloc copies as
 * many bytes as the new size has. */
void *uk_calloc_compat(struct uk_alloc *a, __sz nmemb, __sz size);
void *uk_realloc_compat(struct uk_alloc *a, void *ptr, __sz size);
void *uk_memalign_compat(struct uk_alloc *a, __sz align, __sz size);
void *uk_palloc_compat(struct uk_alloc *a, unsigned long num_pages);
void uk_pfree_compat(struct uk_alloc *a, void *ptr, unsigned long num_pages);
long uk_alloc_pavailmem_compat(struct uk_alloc *a);
long uk_alloc_pmaxalloc_compat(struct uk_alloc *a);

#ifdef CONFIG_LIBUKALLOC_IFSTATS
/** Counts an allocation of `size` bytes at `ptr`, a failed one when `ptr` is NULL. */
void uk_alloc_stats_count_alloc(struct uk_alloc *a, const void *ptr, __sz size);
/** Counts that `size` bytes at `ptr` were freed; nothing when `ptr` is NULL. */
void uk_alloc_stats_count_free(struct uk_alloc *a, const void *ptr, __sz size);
void uk_alloc_stats_reset(struct uk_alloc *a);
#else
static inline void uk_alloc_stats_count_alloc(struct uk_alloc *a __unused, const void *p __unused,
                                              __sz size __unused)
{}
static inline void uk_alloc_stats_count_free(struct uk_alloc *a __unused, const void *p __unused,
                                             __sz size __unused)
{}
static inline void uk_alloc_stats_reset(struct uk_alloc *a __unused) {}
#endif
#define uk_alloc_stats_count_palloc(a, ptr, num_pages)                                             \
    uk_alloc_stats_count_alloc((a), (ptr), ((__sz)(num_pages)) << __PAGE_SHIFT)
#define uk_alloc_stats_count_pfree(a, ptr, num_pages)                                              \
    uk_alloc_stats_count_free((a), (ptr), ((__sz)(num_pages)) << __PAGE_SHIFT)
#define uk_alloc_stats_count_enomem(a, size) uk_alloc_stats_count_alloc((a), (void *)0, (size))
#define uk_alloc_stats_count_penomem(a, num_pages)                                                 \
    uk_alloc_stats_count_palloc((a), (void *)0, (num_pages))

/** Fills in and registers an allocator that implements the malloc family. */
#define uk_alloc_init_malloc(a, malloc_f, calloc_f, realloc_f, free_f, posix_memalign_f,           \
                             memalign_f, maxalloc_f, availmem_f, addmem_f)                         \
    do {                                                                                           \
        (a)->malloc = (malloc_f);                                                                  \
        (a)->calloc = (calloc_f);                                                                  \
        (a)->realloc = (realloc_f);                                                                \
        (a)->posix_memalign = (posix_memalign_f);                                                  \
        (a)->memalign = (memalign_f);                                                              \
        (a)->free = (free_f);                                                                      \
        (a)->palloc = uk_palloc_compat;                                                            \
        (a)->pfree = uk_pfree_compat;                                                              \
        (a)->availmem = (availmem_f);                                                              \
        (a)->pavailmem = (a)->availmem ? uk_alloc_pavailmem_compat : 0;                            \
        (a)->maxalloc = (maxalloc_f);                                                              \
        (a)->pmaxalloc = (a)->maxalloc ? uk_alloc_pmaxalloc_compat : 0;                            \
        (a)->addmem = (addmem_f);                                                                  \
        uk_alloc_stats_reset((a));                                                                 \
        uk_alloc_register((a));                                                                    \
    } while (0)

/** Fills in and registers an allocator that implements pages only. */
#define uk_alloc_init_palloc(a, palloc_f, pfree_f, pmaxalloc_f, pavailmem_f, addmem_f)             \
    do {                                                                                           \
        (a)->malloc = uk_malloc_ifpages;                                                           \
        (a)->calloc = uk_calloc_compat;                                                            \
        (a)->realloc = uk_realloc_ifpages;                                                         \
        (a)->posix_memalign = uk_posix_memalign_ifpages;                                           \
        (a)->memalign = uk_memalign_compat;                                                        \
        (a)->free = uk_free_ifpages;                                                               \
        (a)->palloc = (palloc_f);                                                                  \
        (a)->pfree = (pfree_f);                                                                    \
        (a)->pavailmem = (pavailmem_f);                                                            \
        (a)->availmem = (a)->pavailmem ? uk_alloc_availmem_ifpages : 0;                            \
        (a)->pmaxalloc = (pmaxalloc_f);                                                            \
        (a)->maxalloc = (a)->pmaxalloc ? uk_alloc_maxalloc_ifpages : 0;                            \
        (a)->addmem = (addmem_f);                                                                  \
        uk_alloc_stats_reset((a));                                                                 \
        uk_alloc_register((a));                                                                    \
    } while (0)

#ifdef __cplusplus
}
#endif
