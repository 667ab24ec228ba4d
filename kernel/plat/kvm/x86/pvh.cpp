// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The PVH start-up structure: Xen's public/arch-x86/hvm/start_info.h.

#include "loaders.hpp"

#include <errno.h>
#include <kvm/firmware.hpp>

namespace uk::kvm {

namespace {

struct StartInfo
{
    __u32 magic;
    __u32 version;
    __u32 flags;
    __u32 moduleCount;
    __u64 modules;
    __u64 commandLine;
    __u64 rsdp;
    // From version 1 on:
    __u64 memoryMap;
    __u32 memoryMapCount;
    __u32 reserved;
};

struct ModuleEntry
{
    __u64 begin;
    __u64 size;
    __u64 commandLine;
    __u64 reserved;
};

struct MemoryEntry
{
    __u64 base;
    __u64 length;
    __u32 type;
    __u32 reserved;
};

constexpr __u32 startInfoMagic = 0x336ec578;
constexpr __u32 usable = 1;
constexpr __u16 readWrite = UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE;

} // namespace

ErrorOr<void> readPvh(__u64 address, BootInfo &info)
{
    const auto &start = *reinterpret_cast<const StartInfo *>(address);
    if (start.magic != startInfoMagic || start.version < 1 || start.memoryMapCount == 0)
        return Error{EINVAL};

    const auto *memory = reinterpret_cast<const MemoryEntry *>(start.memoryMap);
    // Where entries overlap, reserved wins.
    for (int pass = 0; pass < 2; ++pass) {
        const bool wantUsable = pass == 0;
        for (__u32 i = 0; i < start.memoryMapCount; ++i) {
            const bool isUsable = memory[i].type == usable;
            if (isUsable == wantUsable &&
                !info.memory.set(memory[i].base, memory[i].length,
                                 isUsable ? UKPLAT_MEMRT_FREE : UKPLAT_MEMRT_RESERVED,
                                 isUsable ? readWrite : UKPLAT_MEMRF_READ))
                return Error{ENOSPC};
        }
    }

    const auto *modules = reinterpret_cast<const ModuleEntry *>(start.modules);
    for (__u32 i = 0; i < start.moduleCount; ++i) {
        if (!info.memory.set(modules[i].begin, modules[i].size, UKPLAT_MEMRT_INITRD, readWrite))
            return Error{ENOSPC};
    }
    info.commandLine = reinterpret_cast<const char *>(start.commandLine);
    setAcpiRsdp(start.rsdp);
    return {};
}

} // namespace uk::kvm
