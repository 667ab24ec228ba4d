// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <string.h>
#include <uk/alloc_impl.h>
#include <uk/page.h>

struct uk_alloc *_uk_alloc_head = nullptr;

namespace {

/** What stands before memory that uk_malloc_ifpages() gave out. */
struct PageHeader
{
    void *firstPage;
    unsigned long pages;
};

PageHeader &headerOf(void *memory)
{
    return static_cast<PageHeader *>(memory)[-1];
}

bool isPowerOfTwo(__sz value)
{
    return value && !(value & (value - 1));
}

/** The bytes from `memory` to the end of its pages. */
__sz capacityOf(void *memory)
{
    const PageHeader &header = headerOf(memory);
    const auto end = reinterpret_cast<__uptr>(header.firstPage) + header.pages * PAGE_SIZE;
    return end - reinterpret_cast<__uptr>(memory);
}

void *allocatePages(struct uk_alloc *a, __sz align, __sz size)
{
    const __sz offset = align < sizeof(PageHeader) ? sizeof(PageHeader) : align;
    // With an alignment above that of pages, its worst case has to fit.
    if (size > __SZ_MAX - offset - PAGE_SIZE)
        return nullptr;
    const unsigned long pages = (size + offset + PAGE_SIZE - 1) / PAGE_SIZE;
    void *first = uk_palloc(a, pages);
    if (!first)
        return nullptr;
    const __uptr aligned =
        (reinterpret_cast<__uptr>(first) + sizeof(PageHeader) + align - 1) & ~(align - 1);
    void *memory = reinterpret_cast<void *>(aligned);
    headerOf(memory) = {first, pages};
    return memory;
}

} // namespace

extern "C" {

int uk_alloc_register(struct uk_alloc *a)
{
    struct uk_alloc **link = &_uk_alloc_head;
    while (*link)
        link = &(*link)->next;
    a->next = nullptr;
    *link = a;
    return 0;
}

__sz uk_alloc_availmem_total(void)
{
    __sz total = 0;
    struct uk_alloc *a;
    uk_alloc_foreach(a)
    {
        if (const __ssz available = uk_alloc_availmem(a); available > 0)
            total += static_cast<__sz>(available);
    }
    return total;
}

unsigned long uk_alloc_pavailmem_total(void)
{
    unsigned long total = 0;
    struct uk_alloc *a;
    uk_alloc_foreach(a)
    {
        if (const long available = uk_alloc_pavailmem(a); available > 0)
            total += static_cast<unsigned long>(available);
    }
    return total;
}

void *uk_malloc_ifpages(struct uk_alloc *a, __sz size)
{
    void *memory = allocatePages(a, sizeof(PageHeader), size);
    if (!memory)
        errno = ENOMEM;
    return memory;
}

void uk_free_ifpages(struct uk_alloc *a, void *ptr)
{
    if (!ptr)
        return;
    const PageHeader header = headerOf(ptr);
    uk_pfree(a, header.firstPage, header.pages);
}

void *uk_realloc_ifpages(struct uk_alloc *a, void *ptr, __sz size)
{
    if (!ptr)
        return uk_malloc_ifpages(a, size);
    if (!size) {
        uk_free_ifpages(a, ptr);
        return nullptr;
    }
    const __sz capacity = capacityOf(ptr);
    if (size <= capacity)
        return ptr;
    void *memory = uk_malloc_ifpages(a, size);
    if (!memory)
        return nullptr;
    memcpy(memory, ptr, capacity);
    uk_free_ifpages(a, ptr);
    return memory;
}

int uk_posix_memalign_ifpages(struct uk_alloc *a, void **memptr, __sz align, __sz size)
{
    if (!isPowerOfTwo(align) || align % sizeof(void *))
        return EINVAL;
    *memptr = allocatePages(a, align < sizeof(PageHeader) ? sizeof(PageHeader) : align, size);
    return *memptr ? 0 : ENOMEM;
}

__ssz uk_alloc_availmem_ifpages(struct uk_alloc *a)
{
    const long pages = uk_alloc_pavailmem(a);
    return pages < 0 ? pages : static_cast<__ssz>(pages) << PAGE_SHIFT;
}

__ssz uk_alloc_maxalloc_ifpages(struct uk_alloc *a)
{
    const long pages = uk_alloc_pmaxalloc(a);
    if (pages <= 0)
        return pages;
    return (static_cast<__ssz>(pages) << PAGE_SHIFT) - static_cast<__ssz>(sizeof(PageHeader));
}

void *uk_calloc_compat(struct uk_alloc *a, __sz nmemb, __sz size)
{
    __sz bytes;
    if (__builtin_mul_overflow(nmemb, size, &bytes)) {
        errno = ENOMEM;
        return nullptr;
    }
    void *memory = uk_malloc(a, bytes);
    if (memory)
        memset(memory, 0, bytes);
    return memory;
}

void *uk_realloc_compat(struct uk_alloc *a, void *ptr, __sz size)
{
    if (!ptr)
        return uk_malloc(a, size);
    if (!size) {
        uk_free(a, ptr);
        return nullptr;
    }
    void *memory = uk_malloc(a, size);
    if (!memory)
        return nullptr;
    memcpy(memory, ptr, size);
    uk_free(a, ptr);
    return memory;
}

void *uk_memalign_compat(struct uk_alloc *a, __sz align, __sz size)
{
    void *memory;
    if (align < sizeof(void *))
        align = sizeof(void *);
    const int error = uk_posix_memalign(a, &memory, align, size);
    if (error) {
        errno = error;
        return nullptr;
    }
    return memory;
}

void *uk_palloc_compat(struct uk_alloc *a, unsigned long num_pages)
{
    void *memory;
    if (num_pages > (__SZ_MAX >> PAGE_SHIFT) ||
        uk_posix_memalign(a, &memory, PAGE_SIZE, num_pages << PAGE_SHIFT))
        return nullptr;
    return memory;
}

void uk_pfree_compat(struct uk_alloc *a, void *ptr, unsigned long)
{
    uk_free(a, ptr);
}

long uk_alloc_pavailmem_compat(struct uk_alloc *a)
{
    const __ssz bytes = uk_alloc_availmem(a);
    return bytes < 0 ? bytes : bytes >> PAGE_SHIFT;
}

long uk_alloc_pmaxalloc_compat(struct uk_alloc *a)
{
    const __ssz bytes = uk_alloc_maxalloc(a);
    return bytes < 0 ? bytes : bytes >> PAGE_SHIFT;
}
}
