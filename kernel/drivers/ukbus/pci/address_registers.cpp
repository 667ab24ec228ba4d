// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Base address registers (PCI 3.0, 6.2.5).

#include "host.hpp"

#include <errno.h>
#include <uk/plat/io.h>

namespace uk::pci {

namespace {

constexpr unsigned int registers = 6;
constexpr __u32 isPortBit = 1;
constexpr __u32 typeMask = 6;
constexpr __u32 type64Bit = 4;
constexpr __u32 flagBits = 0xf;

constexpr __u32 memoryAccess = 1U << 1;
constexpr __u32 busMaster = 1U << 2;
constexpr __u32 bothAccesses = 3;

unsigned int offsetOf(unsigned int index)
{
    return config::firstAddress + 4 * index;
}

/** What a register keeps of ones: zeroes where the size is. */
__u32 probe(const pci_device &device, unsigned int index, __u32 original)
{
    uk_pci_write(&device, offsetOf(index), 4, ~0U);
    const __u32 kept = uk_pci_read(&device, offsetOf(index), 4);
    uk_pci_write(&device, offsetOf(index), 4, original);
    return kept;
}

} // namespace

AddressRegister readAddressRegister(const pci_device &device, unsigned int index)
{
    AddressRegister result{0, 0, false, false};
    if (index >= registers)
        return result;
    const __u32 low = uk_pci_read(&device, offsetOf(index), 4);
    result.isPort = low & isPortBit;
    result.is64Bit = !result.isPort && (low & typeMask) == type64Bit && index + 1 < registers;

    // Meanwhile the device must not answer at the addresses that are tried.
    const __u32 command = uk_pci_read(&device, config::command, 2);
    uk_pci_write(&device, config::command, 2, command & ~bothAccesses);
    const __u32 flags = result.isPort ? 3U : flagBits;
    __u64 mask = probe(device, index, low) & ~flags;
    result.base = low & ~flags;
    if (result.is64Bit) {
        const __u32 high = uk_pci_read(&device, offsetOf(index + 1), 4);
        mask |= static_cast<__u64>(probe(device, index + 1, high)) << 32;
        result.base |= static_cast<__u64>(high) << 32;
    } else if (mask) {
        mask |= ~0UL << 32;
    }
    uk_pci_write(&device, config::command, 2, command);
    result.size = mask ? ~mask + 1 : 0;
    // A size is a power of two, whatever the device says.
    if (result.size & (result.size - 1))
        result.size = 0;
    return result;
}

ErrorOr<void> assignAddresses(const pci_device &device, Window &window)
{
    for (unsigned int index = 0; index < registers; ++index) {
        const AddressRegister current = readAddressRegister(device, index);
        if (current.size && !current.isPort && current.base == 0) {
            const __u64 base = (window.begin + current.size - 1) & -current.size;
            if (base < window.begin || base > window.end || window.end - base < current.size)
                return Error{ENOSPC};
            uk_pci_write(&device, offsetOf(index), 4, static_cast<__u32>(base));
            if (current.is64Bit)
                uk_pci_write(&device, offsetOf(index + 1), 4, static_cast<__u32>(base >> 32));
            window.begin = base + current.size;
        }
        index += current.is64Bit;
    }
    return {};
}

} // namespace uk::pci

extern "C" volatile void *uk_pci_map(struct pci_device *device, unsigned int bar, __u64 offset,
                                     __u64 length)
{
    using namespace uk::pci;
    const AddressRegister memory = readAddressRegister(*device, bar);
    if (memory.isPort || !memory.base || length == 0 || offset > memory.size ||
        memory.size - offset < length)
        return nullptr;
    const __u32 command = uk_pci_read(device, config::command, 2);
    uk_pci_write(device, config::command, 2, command | memoryAccess | busMaster);
    return ukplat_io_map(memory.base + offset, length);
}
