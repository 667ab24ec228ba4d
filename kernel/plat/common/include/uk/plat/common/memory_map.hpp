// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/plat/memory_types.h>

namespace uk {

/** The list of memory regions: sorted by address, never overlapping, of a fixed capacity. */
class MemoryMap
{
public:
    using Region = ukplat_memregion_desc;

    /** Makes [base, base + length) a region of `type`, whatever was there before: what it overlaps
     * is cut. Free memory loses its partial pages, every other type gets them. Neighbours alike
     * are joined. Returns false, with the map as it was, when there is no room for more regions. */
    bool set(__paddr_t base, __u64 length, __u16 type, __u16 flags);

    /** Turns `pages` pages of the first free region that has them and ends at or below `limit` into
     * a region of `type`. Returns their address, or 0. */
    __paddr_t take(__u64 pages, __u16 type, __u16 flags, __paddr_t limit);

    int count() const { return m_count; }
    Region &operator[](int i) { return m_regions[i]; }

private:
    static constexpr int capacity = CONFIG_UKPLAT_MEMREGION_MAX_COUNT;

    void removeAt(int i);
    void insertAt(int i, __paddr_t base, __paddr_t end, __u16 type, __u16 flags);
    void joinAround(int i);

    Region m_regions[capacity]{};
    int m_count = 0;
};

} // namespace uk
