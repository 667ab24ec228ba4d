// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The memory window of PCI Express (base specification 7.2.2), as a device tree tells of it ("PCI
// bus binding to Open Firmware", "pci-host-ecam-generic").

#include "host.hpp"

#include <arm64/cpu.hpp>
#include <errno.h>
#include <uk/ofw/device_tree.hpp>
#include <uk/plat/io.h>

namespace uk::pci {

namespace {

constexpr __u64 perFunction = 4096;
constexpr __u64 perBus = 256 * perFunction;
constexpr __u32 spaceOf32BitMemory = 2;

// Rows of the property interrupt-map: address on the bus (3 cells) and pin (1), the controller (1),
// and for a GIC an address (2 cells) and its interrupt (3: kind, number, flags).
constexpr __u32 mapCells = 10;
constexpr __u32 mapPin = 3;
constexpr __u32 mapKind = 7;
constexpr __u32 mapNumber = 8;
constexpr __u32 firstShared = 32;

constinit __u64 ecamBase = 0;
constinit __u64 ecamSize = 0;
constinit DeviceTree::Bytes interruptMap{nullptr, 0};
constinit __u32 interruptMask = 0; // of the address
constinit DeviceTree::Bytes messageMap{nullptr, 0};

/** Rows of: address on the bus (3 cells, the first with flags), address for the processor (2), size
 * (2). */
Window memoryWindow(const DeviceTree::Bytes &ranges)
{
    constexpr __u32 cells = 7;
    for (__u32 row = 0; (row + cells) * 4 <= ranges.size; row += cells) {
        const __u64 onBus = static_cast<__u64>(ranges.cell(row + 1)) << 32 | ranges.cell(row + 2);
        const __u64 forProcessor =
            static_cast<__u64>(ranges.cell(row + 3)) << 32 | ranges.cell(row + 4);
        const __u64 size = static_cast<__u64>(ranges.cell(row + 5)) << 32 | ranges.cell(row + 6);
        const __u32 space = ranges.cell(row) >> 24 & 3;
        if (space == spaceOf32BitMemory && onBus == forProcessor && onBus + size <= 1UL << 32)
            return {onBus, onBus + size};
    }
    return {0, 0};
}

__u64 addressOf(const pci_address &address, unsigned int offset)
{
    const __u64 at = static_cast<__u64>(address.bus) << 20 |
                     static_cast<__u64>(address.devid) << 15 |
                     static_cast<__u64>(address.function) << 12 | offset;
    return at < ecamSize ? ecamBase + at : 0;
}

} // namespace

ErrorOr<Host> findHost()
{
    const DeviceTree tree = UK_TRY(ofw::machineTree());
    for (DeviceTree::Walk node(tree); node.next();) {
        if (!node.isCompatible("pci-host-ecam-generic") || !node.isEnabled())
            continue;
        const DeviceTree::Range window = UK_TRY(node.addresses(0));
        // What is behind bridges has no numbers without a firmware: the first bus is all there is.
        ecamSize = window.size < perBus ? window.size : perBus;
        ecamBase = window.base;
        if (!ukplat_io_map(ecamBase, ecamSize))
            return Error{ENOMEM};
        interruptMap = node.property("interrupt-map");
        messageMap = node.property("msi-map");
        interruptMask = node.property("interrupt-map-mask").cell(0);
        return Host{memoryWindow(node.property("ranges"))};
    }
    return Error{ENODEV};
}

ErrorOr<unsigned int> findWire(const pci_address &address, unsigned int pin)
{
    const __u32 device = static_cast<__u32>(address.bus) << 16 |
                         static_cast<__u32>(address.devid) << 11 |
                         static_cast<__u32>(address.function) << 8;
    for (__u32 row = 0; (row + mapCells) * 4 <= interruptMap.size; row += mapCells) {
        if (interruptMap.cell(row) == (device & interruptMask) &&
            interruptMap.cell(row + mapPin) == pin && interruptMap.cell(row + mapKind) == 0)
            return firstShared + interruptMap.cell(row + mapNumber);
    }
    return Error{ENOTSUP};
}

/** Rows of: first requester, the controller, what it takes that one for, how many ("PCI MSI
 * mapping"). */
__u32 messageSource(const pci_address &address)
{
    constexpr __u32 cells = 4;
    const __u32 requester = requesterOf(address);
    for (__u32 row = 0; (row + cells) * 4 <= messageMap.size; row += cells) {
        const __u32 distance = requester - messageMap.cell(row);
        if (distance < messageMap.cell(row + 3))
            return messageMap.cell(row + 2) + distance;
    }
    return requester;
}

__u32 readConfiguration(const pci_address &address, unsigned int offset, unsigned int size)
{
    const __u64 at = addressOf(address, offset & ~3U);
    const __u32 word = at ? arm64::read32(at) : ~0U;
    const __u32 mask = size == 4 ? ~0U : (1U << 8 * size) - 1;
    return word >> 8 * (offset & 3) & mask;
}

void writeConfiguration(const pci_address &address, unsigned int offset, unsigned int size,
                        __u32 value)
{
    const __u64 at = addressOf(address, offset & ~3U);
    if (!at)
        return;
    if (size == 4)
        return arm64::write32(at, value);
    // Part of a word; the status register beside the command clears bits written as 1.
    const unsigned int shift = 8 * (offset & 3);
    const __u32 mask = ((1U << 8 * size) - 1) << shift;
    __u32 rest = arm64::read32(at) & ~mask;
    if ((offset & ~3U) == config::command)
        rest &= 0xffff;
    arm64::write32(at, rest | (value << shift & mask));
}

} // namespace uk::pci
