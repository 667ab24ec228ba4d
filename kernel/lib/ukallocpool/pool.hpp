// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/alloc_impl.h>
#include <uk/allocpool.h>

/** Free objects are a list, each beginning with the address of the next. */
struct uk_allocpool
{
    struct FreeObject
    {
        FreeObject *next;
    };

    FreeObject *firstFree;
    unsigned int freeCount;
    unsigned int count;
    __sz objectSize; // a multiple of the alignment
    __sz alignment;
    __uptr objects;   // where the first one is
    uk_alloc *parent; // or nullptr
    // Last: it ends with private data, of which it has none.
    alignas(16) uk_alloc allocator;
};

namespace uk::pool {

/** Fills in the functions of the pool's allocator and registers it. */
void startAllocator(uk_allocpool &pool);

} // namespace uk::pool
