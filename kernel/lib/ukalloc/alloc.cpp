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

void *allocatePages(struct uk_alloc *self, __sz align, __sz size)
{
    const __sz offset = align < sizeof(PageHeader) ? sizeof(PageHeader) : align;
    // With an alignment above that of pages, its worst case has to fit.
    if (size > __SZ_MAX - offset - PAGE_SIZE)
        return nullptr;
    const unsigned long pages = (size + offset + PAGE_SIZE - 1) / PAGE_SIZE;
    void *first = uk_palloc(self, pages);
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

int uk_alloc_register(struct uk_alloc *self)
{
    struct uk_alloc **link = &_uk_alloc_head;
    while (*link)
        link = &(*link)->next;
    self->next = nullptr;
    *link = self;
    return 0;
}

int uk_alloc_set_default(struct uk_alloc *allocator)
{
    struct uk_alloc **link = &_uk_alloc_head;
    while (*link && *link != allocator)
        link = &(*link)->next;
    UK_ASSERT(*link);
    *link = allocator->next;
    allocator->next = _uk_alloc_head;
    _uk_alloc_head = allocator;
    return 0;
}

__sz uk_alloc_availmem_total(void)
{
    __sz total = 0;
    struct uk_alloc *each;
    uk_alloc_foreach(each)
    {
        if (const __ssz available = uk_alloc_availmem(each); available > 0)
            total += static_cast<__sz>(available);
    }
    return total;
}

unsigned long uk_alloc_pavailmem_total(void)
{
    unsigned long total = 0;
    struct uk_alloc *each;
    uk_alloc_foreach(each)
    {
        if (const long available = uk_alloc_pavailmem(each); available > 0)
            total += static_cast<unsigned long>(available);
    }
    return total;
}

void *uk_malloc_ifpages(struct uk_alloc *self, __sz bytes)
{
    void *memory = allocatePages(self, sizeof(PageHeader), bytes);
    if (!memory)
        errno = ENOMEM;
    return memory;
}

void uk_free_ifpages(struct uk_alloc *self, void *memory)
{
    if (!memory)
        return;
    const PageHeader header = headerOf(memory);
    uk_pfree(self, header.firstPage, header.pages);
}

void *uk_realloc_ifpages(struct uk_alloc *self, void *memory, __sz bytes)
{
    if (!memory)
        return uk_malloc_ifpages(self, bytes);
    if (!bytes) {
        uk_free_ifpages(self, memory);
        return nullptr;
    }
    const __sz capacity = capacityOf(memory);
    if (bytes <= capacity)
        return memory;
    void *moved = uk_malloc_ifpages(self, bytes);
    if (!moved)
        return nullptr;
    memcpy(moved, memory, capacity);
    uk_free_ifpages(self, memory);
    return moved;
}

int uk_posix_memalign_ifpages(struct uk_alloc *self, void **result, __sz alignment, __sz bytes)
{
    if (!isPowerOfTwo(alignment) || alignment % sizeof(void *))
        return EINVAL;
    *result =
        allocatePages(self, alignment < sizeof(PageHeader) ? sizeof(PageHeader) : alignment, bytes);
    return *result ? 0 : ENOMEM;
}

__ssz uk_alloc_availmem_ifpages(struct uk_alloc *self)
{
    const long pages = uk_alloc_pavailmem(self);
    return pages < 0 ? pages : static_cast<__ssz>(pages) << PAGE_SHIFT;
}

__ssz uk_alloc_maxalloc_ifpages(struct uk_alloc *self)
{
    const long pages = uk_alloc_pmaxalloc(self);
    if (pages <= 0)
        return pages;
    return (static_cast<__ssz>(pages) << PAGE_SHIFT) - static_cast<__ssz>(sizeof(PageHeader));
}

void *uk_calloc_compat(struct uk_alloc *self, __sz count, __sz bytes)
{
    __sz total;
    if (__builtin_mul_overflow(count, bytes, &total)) {
        errno = ENOMEM;
        return nullptr;
    }
    void *memory = uk_malloc(self, total);
    if (memory)
        memset(memory, 0, total);
    return memory;
}

void *uk_realloc_compat(struct uk_alloc *self, void *memory, __sz bytes)
{
    if (!memory)
        return uk_malloc(self, bytes);
    if (!bytes) {
        uk_free(self, memory);
        return nullptr;
    }
    void *moved = uk_malloc(self, bytes);
    if (!moved)
        return nullptr;
    memcpy(moved, memory, bytes);
    uk_free(self, memory);
    return moved;
}

void *uk_memalign_compat(struct uk_alloc *self, __sz alignment, __sz bytes)
{
    void *memory;
    if (alignment < sizeof(void *))
        alignment = sizeof(void *);
    const int error = uk_posix_memalign(self, &memory, alignment, bytes);
    if (error) {
        errno = error;
        return nullptr;
    }
    return memory;
}

void *uk_palloc_compat(struct uk_alloc *self, unsigned long pages)
{
    void *memory;
    if (pages > (__SZ_MAX >> PAGE_SHIFT) ||
        uk_posix_memalign(self, &memory, PAGE_SIZE, pages << PAGE_SHIFT))
        return nullptr;
    return memory;
}

void uk_pfree_compat(struct uk_alloc *self, void *memory, unsigned long)
{
    uk_free(self, memory);
}

long uk_alloc_pavailmem_compat(struct uk_alloc *self)
{
    const __ssz bytes = uk_alloc_availmem(self);
    return bytes < 0 ? bytes : bytes >> PAGE_SHIFT;
}

long uk_alloc_pmaxalloc_compat(struct uk_alloc *self)
{
    const __ssz bytes = uk_alloc_maxalloc(self);
    return bytes < 0 ? bytes : bytes >> PAGE_SHIFT;
}
}
