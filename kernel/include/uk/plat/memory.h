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

/** Region `i`. Returns 0, or -1 when there is no such region. */
int ukplat_memregion_get(int i, struct ukplat_memregion_desc **mrd);

/** The first region after `i` (-1 to start) whose type is in `type` (0: any) and whose flags
 * under `fmask` equal `flags`. Returns its index, or -1. */
static inline int ukplat_memregion_find_next(int i, __u32 type, __u32 flags, __u32 fmask,
                                             struct ukplat_memregion_desc **mrd)
{
    struct ukplat_memregion_desc *desc;

    while (ukplat_memregion_get(++i, &desc) == 0) {
        if ((!type || (desc->type & type)) && (desc->flags & fmask) == flags) {
            *mrd = desc;
            return i;
        }
    }
    return -1;
}

#define ukplat_memregion_foreach(mrd, type, flags, fmask)                                          \
    for (int __mrd_i = ukplat_memregion_find_next(-1, type, flags, fmask, mrd); __mrd_i >= 0;      \
         __mrd_i = ukplat_memregion_find_next(__mrd_i, type, flags, fmask, mrd))

/** The first initial RAM disk. Returns its index, or -1 when none was loaded. */
#define ukplat_memregion_find_initrd0(mrd)                                                         \
    ukplat_memregion_find_next(-1, UKPLAT_MEMRT_INITRD, 0, 0, mrd)

/** Takes `size` bytes (rounded up to pages) out of the free regions, for things needed before
 * there is an allocator. Returns NULL when no region is large enough. */
void *ukplat_memregion_alloc(__sz size, int type, __u16 flags);

/** The allocator that the platform shall use; ukboot sets it. Returns 0, or -EINVAL. */
int ukplat_memallocator_set(struct uk_alloc *a);
struct uk_alloc *ukplat_memallocator_get(void);

#ifdef __cplusplus
}
#endif
