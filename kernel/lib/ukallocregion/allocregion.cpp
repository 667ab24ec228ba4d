// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <string.h>
#include <uk/alloc_impl.h>
#include <uk/allocregion.h>

namespace {

constexpr __uptr leastAlignment = 16;

/** The region; lies in the allocator's private data. */
struct Region
{
    __uptr next; // free from here
    __uptr end;
    __uptr last; // what was given out last, 0 after it was freed
};

Region &regionOf(uk_alloc *self)
{
    return *reinterpret_cast<Region *>(self->priv);
}

void *give(Region &region, __sz alignment, __sz size)
{
    // Each address is unique, also that of nothing.
    const __sz needed = size ? size : 1;
    if (region.next > __SZ_MAX - (alignment - 1))
        return nullptr;
    const __uptr begin = ALIGN_UP(region.next, alignment);
    if (begin > region.end || region.end - begin < needed)
        return nullptr;
    region.last = begin;
    region.next = begin + needed;
    return reinterpret_cast<void *>(begin);
}

void *counted(uk_alloc *self, void *memory, __sz size)
{
    uk_alloc_stats_count_alloc(self, memory, size);
    return memory;
}

void *allocate(uk_alloc *self, __sz size)
{
    void *memory = counted(self, give(regionOf(self), leastAlignment, size), size);
    if (!memory)
        errno = ENOMEM;
    return memory;
}

int allocateAligned(uk_alloc *self, void **result, __sz alignment, __sz size)
{
    if (!POWER_OF_2(alignment) || alignment % sizeof(void *))
        return EINVAL;
    *result = counted(
        self, give(regionOf(self), alignment < leastAlignment ? leastAlignment : alignment, size),
        size);
    return *result ? 0 : ENOMEM;
}

/** Takes back what was given out last; the rest stays for ever. */
void release(uk_alloc *self, void *memory)
{
    Region &region = regionOf(self);
    const auto begin = reinterpret_cast<__uptr>(memory);
    if (!memory || begin != region.last)
        return;
    uk_alloc_stats_count_free(self, memory, region.next - begin);
    region.next = begin;
    region.last = 0;
}

void *resize(uk_alloc *self, void *memory, __sz size)
{
    Region &region = regionOf(self);
    if (!memory)
        return allocate(self, size);
    if (!size) {
        release(self, memory);
        return nullptr;
    }
    const auto begin = reinterpret_cast<__uptr>(memory);
    if (begin == region.last && size <= region.end - begin) {
        uk_alloc_stats_count_free(self, memory, region.next - begin);
        region.next = begin + size;
        return counted(self, memory, size);
    }
    // Sizes are not kept: as much is copied as can have belonged to it.
    const __uptr usedEnd = region.next;
    void *moved = allocate(self, size);
    if (moved)
        memcpy(moved, memory, usedEnd - begin < size ? usedEnd - begin : size);
    return moved;
}

__ssz freeBytes(uk_alloc *self)
{
    const Region &region = regionOf(self);
    const __uptr begin = ALIGN_UP(region.next, leastAlignment);
    return begin < region.end ? static_cast<__ssz>(region.end - begin) : 0;
}

} // namespace

extern "C" struct uk_alloc *uk_allocregion_init(void *base, __sz len)
{
    constexpr __sz needed = sizeof(uk_alloc) + sizeof(Region);
    const __uptr begin = ALIGN_UP(reinterpret_cast<__uptr>(base), leastAlignment);
    const __uptr end = reinterpret_cast<__uptr>(base) + len;
    if (end < begin || end - begin <= needed)
        return nullptr;
    auto *self = reinterpret_cast<uk_alloc *>(begin);
    memset(static_cast<void *>(self), 0, needed);
    regionOf(self) = {begin + needed, end, 0};
    uk_alloc_init_malloc(self, allocate, uk_calloc_compat, resize, release, allocateAligned,
                         uk_memalign_compat, freeBytes, freeBytes, nullptr);
    return self;
}
