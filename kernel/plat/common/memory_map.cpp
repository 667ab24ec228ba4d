// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/plat/common/memory_map.hpp>

namespace uk {

namespace {

constexpr __u64 pageSize = 4096;

__paddr_t endOf(const MemoryMap::Region &region)
{
    return region.pbase + region.pg_count * pageSize;
}

bool isWholePages(const MemoryMap::Region &region)
{
    return region.pg_off == 0 && region.len == region.pg_count * pageSize;
}

// Modules stay apart: each is a file.
bool canJoin(const MemoryMap::Region &left, const MemoryMap::Region &right)
{
    return left.type == right.type && left.flags == right.flags && endOf(left) == right.pbase &&
           left.type != UKPLAT_MEMRT_INITRD && isWholePages(left) && isWholePages(right);
}

} // namespace

void MemoryMap::removeAt(int i)
{
    for (--m_count; i < m_count; ++i)
        m_regions[i] = m_regions[i + 1];
}

void MemoryMap::insertAt(int i, __paddr_t base, __paddr_t end, __u16 type, __u16 flags)
{
    for (int k = m_count; k > i; --k)
        m_regions[k] = m_regions[k - 1];
    ++m_count;
    m_regions[i] = {base, base, 0, end - base, (end - base) / pageSize, type, flags};
}

void MemoryMap::joinAround(int i)
{
    for (int right = i + 1; right >= i; --right) {
        if (right < 1 || right >= m_count || !canJoin(m_regions[right - 1], m_regions[right]))
            continue;
        m_regions[right - 1].len += m_regions[right].len;
        m_regions[right - 1].pg_count += m_regions[right].pg_count;
        removeAt(right);
    }
}

bool MemoryMap::set(__paddr_t base, __u64 length, __u16 type, __u16 flags)
{
    const bool free = type == UKPLAT_MEMRT_FREE;
    const __paddr_t top = base + length < base ? ~static_cast<__u64>(0) : base + length;
    const __paddr_t first = (free ? base + pageSize - 1 : base) & ~(pageSize - 1);
    const __paddr_t end = (free || top > -pageSize ? top : top + pageSize - 1) & ~(pageSize - 1);
    if (first >= end)
        return true;
    // One new region, and at most one more from cutting a hole into an old one.
    if (m_count + 2 > capacity)
        return false;

    int i = 0;
    while (i < m_count && endOf(m_regions[i]) <= first)
        ++i;
    while (i < m_count && m_regions[i].pbase < end) {
        const Region old = m_regions[i];
        const __paddr_t oldEnd = endOf(old);
        removeAt(i);
        if (old.pbase < first)
            insertAt(i++, old.pbase, first, old.type, old.flags);
        if (oldEnd > end) {
            insertAt(i, end, oldEnd, old.type, old.flags);
            break;
        }
    }
    insertAt(i, first, end, type, flags);
    if (!free) {
        m_regions[i].pg_off = static_cast<__off>(base - first);
        m_regions[i].len = top - base;
    }
    joinAround(i);
    return true;
}

__paddr_t MemoryMap::take(__u64 pages, __u16 type, __u16 flags, __paddr_t limit)
{
    for (int i = 0; i < m_count; ++i) {
        const Region &region = m_regions[i];
        const __paddr_t base = region.pbase;
        if (region.type != UKPLAT_MEMRT_FREE || region.pg_count < pages)
            continue;
        if (base + pages * pageSize > limit)
            return 0;
        return set(base, pages * pageSize, type, flags) ? base : 0;
    }
    return 0;
}

} // namespace uk
