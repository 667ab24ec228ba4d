// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The MADT (ACPI 6.4, 5.2.12): how ISA interrupts reach the I/O APIC.

#include <kvm/firmware.hpp>

namespace uk::kvm {

namespace {

struct [[gnu::packed]] Madt
{
    AcpiTable header;
    __u32 localApic;
    __u32 flags;
};

struct [[gnu::packed]] InterruptOverride
{
    __u8 type;
    __u8 length;
    __u8 bus;
    __u8 source;
    __u32 global;
    __u16 flags;
};

constexpr __u8 interruptOverride = 2;
constexpr __u16 polarityMask = 3;
constexpr __u16 polarityLow = 3;
constexpr __u16 triggerMask = 0xc;
constexpr __u16 triggerLevel = 0xc;

} // namespace

InterruptWire findInterruptWire(unsigned int isaInterrupt)
{
    InterruptWire wire{isaInterrupt, false, false};
    const AcpiTable *table = findAcpiTable("APIC");
    if (!table)
        return wire;
    const auto *bytes = reinterpret_cast<const __u8 *>(table);
    for (__u32 at = sizeof(Madt); at + 2 <= table->length;) {
        const auto &entry = *reinterpret_cast<const InterruptOverride *>(bytes + at);
        if (entry.length < 2 || at + entry.length > table->length)
            break;
        if (entry.type == interruptOverride && entry.source == isaInterrupt)
            wire = {entry.global, (entry.flags & triggerMask) == triggerLevel,
                    (entry.flags & polarityMask) == polarityLow};
        at += entry.length;
    }
    return wire;
}

} // namespace uk::kvm
