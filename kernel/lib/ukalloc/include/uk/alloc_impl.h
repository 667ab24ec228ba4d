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
int uk_alloc_register(struct uk_alloc *self);

/** malloc and the like on top of palloc and pfree: whole pages, the first bytes of which say how
 * many. */
void *uk_malloc_ifpages(struct uk_alloc *self, __sz bytes);
void *uk_realloc_ifpages(struct uk_alloc *self, void *memory, __sz bytes);
int uk_posix_memalign_ifpages(struct uk_alloc *self, void **result, __sz alignment, __sz bytes);
void uk_free_ifpages(struct uk_alloc *self, void *memory);
__ssz uk_alloc_availmem_ifpages(struct uk_alloc *self);
__ssz uk_alloc_maxalloc_ifpages(struct uk_alloc *self);

/** Functions made from malloc, free, posix_memalign, availmem and maxalloc. The realloc copies as
 * many bytes as the new size has. */
void *uk_calloc_compat(struct uk_alloc *self, __sz count, __sz bytes);
void *uk_realloc_compat(struct uk_alloc *self, void *memory, __sz bytes);
void *uk_memalign_compat(struct uk_alloc *self, __sz alignment, __sz bytes);
void *uk_palloc_compat(struct uk_alloc *self, unsigned long pages);
void uk_pfree_compat(struct uk_alloc *self, void *memory, unsigned long pages);
long uk_alloc_pavailmem_compat(struct uk_alloc *self);
long uk_alloc_pmaxalloc_compat(struct uk_alloc *self);

#ifdef CONFIG_LIBUKALLOC_IFSTATS
/** Counts an allocation of `bytes` bytes at `memory`, a failed one when `memory` is NULL. */
void uk_alloc_stats_count_alloc(struct uk_alloc *self, const void *memory, __sz bytes);
/** Counts that `bytes` bytes at `memory` were freed; nothing when `memory` is NULL. */
void uk_alloc_stats_count_free(struct uk_alloc *self, const void *memory, __sz bytes);
void uk_alloc_stats_reset(struct uk_alloc *self);
#else
static inline void uk_alloc_stats_count_alloc(struct uk_alloc *self __unused,
                                              const void *memory __unused, __sz bytes __unused)
{}
static inline void uk_alloc_stats_count_free(struct uk_alloc *self __unused,
                                             const void *memory __unused, __sz bytes __unused)
{}
static inline void uk_alloc_stats_reset(struct uk_alloc *self __unused) {}
#endif
/** The same of pages, and of requests that failed. */
#define _UK_ALLOC_PAGES(pages) ((__sz)(pages)*__PAGE_SIZE)
#define uk_alloc_stats_count_palloc(self, memory, pages)                                           \
    uk_alloc_stats_count_alloc(self, memory, _UK_ALLOC_PAGES(pages))
#define uk_alloc_stats_count_pfree(self, memory, pages)                                            \
    uk_alloc_stats_count_free(self, memory, _UK_ALLOC_PAGES(pages))
#define uk_alloc_stats_count_enomem(self, bytes) uk_alloc_stats_count_alloc(self, NULL, bytes)
#define uk_alloc_stats_count_penomem(self, pages)                                                  \
    uk_alloc_stats_count_enomem(self, _UK_ALLOC_PAGES(pages))

/* The end of both functions below. */
static inline void _uk_alloc_ready(struct uk_alloc *self, uk_alloc_addmem_func_t addmem)
{
    self->addmem = addmem;
    uk_alloc_stats_reset(self);
    uk_alloc_register(self);
}

/** Fills in and registers an allocator that implements the malloc family. The last three functions
 * may be NULL: not supported. */
static inline void
uk_alloc_init_malloc(struct uk_alloc *self, uk_alloc_malloc_func_t malloc_function,
                     uk_alloc_calloc_func_t calloc_function,
                     uk_alloc_realloc_func_t realloc_function, uk_alloc_free_func_t free_function,
                     uk_alloc_posix_memalign_func_t posix_memalign_function,
                     uk_alloc_memalign_func_t memalign_function, uk_alloc_getsize_func_t maxalloc,
                     uk_alloc_getsize_func_t availmem, uk_alloc_addmem_func_t addmem)
{
    /* Bytes are its own, pages are made of them. */
    self->malloc = malloc_function;
    self->memalign = memalign_function;
    self->posix_memalign = posix_memalign_function;
    self->calloc = calloc_function;
    self->realloc = realloc_function;
    self->free = free_function;
    self->palloc = uk_palloc_compat;
    self->pfree = uk_pfree_compat;

    self->maxalloc = maxalloc;
    self->availmem = availmem;
    self->pmaxalloc = maxalloc ? uk_alloc_pmaxalloc_compat : NULL;
    self->pavailmem = availmem ? uk_alloc_pavailmem_compat : NULL;
    _uk_alloc_ready(self, addmem);
}

/** Fills in and registers an allocator that implements pages only. The last three functions may be
 * NULL: not supported. */
static inline void uk_alloc_init_palloc(struct uk_alloc *self, uk_alloc_palloc_func_t palloc,
                                        uk_alloc_pfree_func_t pfree,
                                        uk_alloc_getpsize_func_t pmaxalloc,
                                        uk_alloc_getpsize_func_t pavailmem,
                                        uk_alloc_addmem_func_t addmem)
{
    /* Pages are its own, bytes are made of them. */
    self->palloc = palloc;
    self->pfree = pfree;
    self->malloc = uk_malloc_ifpages;
    self->memalign = uk_memalign_compat;
    self->posix_memalign = uk_posix_memalign_ifpages;
    self->calloc = uk_calloc_compat;
    self->realloc = uk_realloc_ifpages;
    self->free = uk_free_ifpages;

    self->pmaxalloc = pmaxalloc;
    self->pavailmem = pavailmem;
    self->maxalloc = pmaxalloc ? uk_alloc_maxalloc_ifpages : NULL;
    self->availmem = pavailmem ? uk_alloc_availmem_ifpages : NULL;
    _uk_alloc_ready(self, addmem);
}

#ifdef __cplusplus
}
#endif
