// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/ofw/device_tree.hpp>
#include <uk/plat/memory.h>

namespace uk::ofw {

namespace {

// A tree's size counts free space at its end, too, which is no longer reserved and never read; the
// loader's limit applies.
constexpr __u64 largestTree = 2UL << 20;

} // namespace

ErrorOr<DeviceTree> machineTree()
{
    ukplat_memregion_desc *region;
    if (ukplat_memregion_find_next(-1, UKPLAT_MEMRT_DEVICETREE, 0, 0, &region) < 0)
        return Error{ENOENT};
    return DeviceTree::open(reinterpret_cast<const void *>(region->vbase + region->pg_off),
                            largestTree);
}

} // namespace uk::ofw
