// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/alloc_impl.h>

/** An allocator of a few pages, given out one after the other, for tests of what is made from
 * pages. It is in no list. */
class PageSource
{
public:
    static constexpr unsigned long pages = 16;

    PageSource()
    {
        used = given = 0;
        uk_alloc_init_palloc(&allocator, take, give, mostPages, freePages, nullptr);
        // Registered at the end of the list; taken out again, as it does not live for ever.
        for (uk_alloc **link = &_uk_alloc_head; *link; link = &(*link)->next) {
            if (*link == &allocator) {
                *link = allocator.next;
                break;
            }
        }
    }

    uk_alloc allocator{};
    static inline unsigned long used = 0;
    static inline unsigned long given = 0;
    alignas(4096) static inline unsigned char memory[pages * 4096];

private:
    static void *take(uk_alloc *self, unsigned long count)
    {
        if (count > pages - used) {
            uk_alloc_stats_count_penomem(self, count);
            return nullptr;
        }
        void *first = memory + used * 4096;
        used += count;
        uk_alloc_stats_count_palloc(self, first, count);
        return first;
    }
    static void give(uk_alloc *self, void *first, unsigned long count)
    {
        uk_alloc_stats_count_pfree(self, first, count);
        given += count;
        if (static_cast<unsigned char *>(first) == memory + (used - count) * 4096)
            used -= count;
    }
    static long mostPages(uk_alloc *) { return static_cast<long>(pages - used); }
    static long freePages(uk_alloc *) { return static_cast<long>(pages - used); }
};
