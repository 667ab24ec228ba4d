// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The device tree that a loader passes (Linux' Documentation/arm64/booting).

#include <errno.h>
#include <kvm/boot_info.hpp>
#include <kvm/hardware.hpp>
#include <kvm/memory.hpp>

// The end of what the boot tables map
constinit const __paddr_t uk::bootMapEnd = 2UL << 30;

namespace uk::kvm {

namespace {

constexpr __u64 largestTree = 2UL << 20;
// Where QEMU puts it when it does not pass the address: for an ELF file.
constexpr __u64 usualAddress = 0x40000000;
// What the page tables reach.
constexpr __u64 addressLimit = 1UL << 39;

constexpr __u16 readWrite = UKPLAT_MEMRF_READ | UKPLAT_MEMRF_WRITE;

bool beginsWith(const char *text, const char *beginning)
{
    while (*beginning && *text == *beginning) {
        ++text;
        ++beginning;
    }
    return *beginning == '\0';
}

bool isMemory(const DeviceTree::Walk &node)
{
    return node.depth() == 1 && node.property("device_type").lists("memory") && node.isEnabled();
}

bool addRanges(const DeviceTree::Walk &node, MemoryMap &memory, __u16 type, __u16 flags)
{
    for (__u32 i = 0;; ++i) {
        const auto range = node.addresses(i);
        if (!range)
            return true;
        const __u64 base = range.value().base;
        __u64 size = range.value().size;
        if (base >= addressLimit)
            continue;
        if (size > addressLimit - base)
            size = addressLimit - base;
        if (size && !memory.set(base, size, type, flags))
            return false;
    }
}

bool addMemory(const DeviceTree &tree, MemoryMap &memory)
{
    for (DeviceTree::Walk node(tree); node.next();) {
        if (isMemory(node) && !addRanges(node, memory, UKPLAT_MEMRT_FREE, readWrite))
            return false;
    }
    return true;
}

/** What lies in memory that must be left alone; afterwards, so that it wins. */
bool addReserved(const DeviceTree &tree, MemoryMap &memory)
{
    bool isReserved = false;
    for (DeviceTree::Walk node(tree); node.next();) {
        if (node.depth() == 1)
            isReserved = beginsWith(node.name(), "reserved-memory");
        else if (node.depth() == 2 && isReserved &&
                 !addRanges(node, memory, UKPLAT_MEMRT_RESERVED, UKPLAT_MEMRF_READ))
            return false;
    }
    for (__u32 i = 0;; ++i) {
        const auto range = tree.reservation(i);
        if (!range)
            return true;
        if (range.value().base < addressLimit && range.value().size < addressLimit &&
            !memory.set(range.value().base, range.value().size, UKPLAT_MEMRT_RESERVED,
                        UKPLAT_MEMRF_READ))
            return false;
    }
}

__u64 numberOf(const DeviceTree::Bytes &value)
{
    return value.size == 8 ? static_cast<__u64>(value.cell(0)) << 32 | value.cell(1)
                           : value.cell(0);
}

bool readChosen(const DeviceTree &tree, BootInfo &info)
{
    for (DeviceTree::Walk node(tree); node.next();) {
        if (node.depth() != 1 || !beginsWith(node.name(), "chosen"))
            continue;
        info.commandLine = node.property("bootargs").text();
        info.seed = numberOf(node.property("kaslr-seed"));
        const __u64 begin = numberOf(node.property("linux,initrd-start"));
        const __u64 end = numberOf(node.property("linux,initrd-end"));
        if (begin < end && end <= addressLimit &&
            !info.memory.set(begin, end - begin, UKPLAT_MEMRT_INITRD, readWrite))
            return false;
    }
    return true;
}

} // namespace

ErrorOr<void> readLoader(BootProtocol, __u64 address, BootInfo &info)
{
    if (!address)
        address = usualAddress;
    const DeviceTree tree =
        UK_TRY(DeviceTree::open(reinterpret_cast<const void *>(address), largestTree));
    readHardware(tree);
    if (!addMemory(tree, info.memory) || !addReserved(tree, info.memory) ||
        !readChosen(tree, info) ||
        !info.memory.set(address, tree.usedSize(), UKPLAT_MEMRT_DEVICETREE, UKPLAT_MEMRF_READ))
        return Error{ENOSPC};
    return {};
}

ErrorOr<void> mapConsole()
{
    const Registers &console = hardware().console;
    if (!mapDevice(console.base, console.size))
        return Error{ENOMEM};
    return {};
}

} // namespace uk::kvm
