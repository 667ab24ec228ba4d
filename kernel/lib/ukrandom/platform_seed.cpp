// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "seeds.hpp"

#include <string.h>
#include <uk/config.h>
#include <uk/plat/random.h>
#ifdef CONFIG_LIBUKOFW
#include <uk/ofw/device_tree.hpp>
#endif

namespace uk::random {

namespace {

#ifdef CONFIG_LIBUKOFW
/** The property rng-seed of /chosen (Devicetree schema). */
__sz seedFromTree(unsigned char *bytes, __sz size)
{
    static constinit bool isUsed = false;
    const auto tree = ofw::machineTree();
    if (isUsed || !tree)
        return 0;
    const DeviceTree opened = tree.value();
    for (DeviceTree::Walk node(opened); node.next();) {
        const DeviceTree::Bytes seed = node.property("rng-seed");
        if (node.depth() != 1 || strcmp(node.name(), "chosen") != 0 || !seed)
            continue;
        isUsed = true;
        const __sz part = seed.size < size ? seed.size : size;
        memcpy(bytes, seed.data, part);
        return part;
    }
    return 0;
}
#else
__sz seedFromTree(unsigned char *, __sz)
{
    return 0;
}
#endif

} // namespace

__sz seedFromPlatform(unsigned char *bytes, __sz size)
{
    if (ukplat_random_seed) {
        const __ssz got = ukplat_random_seed(bytes, size);
        return got > 0 ? static_cast<__sz>(got) : 0;
    }
    return seedFromTree(bytes, size);
}

} // namespace uk::random
