// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <stddef.h>
#include <stdint.h>

namespace uk {

/** A binary buddy allocator of pages. Blocks are 2^order pages, aligned to their size in the
 * address space; a block and its buddy, the other half of the block twice as large, are joined
 * again as soon as both are free. A request for n pages takes the smallest block that has them and
 * gives the rest back, so what is allocated is a chain of blocks. Every operation takes O(log n)
 * steps.
 *
 * Book-keeping is one byte a page, at the start of each region, and the links between free blocks,
 * which lie in them. Not thread-safe. Knows nothing of the kernel: the tests run it on the host. */
class PageAllocator
{
public:
    static constexpr size_t pageSize = 4096;

    /** Adds the whole pages of [base, base + length); false when there is no room for any. */
    bool addRegion(void *base, size_t length);

    /** `count` pages in a row, aligned to `alignment` pages (a power of two); nullptr when there
     * are none. */
    void *allocate(size_t count, size_t alignment = 1);

    /** Frees what allocate() returned; returns how many pages that was. */
    size_t free(void *pages);

    /** How many pages were allocated at `pages`. */
    size_t sizeOf(const void *pages) const;

    /** A tag of 0 to 3 that the owner can attach to the first page of an allocation. */
    void setTag(const void *page, uint8_t tag);
    uint8_t tag(const void *page) const;

    /** True when `address` lies in an allocated page. */
    bool isAllocated(const void *address) const;

    /** True when `address`, which lies in an allocated page, is the start of a block. */
    bool isHead(const void *address) const;

    size_t freePages() const { return m_freePages; }
    /** The largest count for which allocate() succeeds. */
    size_t largestFree() const;

private:
    static constexpr unsigned maxOrder = 35; // 2^35 pages: 2^47 bytes
    static constexpr size_t pageShift = 12;

    struct FreeBlock
    {
        FreeBlock *next;
        FreeBlock *previous;
    };

    /** A piece of memory: its book-keeping, then its pages. */
    struct Region
    {
        Region *next;
        uintptr_t firstFrame; // address / pageSize of the first page
        uintptr_t endFrame;

        /** The state of a page; the states lie behind this structure. */
        uint8_t &state(uintptr_t frame)
        {
            return reinterpret_cast<uint8_t *>(this + 1)[frame - firstFrame];
        }
        uint8_t state(uintptr_t frame) const
        {
            return reinterpret_cast<const uint8_t *>(this + 1)[frame - firstFrame];
        }
    };

    Region *regionOf(uintptr_t frame) const;
    uint8_t &stateOf(uintptr_t frame);
    void link(uintptr_t frame, unsigned order);
    void unlink(uintptr_t frame, unsigned order);
    void freeBlock(Region &region, uintptr_t frame, unsigned order);
    void freeRange(Region &region, uintptr_t frame, uintptr_t end);
    void markAllocated(Region &region, uintptr_t frame, size_t count, unsigned order);

    FreeBlock *m_free[maxOrder + 1] = {};
    uint64_t m_nonEmpty = 0; // bit i: m_free[i] has a block
    Region *m_regions = nullptr;
    size_t m_freePages = 0;
};

} // namespace uk
