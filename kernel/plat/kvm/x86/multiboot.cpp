// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Multiboot specification 0.6.96, section 3.3.

#include "loaders.hpp"

#include <errno.h>

namespace uk::kvm {

namespace {

struct MultibootInfo
{
    __u32 flags;
    __u32 lowerKib;
    __u32 upperKib;
    __u32 bootDevice;
    __u32 commandLine;
    __u32 moduleCount;
    __u32 modules;
    __u32 symbols[4];
    __u32 memoryMapLength;
    __u32 memoryMap;
};

struct MultibootModule
{
    __u32 begin;
    __u32 end;
    __u32 string;
    __u32 reserved;
};

struct [[gnu::packed]] MultibootMemory
{
    __u32 size; // of the rest of this entry
    __u64 base;
    __u64 length;
    __u32 type;
};

constexpr __u32 hasMemorySizes = 1U << 0;
constexpr __u32 hasCommandLine = 1U << 2;
constexpr __u32 hasModules = 1U << 3;
constexpr __u32 hasMemoryMap = 1U << 6;
constexpr __u32 usable = 1;

constexpr __u16 readWrite = UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE;

template <typename T>
const T *at(__u64 address)
{
    return reinterpret_cast<const T *>(address);
}

bool readMemoryMap(const MultibootInfo &loader, MemoryMap &memory, bool wantUsable)
{
    const __u64 end = static_cast<__u64>(loader.memoryMap) + loader.memoryMapLength;
    for (__u64 address = loader.memoryMap; address + sizeof(MultibootMemory) <= end;) {
        const auto *entry = at<MultibootMemory>(address);
        const bool isUsable = entry->type == usable;
        if (isUsable == wantUsable &&
            !memory.set(entry->base, entry->length,
                        isUsable ? UKPLAT_MEMRT_FREE : UKPLAT_MEMRT_RESERVED,
                        isUsable ? readWrite : UKPLAT_MEMRF_READ))
            return false;
        address += entry->size + sizeof(entry->size);
    }
    return true;
}

} // namespace

ErrorOr<void> readMultiboot(__u64 address, BootInfo &info)
{
    const auto &loader = *at<MultibootInfo>(address);

    if (loader.flags & hasMemoryMap) {
        // Where entries overlap, reserved wins.
        if (!readMemoryMap(loader, info.memory, true) || !readMemoryMap(loader, info.memory, false))
            return Error{ENOSPC};
    } else if (loader.flags & hasMemorySizes) {
        info.memory.set(0, loader.lowerKib * 1024UL, UKPLAT_MEMRT_FREE, readWrite);
        info.memory.set(0x100000, loader.upperKib * 1024UL, UKPLAT_MEMRT_FREE, readWrite);
    } else {
        return Error{EINVAL};
    }

    if (loader.flags & hasModules) {
        for (__u32 i = 0; i < loader.moduleCount; ++i) {
            const auto &module = at<MultibootModule>(loader.modules)[i];
            if (!info.memory.set(module.begin, module.end - module.begin, UKPLAT_MEMRT_INITRD,
                                 readWrite))
                return Error{ENOSPC};
        }
    }
    if (loader.flags & hasCommandLine) {
        info.commandLine = at<char>(loader.commandLine);
        info.commandLineHasName = true;
    }
    return {};
}

} // namespace uk::kvm
