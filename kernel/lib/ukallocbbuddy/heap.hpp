// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "pages.hpp"

namespace uk {

/** Memory of any size on top of pages: up to 2016 bytes come from pages that are cut into chunks of
 * one size (a bit a chunk says which are taken), more comes as whole pages. Every address is
 * aligned to 16. Not thread-safe; errors are told by return values. */
class Heap
{
public:
    bool addRegion(void *base, size_t length) { return m_pages.addRegion(base, length); }

    /** `size` bytes, at least one; nullptr when there is no memory. */
    void *allocate(size_t size);

    /** The same, aligned to a power of two. */
    void *allocateAligned(size_t alignment, size_t size);

    /** Frees what any of these functions returned. Returns how many bytes that was, 0 when there
     * was nothing allocated at this address. */
    size_t free(void *memory);

    /** How many bytes may be used at `memory`, which is allocated; at least what was asked for. */
    size_t sizeOf(const void *memory) const;

    /** Whether a request for `size` bytes is well served by what is at `memory` now. */
    bool fits(const void *memory, size_t size) const;

    void *allocatePages(size_t count) { return m_pages.allocate(count); }
    size_t freePages() const { return m_pages.freePages(); }
    size_t largestFree() const { return m_pages.largestFree(); }

private:
    static constexpr unsigned classCount = 14;
    static constexpr uint8_t slabTag = 1;

    struct Slab;

    static Slab *slabOf(const void *memory);
    void *allocateChunk(unsigned sizeClass);
    size_t freeChunk(Slab &slab, void *memory);
    void linkSlab(Slab &slab);
    void unlinkSlab(Slab &slab);

    PageAllocator m_pages;
    Slab *m_slabs[classCount] = {}; // those with a free chunk
};

} // namespace uk
