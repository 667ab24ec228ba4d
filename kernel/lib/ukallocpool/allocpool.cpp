// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "pool.hpp"

#include <errno.h>
#include <string.h>

namespace {

using FreeObject = uk_allocpool::FreeObject;

constexpr __sz poolAlignment = alignof(uk_allocpool);

/** What objects really get: room for the list, and alignments that are whole words. */
struct Layout
{
    __sz size;
    __sz alignment;
};

bool layOut(__sz size, __sz alignment, Layout &layout)
{
    if (!POWER_OF_2(alignment))
        return false;
    layout.alignment = alignment < alignof(FreeObject) ? alignof(FreeObject) : alignment;
    if (size > __SZ_MAX - layout.alignment)
        return false;
    layout.size = ALIGN_UP(size < sizeof(FreeObject) ? sizeof(FreeObject) : size, layout.alignment);
    return true;
}

} // namespace

extern "C" {

__sz uk_allocpool_reqmem(unsigned int obj_count, __sz obj_len, __sz obj_align)
{
    Layout layout;
    __sz total;
    // At the worst, everything begins behind an address that is just not aligned.
    if (!layOut(obj_len, obj_align, layout) ||
        __builtin_mul_overflow(static_cast<__sz>(obj_count), layout.size, &total) ||
        __builtin_add_overflow(total, sizeof(uk_allocpool) + poolAlignment, &total) ||
        __builtin_add_overflow(total, layout.alignment, &total))
        return 0;
    return total;
}

struct uk_allocpool *uk_allocpool_init(void *base, __sz len, __sz obj_len, __sz obj_align)
{
    Layout layout;
    if (!layOut(obj_len, obj_align, layout))
        return nullptr;
    const auto first = reinterpret_cast<__uptr>(base);
    const __uptr end = first + len;
    const __uptr begin = ALIGN_UP(first, poolAlignment);
    if (begin < first || end < begin || end - begin < sizeof(uk_allocpool))
        return nullptr;

    auto *pool = reinterpret_cast<uk_allocpool *>(begin);
    memset(static_cast<void *>(pool), 0, sizeof(*pool));
    pool->objectSize = layout.size;
    pool->alignment = layout.alignment;
    const __uptr objects = begin + sizeof(uk_allocpool);
    if (objects <= __SZ_MAX - layout.alignment) {
        pool->objects = ALIGN_UP(objects, layout.alignment);
        const __sz fitting = pool->objects < end ? (end - pool->objects) / layout.size : 0;
        pool->count = fitting < __U32_MAX ? static_cast<unsigned int>(fitting) : __U32_MAX;
    }
    // The first one is taken first.
    for (unsigned int i = pool->count; i > 0; --i)
        uk_allocpool_return(pool, reinterpret_cast<void *>(pool->objects + (i - 1) * layout.size));
    uk::pool::startAllocator(*pool);
    return pool;
}

struct uk_allocpool *uk_allocpool_alloc(struct uk_alloc *parent, unsigned int obj_count,
                                        __sz obj_len, __sz obj_align)
{
    const __sz size = uk_allocpool_reqmem(obj_count, obj_len, obj_align);
    if (!size) {
        errno = EINVAL;
        return nullptr;
    }
    void *memory = uk_malloc(parent, size);
    if (!memory)
        return nullptr;
    // Alignment may leave room for one more than was asked for: that is a gain.
    uk_allocpool *pool = uk_allocpool_init(memory, size, obj_len, obj_align);
    pool->parent = parent;
    return pool;
}

void uk_allocpool_free(struct uk_allocpool *p)
{
    UK_ASSERT(p->parent && p->freeCount == p->count);
    for (uk_alloc **link = &_uk_alloc_head; *link; link = &(*link)->next) {
        if (*link == &p->allocator) {
            *link = p->allocator.next;
            break;
        }
    }
    uk_free(p->parent, p);
}

unsigned int uk_allocpool_availcount(struct uk_allocpool *p)
{
    return p->freeCount;
}

__sz uk_allocpool_objlen(struct uk_allocpool *p)
{
    return p->objectSize;
}

void *uk_allocpool_take(struct uk_allocpool *p)
{
    FreeObject *object = p->firstFree;
    if (!object)
        return nullptr;
    p->firstFree = object->next;
    --p->freeCount;
    return object;
}

unsigned int uk_allocpool_take_batch(struct uk_allocpool *p, void *obj[], unsigned int count)
{
    unsigned int taken = 0;
    while (taken < count && (obj[taken] = uk_allocpool_take(p)))
        ++taken;
    return taken;
}

void uk_allocpool_return(struct uk_allocpool *p, void *obj)
{
    const __uptr offset = reinterpret_cast<__uptr>(obj) - p->objects;
    UK_ASSERT(offset % p->objectSize == 0 && offset / p->objectSize < p->count);
    UK_ASSERT(p->freeCount < p->count);
    auto *object = static_cast<FreeObject *>(obj);
    object->next = p->firstFree;
    p->firstFree = object;
    ++p->freeCount;
}

void uk_allocpool_return_batch(struct uk_allocpool *p, void *obj[], unsigned int count)
{
    while (count > 0)
        uk_allocpool_return(p, obj[--count]);
}

struct uk_alloc *uk_allocpool2ukalloc(struct uk_allocpool *p)
{
    return &p->allocator;
}

} // extern "C"
