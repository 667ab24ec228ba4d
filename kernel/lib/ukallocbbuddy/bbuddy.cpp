// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "heap.hpp"

#include <errno.h>
#include <string.h>
#include <uk/alloc_impl.h>
#include <uk/allocbbuddy.h>
#include <uk/preempt.h>
#include <uk/print.h>

namespace {

using uk::Heap;
using uk::PreemptGuard;

constexpr __sz pageShift = 12;

Heap &heapOf(uk_alloc *a)
{
    return *reinterpret_cast<Heap *>(a->priv);
}

void *counted(uk_alloc *a, void *memory, __sz size)
{
    if (!memory)
        errno = ENOMEM;
    uk_alloc_stats_count_alloc(a, memory, memory ? heapOf(a).sizeOf(memory) : size);
    return memory;
}

void *allocate(uk_alloc *a, __sz size)
{
    const PreemptGuard guard;
    return counted(a, heapOf(a).allocate(size), size);
}

void release(uk_alloc *a, void *memory)
{
    const PreemptGuard guard;
    if (!memory)
        return;
    const __sz size = heapOf(a).free(memory);
    // Freed twice, or never allocated: what follows would be memory corruption.
    if (!size)
        UK_CRASH("free(%p): nothing is allocated at this address\n", memory);
    uk_alloc_stats_count_free(a, memory, size);
}

void *resize(uk_alloc *a, void *memory, __sz size)
{
    const PreemptGuard guard;
    if (!memory)
        return allocate(a, size);
    if (!size) {
        release(a, memory);
        return nullptr;
    }
    Heap &heap = heapOf(a);
    if (heap.fits(memory, size))
        return memory;
    const __sz oldSize = heap.sizeOf(memory);
    void *moved = heap.allocate(size);
    // Shrinking need not fail.
    if (!moved && size <= oldSize)
        return memory;
    if (!counted(a, moved, size))
        return nullptr;
    memcpy(moved, memory, oldSize < size ? oldSize : size);
    release(a, memory);
    return moved;
}

int allocateAligned(uk_alloc *a, void **result, __sz alignment, __sz size)
{
    const PreemptGuard guard;
    if (alignment < sizeof(void *) || (alignment & (alignment - 1)))
        return EINVAL;
    const int savedErrno = errno;
    *result = counted(a, heapOf(a).allocateAligned(alignment, size), size);
    errno = savedErrno;
    return *result ? 0 : ENOMEM;
}

void *allocatePages(uk_alloc *a, unsigned long count)
{
    const PreemptGuard guard;
    return counted(a, heapOf(a).allocatePages(count), count << pageShift);
}

void releasePages(uk_alloc *a, void *pages, unsigned long)
{
    release(a, pages);
}

__ssz freeBytes(uk_alloc *a)
{
    return static_cast<__ssz>(heapOf(a).freePages() << pageShift);
}

__ssz largestBytes(uk_alloc *a)
{
    return static_cast<__ssz>(heapOf(a).largestFree() << pageShift);
}

long freePages(uk_alloc *a)
{
    return static_cast<long>(heapOf(a).freePages());
}

long largestPages(uk_alloc *a)
{
    return static_cast<long>(heapOf(a).largestFree());
}

int addMemory(uk_alloc *a, void *base, __sz size)
{
    const PreemptGuard guard;
    return heapOf(a).addRegion(base, size) ? 0 : -ENOMEM;
}

} // namespace

extern "C" struct uk_alloc *uk_allocbbuddy_init(void *base, __sz len)
{
    const __sz needed = sizeof(uk_alloc) + sizeof(Heap);
    const __uptr begin = (reinterpret_cast<__uptr>(base) + 15) & ~static_cast<__uptr>(15);
    const __uptr end = reinterpret_cast<__uptr>(base) + len;
    if (end < begin || end - begin <= needed)
        return nullptr;

    auto *a = reinterpret_cast<uk_alloc *>(begin);
    memset(static_cast<void *>(a), 0, needed);
    heapOf(a) = Heap();
    if (!heapOf(a).addRegion(reinterpret_cast<void *>(begin + needed), end - begin - needed))
        return nullptr;
    uk_pr_info("Buddy allocator at 0x%lx: %lu KiB\n", begin, heapOf(a).freePages() * 4);

    a->malloc = allocate;
    a->calloc = uk_calloc_compat;
    a->realloc = resize;
    a->posix_memalign = allocateAligned;
    a->memalign = uk_memalign_compat;
    a->free = release;
    a->palloc = allocatePages;
    a->pfree = releasePages;
    a->maxalloc = largestBytes;
    a->availmem = freeBytes;
    a->pmaxalloc = largestPages;
    a->pavailmem = freePages;
    a->addmem = addMemory;
    uk_alloc_stats_reset(a);
    uk_alloc_register(a);
    return a;
}
