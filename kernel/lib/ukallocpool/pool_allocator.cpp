// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A pool behind the interface of allocators.

#include "pool.hpp"

#include <errno.h>

namespace {

uk_allocpool &poolOf(uk_alloc *self)
{
    return *reinterpret_cast<uk_allocpool *>(reinterpret_cast<char *>(self) -
                                             __builtin_offsetof(uk_allocpool, allocator));
}

void *counted(uk_alloc *self, __sz size, __sz alignment)
{
    uk_allocpool &pool = poolOf(self);
    const bool fits = size <= pool.objectSize && alignment <= pool.alignment;
    void *object = fits ? uk_allocpool_take(&pool) : nullptr;
    uk_alloc_stats_count_alloc(self, object, object ? pool.objectSize : size);
    return object;
}

void *allocate(uk_alloc *self, __sz size)
{
    void *object = counted(self, size, 1);
    if (!object)
        errno = ENOMEM;
    return object;
}

int allocateAligned(uk_alloc *self, void **result, __sz alignment, __sz size)
{
    if (!POWER_OF_2(alignment) || alignment % sizeof(void *))
        return EINVAL;
    *result = counted(self, size, alignment);
    return *result ? 0 : ENOMEM;
}

void release(uk_alloc *self, void *memory)
{
    if (!memory)
        return;
    uk_alloc_stats_count_free(self, memory, poolOf(self).objectSize);
    uk_allocpool_return(&poolOf(self), memory);
}

void *resize(uk_alloc *self, void *memory, __sz size)
{
    if (!memory)
        return allocate(self, size);
    if (!size) {
        release(self, memory);
        return nullptr;
    }
    if (size <= poolOf(self).objectSize)
        return memory;
    errno = ENOMEM;
    return nullptr;
}

__ssz largestBytes(uk_alloc *self)
{
    const uk_allocpool &pool = poolOf(self);
    return pool.freeCount ? static_cast<__ssz>(pool.objectSize) : 0;
}

__ssz freeBytes(uk_alloc *self)
{
    const uk_allocpool &pool = poolOf(self);
    return static_cast<__ssz>(pool.objectSize * pool.freeCount);
}

} // namespace

void uk::pool::startAllocator(uk_allocpool &pool)
{
    uk_alloc_init_malloc(&pool.allocator, allocate, uk_calloc_compat, resize, release,
                         allocateAligned, uk_memalign_compat, largestBytes, freeBytes, nullptr);
}
