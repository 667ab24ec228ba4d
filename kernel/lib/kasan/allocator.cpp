// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The allocator around the heap's: puts zones around each block that nobody may touch, and keeps
// freed blocks for a while before others can have their memory.

#include "shadow.hpp"

#include <errno.h>
#include <uk/alloc_impl.h>
#include <uk/kasan.h>
#include <uk/page.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/memory.h>

using namespace uk::kasan;

namespace {

/** Lies right before each block, where the shadow forbids everybody else to be. */
struct Header
{
    void *raw;
    __sz rawSize;
    __sz size;
    Header *next; // in the quarantine
};

constexpr __sz headerSize = sizeof(Header);
constexpr __sz tailSize = 16;
constexpr __sz blockAlignment = 16;
constexpr __sz quarantineShare = 8;

constinit uk_alloc *heap = nullptr;
constinit uk_alloc self{};
constinit __uptr coveredBegin = 0;
constinit __uptr coveredEnd = 0;

/** Freed blocks, the oldest first. */
struct Quarantine
{
    Header *first = nullptr;
    Header *last = nullptr;
    __sz size = 0;
    __sz limit = 0;
};
constinit Quarantine quarantine{};

/** Nothing interrupts while one lives: threads and interrupt handlers share the lists. */
class Uninterrupted
{
public:
    Uninterrupted()
        : m_flags(ukplat_lcpu_save_irqf())
    {}
    ~Uninterrupted() { ukplat_lcpu_restore_irqf(m_flags); }
    Uninterrupted(const Uninterrupted &) = delete;
    Uninterrupted &operator=(const Uninterrupted &) = delete;

private:
    unsigned long m_flags;
};

__uptr addressOf(const void *memory)
{
    return reinterpret_cast<__uptr>(memory);
}

Header &headerOf(void *block)
{
    return *reinterpret_cast<Header *>(static_cast<char *>(block) - headerSize);
}

/** Frees the oldest blocks until no more than `limit` bytes are kept. */
void release(__sz limit)
{
    while (quarantine.first && quarantine.size > limit) {
        Header *oldest = quarantine.first;
        quarantine.first = oldest == quarantine.last ? nullptr : oldest->next;
        quarantine.size -= oldest->rawSize;
        void *raw = oldest->raw;
        set(addressOf(raw), oldest->rawSize, accessible);
        uk_do_free(heap, raw);
    }
    if (!quarantine.first)
        quarantine.last = nullptr;
}

void *allocateAligned(__sz alignment, __sz size)
{
    const Uninterrupted guard;
    const __sz slack = alignment > blockAlignment ? alignment : 0;
    const __sz rounded = ALIGN_UP(size, granule);
    if (size > __SZ_MAX / 2 || slack > __SZ_MAX / 4)
        return nullptr;
    const __sz rawSize = ALIGN_UP(headerSize + slack + rounded + tailSize, blockAlignment);
    void *raw = uk_do_malloc(heap, rawSize);
    if (!raw) {
        release(0);
        raw = uk_do_malloc(heap, rawSize);
    }
    if (!raw)
        return nullptr;
    const __uptr begin = addressOf(raw);
    const __uptr block =
        ALIGN_UP(begin + headerSize, alignment > blockAlignment ? alignment : blockAlignment);
    set(begin, block - begin, beforeBlock);
    set(block, rounded, accessible);
    allow(block, size);
    set(block + rounded, begin + rawSize - block - rounded, afterBlock);
    void *result = reinterpret_cast<void *>(block);
    headerOf(result) = {raw, rawSize, size, nullptr};
    return result;
}

void *allocate(uk_alloc *, __sz size)
{
    void *block = allocateAligned(blockAlignment, size);
    if (!block)
        errno = ENOMEM;
    return block;
}

int allocateAt(uk_alloc *, void **result, __sz alignment, __sz size)
{
    if (!POWER_OF_2(alignment) || alignment % sizeof(void *))
        return EINVAL;
    void *block = allocateAligned(alignment, size);
    if (!block)
        return ENOMEM;
    *result = block;
    return 0;
}

void free(uk_alloc *, void *memory)
{
    if (!memory)
        return;
    const Uninterrupted guard;
    const __uptr block = addressOf(memory);
    Block found;
    if (block < coveredBegin || block >= coveredEnd || !findBlock(block, found))
        reportFree(memory, "not allocated here");
    if (found.begin != block)
        reportFree(memory, "not the beginning of a block");
    Header &header = headerOf(memory);
    if (header.next)
        reportFree(memory, "freed already");
    set(block, ALIGN_UP(header.size ? header.size : 1, granule), freed);
    // The last one points to itself: no block in the quarantine has an empty link.
    header.next = &header;
    if (quarantine.last)
        quarantine.last->next = &header;
    else
        quarantine.first = &header;
    quarantine.last = &header;
    quarantine.size += header.rawSize;
    release(quarantine.limit);
}

void *resize(uk_alloc *allocator, void *memory, __sz size)
{
    if (!memory)
        return allocate(allocator, size);
    if (!size) {
        free(allocator, memory);
        return nullptr;
    }
    auto *block = static_cast<char *>(allocate(allocator, size));
    if (!block)
        return nullptr;
    const __sz before = headerOf(memory).size;
    for (__sz i = 0; i < (before < size ? before : size); ++i)
        block[i] = static_cast<char *>(memory)[i];
    free(allocator, memory);
    return block;
}

// Whole pages have no room for zones. They may be those of a stack that somebody left for good,
// with what the shadow says of its variables.
void *allocatePages(uk_alloc *, unsigned long pages)
{
    void *memory = uk_palloc(heap, pages);
    if (memory)
        set(addressOf(memory), pages * PAGE_SIZE, accessible);
    return memory;
}

void freePages(uk_alloc *, void *memory, unsigned long pages)
{
    uk_pfree(heap, memory, pages);
}

// What the quarantine keeps is available, too; who asks gets the exact number.
__ssz availableBytes(uk_alloc *)
{
    const Uninterrupted guard;
    release(0);
    return uk_alloc_availmem(heap);
}

__ssz largestBytes(uk_alloc *)
{
    return uk_alloc_maxalloc(heap);
}

} // namespace

bool uk::kasan::findBlock(__uptr address, Block &block)
{
    // The zone before a block ends where the block begins; the compiler never asks for what lies
    // there.
    __uptr at = address & -granule;
    if (at < coveredBegin || at >= coveredEnd)
        return false;
    if (stateAt(at) == beforeBlock) {
        while (at < coveredEnd && stateAt(at) == beforeBlock)
            at += granule;
    } else {
        while (at > coveredBegin && stateAt(at - granule) != beforeBlock)
            at -= granule;
    }
    if (at <= coveredBegin || at >= coveredEnd)
        return false;
    block = {at, headerOf(reinterpret_cast<void *>(at)).size};
    return true;
}

extern "C" {
extern char _rodata[], _end[];
}

extern "C" int uk_kasan_start(struct uk_alloc *allocator)
{
    __uptr begin = __SZ_MAX, end = 0;
    ukplat_memregion_desc *region;
    ukplat_memregion_foreach(&region, UKPLAT_MEMRT_FREE, 0, 0)
    {
        begin = region->vbase < begin ? region->vbase : begin;
        end = region->vbase + region->len > end ? region->vbase + region->len : end;
    }
    begin = ALIGN_DOWN(begin, PAGE_SIZE);
    if (begin >= end)
        return -ENOMEM;
    cover(begin, end);
    // The image lies between free regions, or elsewhere.
    if (!isCovered(addressOf(_rodata)))
        cover(ALIGN_DOWN(addressOf(_rodata), PAGE_SIZE), ALIGN_UP(addressOf(_end), PAGE_SIZE));
    heap = allocator;
    coveredBegin = begin;
    coveredEnd = end;
    quarantine.limit = static_cast<__sz>(uk_alloc_availmem(heap)) / quarantineShare;

    uk_alloc_init_malloc(&self, allocate, uk_calloc_compat, resize, free, allocateAt,
                         uk_memalign_compat, largestBytes, availableBytes, nullptr);
    self.palloc = allocatePages;
    self.pfree = freePages;
    return uk_alloc_set_default(&self);
}
