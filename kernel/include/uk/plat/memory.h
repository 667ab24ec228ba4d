/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The list of memory regions: what the boot loader reported, less what is in use. It is sorted by
 * address and no two regions overlap. */

#include <uk/alloc.h>
#include <uk/arch/types.h>
#include <uk/config.h>
#include <uk/essentials.h>
#include <uk/page.h>
#include <uk/plat/memory_types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The number of regions. */
int ukplat_memregion_count(void);

/** Region number `index`. Returns 0, or -1 when there is no such region. */
int ukplat_memregion_get(int index, struct ukplat_memregion_desc **region);

/** The first region after number `index` (-1 to start) whose type is in `types` (0: any) and whose
 * flags under `mask` equal `flags`. Returns its number, or -1. */
static inline int ukplat_memregion_find_next(int index, __u32 types, __u32 flags, __u32 mask,
                                             struct ukplat_memregion_desc **region)
{
    struct ukplat_memregion_desc *candidate;
    for (++index; !ukplat_memregion_get(index, &candidate); ++index) {
        const int wanted = !types || (types & candidate->type);
        if (!wanted || (candidate->flags & mask) != flags)
            continue;
        *region = candidate;
        return index;
    }
    return -1;
}

/** Runs a statement for each such region; `*region` is its description. */
#define ukplat_memregion_foreach(region, types, flags, mask)                                       \
    for (int __uk_region = -1; (__uk_region = ukplat_memregion_find_next(                          \
                                    __uk_region, types, flags, mask, region)) >= 0;)

/** The first initial RAM disk. Returns its number, or -1 when none was loaded. */
static inline int ukplat_memregion_find_initrd0(struct ukplat_memregion_desc **region)
{
    return ukplat_memregion_find_next(-1, UKPLAT_MEMRT_INITRD, 0, 0, region);
}

/** Takes `bytes` bytes (rounded up to pages) out of the free regions, for things needed before
 * there is an allocator. Returns NULL when no region is large enough. */
void *ukplat_memregion_alloc(__sz bytes, int type, __u16 permissions);

/** Takes the page at `page` away (`guarded` not 0), so that every access to it faults, or gives it
 * back with its content. Returns 0, -EINVAL when it is no page of memory, or -ENOMEM or -EBUSY when
 * the platform's tables cannot say so. */
int ukplat_page_guard(void *page, int guarded);

/** Takes the right to write from all variables that are __ro_after_init. Called once, by ukboot,
 * before main(). Returns 0, or -ENOMEM when a page table was needed and there was no memory. */
int ukplat_memory_seal(void);

/** The allocator that the platform shall use; ukboot sets it. Returns 0, or -EINVAL. */
int ukplat_memallocator_set(struct uk_alloc *allocator);
struct uk_alloc *ukplat_memallocator_get(void);

#ifdef __cplusplus
}
#endif
