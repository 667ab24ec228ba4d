// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The memory of the address sanitizer. Code writes to it from its first local variable on, so it is
// where the boot tables reach, and nothing of it counts before uk_kasan_start().

#include <errno.h>
#include <kvm/memory.hpp>
#include <uk/config.h>

namespace uk::kvm {

namespace {

constexpr __u64 pageSize = 4096;
constexpr __u64 bytesPerState = 8;

__u64 endOf(const MemoryMap::Region &region)
{
    return region.pbase + region.pg_count * pageSize;
}

/** The page that the state of `address` is in. */
__u64 shadowPage(__u64 address)
{
    return (CONFIG_LIBKASAN_SHADOW_OFFSET + address / bytesPerState) & -pageSize;
}

} // namespace

ErrorOr<void> reserveShadow(MemoryMap &memory)
{
    __u64 lowest = ~0UL;
    __u64 highest = 0;
    for (int i = 0; i < memory.count(); ++i) {
        if (memory[i].type != UKPLAT_MEMRT_FREE)
            continue;
        lowest = memory[i].pbase < lowest ? memory[i].pbase : lowest;
        highest = endOf(memory[i]) > highest ? endOf(memory[i]) : highest;
    }
    if (lowest >= highest)
        return Error{ENOMEM};
    const __u64 begin = shadowPage(lowest);
    const __u64 end = shadowPage(highest - 1) + pageSize;
    for (int i = 0; i < memory.count(); ++i) {
        if (memory[i].type != UKPLAT_MEMRT_FREE || begin < memory[i].pbase ||
            end > endOf(memory[i]))
            continue;
        if (!memory.set(begin, end - begin, UKPLAT_MEMRT_KERNEL,
                        UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE))
            return Error{ENOSPC};
        return {};
    }
    return Error{ENOMEM};
}

} // namespace uk::kvm
