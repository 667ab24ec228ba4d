// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Interrupts of devices, by pins and by messages (PCI 3.0, 6.2.4 and 6.8.2).

#include "host.hpp"

#include <errno.h>
#include <uk/asm/interrupts.h>
#include <uk/intctlr.h>

using namespace uk::pci;

namespace {

constexpr __u8 msixCapability = 0x11;
constexpr unsigned int controlField = 2;
constexpr unsigned int tableField = 4;
constexpr __u32 entriesMask = 0x7ff;
constexpr __u32 enableBit = 1U << 15;
constexpr __u32 barMask = 7;

/** An entry of the table, four words. */
struct TableEntry
{
    __u32 addressLow;
    __u32 addressHigh;
    __u32 data;
    __u32 control; // bit 0: masked
};

struct Table
{
    volatile TableEntry *entries; // nullptr: there is none
    unsigned int count;
};

__u32 controlOf(const pci_device &device, unsigned int capability)
{
    return uk_pci_read(&device, capability + controlField, 2);
}

Table mapTable(pci_device &device, unsigned int capability)
{
    const unsigned int count = (controlOf(device, capability) & entriesMask) + 1;
    const __u32 place = uk_pci_read(&device, capability + tableField, 4);
    volatile void *mapped =
        uk_pci_map(&device, place & barMask, place & ~barMask, count * sizeof(TableEntry));
    return {static_cast<volatile TableEntry *>(mapped), count};
}

/** Each word by itself, as the device demands. */
void writeEntry(volatile TableEntry &entry, const uk_intctlr_message &message, __u32 isMasked)
{
    entry.control = 1;
    entry.addressLow = static_cast<__u32>(message.address);
    entry.addressHigh = static_cast<__u32>(message.address >> 32);
    entry.data = message.data;
    entry.control = isMasked;
}

} // namespace

extern "C" {

int uk_pci_irq_line(const struct pci_device *device)
{
    const __u32 pin = uk_pci_read(device, config::interruptPin, 1);
    if (pin < 1 || pin > 4)
        return -ENOTSUP;
    const auto wire = findWire(device->addr, pin);
    if (!wire)
        return -wire.error().number;
    const int number = uk_intctlr_irq_of_wire(wire.value());
    return number < 0 ? -ENOTSUP : number;
}

int uk_pci_msix_enable(struct pci_device *device)
{
    const unsigned int capability = uk_pci_find_capability(device, msixCapability, 0);
    if (!capability || uk_intctlr_irq_message(__INTERRUPT_MESSAGES_FIRST, nullptr))
        return -ENOTSUP;
    const Table table = mapTable(*device, capability);
    if (!table.entries)
        return -ENOTSUP;
    for (unsigned int i = 0; i < table.count; ++i)
        writeEntry(table.entries[i], {}, 1);
    uk_pci_write(device, capability + controlField, 2, controlOf(*device, capability) | enableBit);
    return 0;
}

int uk_pci_msix_connect(struct pci_device *device, unsigned int entry)
{
    const unsigned int capability = uk_pci_find_capability(device, msixCapability, 0);
    if (!capability)
        return -EINVAL;
    const Table table = mapTable(*device, capability);
    if (!table.entries || entry >= table.count)
        return -EINVAL;
    unsigned int number = 0;
    if (uk_intctlr_irq_alloc(&number, 1))
        return -ENOMEM;
    uk_intctlr_message message{0, 0, messageSource(device->addr)};
    if (const int error = uk_intctlr_irq_message(number, &message)) {
        uk_intctlr_irq_free(&number, 1);
        return error;
    }
    writeEntry(table.entries[entry], message, 0);
    return static_cast<int>(number);
}

void uk_pci_msix_disable(struct pci_device *device)
{
    if (const unsigned int capability = uk_pci_find_capability(device, msixCapability, 0))
        uk_pci_write(device, capability + controlField, 2,
                     controlOf(*device, capability) & ~enableBit);
}

} // extern "C"
