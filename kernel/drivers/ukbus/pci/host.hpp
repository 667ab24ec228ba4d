// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/bus/pci.h>
#include <uk/result.hpp>

/** The host bridge: how configuration spaces are reached, and what memory devices can have. */
namespace uk::pci {

/** Addresses that can be given to devices. */
struct Window
{
    __u64 begin;
    __u64 end;
};

struct Host
{
    Window memory; /**< empty where the firmware has given out all addresses */
};

/** Finds the host bridge. ENODEV when the machine has none. */
ErrorOr<Host> findHost();

/** Aligned accesses of 1, 2 or 4 bytes. */
__u32 readConfiguration(const pci_address &address, unsigned int offset, unsigned int size);
void writeConfiguration(const pci_address &address, unsigned int offset, unsigned int size,
                        __u32 value);

/** The wire of the machine's interrupt controller (uk_intctlr_irq_of_wire()) that pin `pin` (1 to
 * 4) of a device is connected to. ENOTSUP when it is connected to none. */
ErrorOr<unsigned int> findWire(const pci_address &address, unsigned int pin);

/** What the interrupt controller takes messages of a device to come from. */
__u32 messageSource(const pci_address &address);

/** A function's number on its host: what it signs messages with (PCI Express 2.2.6.2). */
constexpr __u32 requesterOf(const pci_address &address)
{
    return static_cast<__u32>(address.bus) << 8 | static_cast<__u32>(address.devid) << 3 |
           address.function;
}

/** Offsets in the configuration space (PCI 3.0, 6.1). */
namespace config {
constexpr unsigned int vendor = 0x00;
constexpr unsigned int device = 0x02;
constexpr unsigned int command = 0x04;
constexpr unsigned int status = 0x06;
constexpr unsigned int subClass = 0x0a;
constexpr unsigned int baseClass = 0x0b;
constexpr unsigned int headerType = 0x0e;
constexpr unsigned int firstAddress = 0x10;
constexpr unsigned int secondaryBus = 0x19;
constexpr unsigned int subsystemVendor = 0x2c;
constexpr unsigned int subsystem = 0x2e;
constexpr unsigned int capabilities = 0x34;
constexpr unsigned int interruptLine = 0x3c;
constexpr unsigned int interruptPin = 0x3d;
} // namespace config

/** The memory behind a base address register. */
struct AddressRegister
{
    __u64 base;
    __u64 size; /**< 0: there is none */
    bool isPort;
    bool is64Bit;
};

/** Reads register `index` (0 to 5) of a device, and how large what is behind it is. */
AddressRegister readAddressRegister(const pci_device &device, unsigned int index);

/** Gives addresses in `window`, which gets smaller, to the registers that have none. ENOSPC when it
 * is used up. */
ErrorOr<void> assignAddresses(const pci_device &device, Window &window);

} // namespace uk::pci
