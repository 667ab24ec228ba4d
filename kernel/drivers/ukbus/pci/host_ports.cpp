// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A PC's configuration ports (PCI 3.0, 3.2.2.3.2: mechanism 1).

#include "host.hpp"

#include <errno.h>
#include <uk/irq_guard.hpp>
#include <x86/cpu.hpp>

namespace uk::pci {

namespace {

constexpr __u16 addressPort = 0xcf8;
constexpr __u16 dataPort = 0xcfc;
constexpr __u32 enable = 1U << 31;

void select(const pci_address &address, unsigned int offset)
{
    x86::out32(addressPort, enable | static_cast<__u32>(address.bus) << 16 |
                                static_cast<__u32>(address.devid) << 11 |
                                static_cast<__u32>(address.function) << 8 | (offset & 0xfc));
}

} // namespace

ErrorOr<Host> findHost()
{
    // The address port keeps what is written; a port that is not there reads as ones.
    const IrqGuard guard;
    x86::out32(addressPort, enable);
    if (x86::in32(addressPort) != enable)
        return Error{ENODEV};
    return Host{{0, 0}};
}

ErrorOr<unsigned int> findWire(const pci_address &address, unsigned int)
{
    // As the firmware has set it up; 255 and 0 stand for none.
    constexpr __u32 wires = 24;
    const __u32 line = readConfiguration(address, config::interruptLine, 1);
    if (line == 0 || line >= wires)
        return Error{ENOTSUP};
    return line;
}

__u32 messageSource(const pci_address &address)
{
    return requesterOf(address);
}

__u32 readConfiguration(const pci_address &address, unsigned int offset, unsigned int size)
{
    const IrqGuard guard;
    select(address, offset);
    const auto port = static_cast<__u16>(dataPort + (offset & 3));
    switch (size) {
    case 1:
        return x86::in8(port);
    case 2:
        return x86::in16(port);
    default:
        return x86::in32(port);
    }
}

void writeConfiguration(const pci_address &address, unsigned int offset, unsigned int size,
                        __u32 value)
{
    const IrqGuard guard;
    select(address, offset);
    const auto port = static_cast<__u16>(dataPort + (offset & 3));
    switch (size) {
    case 1:
        x86::out8(port, static_cast<__u8>(value));
        break;
    case 2:
        x86::out16(port, static_cast<__u16>(value));
        break;
    default:
        x86::out32(port, value);
    }
}

} // namespace uk::pci
