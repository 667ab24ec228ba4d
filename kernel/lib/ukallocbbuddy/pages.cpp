// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "pages.hpp"

namespace uk {

namespace {

// The state of the first page of a block; all other pages have state `inner`.
constexpr uint8_t inner = 0x3f;
constexpr uint8_t orderMask = 0x3f;
constexpr uint8_t freeBit = 0x80;
// Of an allocated block: the next block belongs to the same allocation.
constexpr uint8_t moreBit = 0x40;

// A tag takes the place of the order in the state of an allocation's first page, from here up; such
// an allocation is a single page.
constexpr uint8_t firstTag = 0x3a;

unsigned orderOf(uint8_t state)
{
    const unsigned value = state & orderMask;
    return value >= firstTag && value != inner ? 0 : value;
}

unsigned trailingZeros(uintptr_t value)
{
    return value ? static_cast<unsigned>(__builtin_ctzl(value)) : 63;
}

/** The smallest order with 2^order >= count, count > 0. */
unsigned orderFor(size_t count)
{
    return count == 1 ? 0 : 64U - static_cast<unsigned>(__builtin_clzl(count - 1));
}

} // namespace

PageAllocator::Region *PageAllocator::regionOf(uintptr_t frame) const
{
    for (Region *region = m_regions; region; region = region->next) {
        if (frame >= region->firstFrame && frame < region->endFrame)
            return region;
    }
    return nullptr;
}

uint8_t &PageAllocator::stateOf(uintptr_t frame)
{
    Region *region = regionOf(frame);
    return region->state(frame);
}

void PageAllocator::link(uintptr_t frame, unsigned order)
{
    auto *block = reinterpret_cast<FreeBlock *>(frame << pageShift);
    block->previous = nullptr;
    block->next = m_free[order];
    if (block->next)
        block->next->previous = block;
    m_free[order] = block;
    m_nonEmpty |= uint64_t{1} << order;
}

void PageAllocator::unlink(uintptr_t frame, unsigned order)
{
    auto *block = reinterpret_cast<FreeBlock *>(frame << pageShift);
    if (block->next)
        block->next->previous = block->previous;
    if (block->previous)
        block->previous->next = block->next;
    else
        m_free[order] = block->next;
    if (!m_free[order])
        m_nonEmpty &= ~(uint64_t{1} << order);
}

bool PageAllocator::addRegion(void *base, size_t length)
{
    uintptr_t begin = reinterpret_cast<uintptr_t>(base);
    if (length > UINTPTR_MAX - begin)
        return false;
    const uintptr_t end = (begin + length) >> pageShift;
    begin = (begin + alignof(Region) - 1) & ~(alignof(Region) - 1);

    // Each page costs a byte more; as few pages as needed for that are lost.
    const uintptr_t firstWhole = (begin + pageSize - 1) >> pageShift;
    if (end <= firstWhole)
        return false;
    const size_t states = end - firstWhole;
    const uintptr_t first = (begin + sizeof(Region) + states + pageSize - 1) >> pageShift;
    if (end <= first)
        return false;

    auto *region = reinterpret_cast<Region *>(begin);
    region->firstFrame = first;
    region->endFrame = end;
    for (size_t i = 0; i < end - first; ++i)
        region->state(first + i) = inner;
    region->next = m_regions;
    m_regions = region;
    freeRange(*region, first, end);
    return true;
}

void PageAllocator::freeRange(Region &region, uintptr_t frame, uintptr_t end)
{
    while (frame < end) {
        unsigned order = trailingZeros(frame);
        if (order > maxOrder)
            order = maxOrder;
        while ((uintptr_t{1} << order) > end - frame)
            --order;
        freeBlock(region, frame, order);
        frame += uintptr_t{1} << order;
    }
}

void PageAllocator::freeBlock(Region &region, uintptr_t frame, unsigned order)
{
    m_freePages += size_t{1} << order;
    region.state(frame) = inner;
    while (order < maxOrder) {
        const uintptr_t buddy = frame ^ uintptr_t { 1 } << order;
        if (buddy < region.firstFrame || buddy >= region.endFrame)
            break;
        uint8_t &state = region.state(buddy);
        if (state != (freeBit | order))
            break;
        unlink(buddy, order);
        state = inner;
        frame &= ~(uintptr_t{1} << order);
        ++order;
    }
    region.state(frame) = static_cast<uint8_t>(freeBit | order);
    link(frame, order);
}

void PageAllocator::markAllocated(Region &region, uintptr_t frame, size_t count, unsigned order)
{
    // The binary digits of the count, largest first: the blocks that stay.
    for (;; --order) {
        const size_t size = size_t{1} << order;
        if (count < size)
            continue;
        count -= size;
        region.state(frame) = static_cast<uint8_t>(order | (count ? moreBit : 0));
        if (!count)
            return;
        frame += size;
    }
}

void *PageAllocator::allocate(size_t count, size_t alignment)
{
    if (count == 0 || count > size_t{1} << maxOrder || alignment > size_t{1} << maxOrder)
        return nullptr;
    const size_t wanted = count > alignment ? count : alignment;
    const uint64_t fitting = m_nonEmpty >> orderFor(wanted) << orderFor(wanted);
    if (!fitting)
        return nullptr;
    const unsigned order = static_cast<unsigned>(__builtin_ctzl(fitting));
    const uintptr_t frame = reinterpret_cast<uintptr_t>(m_free[order]) >> pageShift;
    Region &region = *regionOf(frame);

    unlink(frame, order);
    m_freePages -= size_t{1} << order;
    const uintptr_t end = frame + (uintptr_t{1} << order);
    // The head first, so that the rest does not find it free and join with it.
    markAllocated(region, frame, count, order);
    freeRange(region, frame + count, end);
    return reinterpret_cast<void *>(frame << pageShift);
}

size_t PageAllocator::free(void *pages)
{
    uintptr_t frame = reinterpret_cast<uintptr_t>(pages) >> pageShift;
    Region &region = *regionOf(frame);
    size_t count = 0;
    for (bool more = true; more;) {
        const uint8_t state = region.state(frame);
        const unsigned order = orderOf(state);
        more = state & moreBit;
        freeBlock(region, frame, order);
        frame += uintptr_t{1} << order;
        count += size_t{1} << order;
    }
    return count;
}

size_t PageAllocator::sizeOf(const void *pages) const
{
    uintptr_t frame = reinterpret_cast<uintptr_t>(pages) >> pageShift;
    const Region &region = *regionOf(frame);
    size_t count = 0;
    for (bool more = true; more;) {
        const uint8_t state = region.state(frame);
        const size_t size = size_t{1} << orderOf(state);
        more = state & moreBit;
        frame += size;
        count += size;
    }
    return count;
}

void PageAllocator::setTag(const void *page, uint8_t tag)
{
    stateOf(reinterpret_cast<uintptr_t>(page) >> pageShift) =
        tag ? static_cast<uint8_t>(firstTag + tag) : 0;
}

uint8_t PageAllocator::tag(const void *page) const
{
    const uintptr_t frame = reinterpret_cast<uintptr_t>(page) >> pageShift;
    const Region *region = regionOf(frame);
    const uint8_t state = region->state(frame);
    return state > firstTag && state < inner ? static_cast<uint8_t>(state - firstTag) : 0;
}

bool PageAllocator::isAllocated(const void *address) const
{
    uintptr_t frame = reinterpret_cast<uintptr_t>(address) >> pageShift;
    const Region *region = regionOf(frame);
    if (!region)
        return false;
    // The block that a page belongs to begins at the page or, aligned to its size, below.
    for (unsigned order = 0; order <= maxOrder; ++order) {
        const uintptr_t head = frame & ~((uintptr_t{1} << order) - 1);
        if (head < region->firstFrame)
            return false;
        const uint8_t state = region->state(head);
        if (state == inner)
            continue;
        return !(state & freeBit) && orderOf(state) >= order;
    }
    return false;
}

bool PageAllocator::isHead(const void *address) const
{
    const auto value = reinterpret_cast<uintptr_t>(address);
    const Region *region = regionOf(value >> pageShift);
    return (value & (pageSize - 1)) == 0 && region && region->state(value >> pageShift) != inner;
}

size_t PageAllocator::largestFree() const
{
    return m_nonEmpty ? size_t{1} << (63 - __builtin_clzl(m_nonEmpty)) : 0;
}

} // namespace uk
