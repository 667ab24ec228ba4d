// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The MADT (ACPI 6.4, 5.2.12): I/O APICs, and how ISA interrupts reach them.

#include <kvm/firmware.hpp>

namespace uk::kvm {

namespace {

struct [[gnu::packed]] Madt
{
    AcpiTable header;
    __u32 localApic;
    __u32 flags;
};

struct [[gnu::packed]] Entry
{
    __u8 type;
    __u8 length;
};

struct [[gnu::packed]] IoApicEntry : Entry
{
    __u8 id;
    __u8 reserved;
    __u32 address;
    __u32 firstWire;
};

struct [[gnu::packed]] InterruptOverride : Entry
{
    __u8 bus;
    __u8 source;
    __u32 global;
    __u16 flags;
};

constexpr __u8 ioApic = 1;
constexpr __u8 interruptOverride = 2;
constexpr __u16 polarityMask = 3;
constexpr __u16 polarityLow = 3;
constexpr __u16 triggerMask = 0xc;
constexpr __u16 triggerLevel = 0xc;

/** Calls a function with every entry of a type; those that are too short are left out. */
template <typename T, typename Visit>
void forEach(__u8 type, Visit visit)
{
    const AcpiTable *table = findAcpiTable("APIC");
    if (!table)
        return;
    const auto *bytes = reinterpret_cast<const __u8 *>(table);
    for (__u32 at = sizeof(Madt); at + sizeof(Entry) <= table->length;) {
        const auto &entry = *reinterpret_cast<const Entry *>(bytes + at);
        if (entry.length < sizeof(Entry) || at + entry.length > table->length)
            break;
        if (entry.type == type && entry.length >= sizeof(T))
            visit(static_cast<const T &>(entry));
        at += entry.length;
    }
}

} // namespace

InterruptWire findInterruptWire(unsigned int isaInterrupt)
{
    InterruptWire wire{isaInterrupt, false, false};
    forEach<InterruptOverride>(interruptOverride, [&](const InterruptOverride &entry) {
        if (entry.source == isaInterrupt)
            wire = {entry.global, (entry.flags & triggerMask) == triggerLevel,
                    (entry.flags & polarityMask) == polarityLow};
    });
    return wire;
}

IoApicPlace findIoApic(unsigned int wire)
{
    IoApicPlace found{0, 0};
    forEach<IoApicEntry>(ioApic, [&](const IoApicEntry &entry) {
        if (entry.firstWire <= wire && (!found.address || entry.firstWire > found.firstWire))
            found = {entry.address, entry.firstWire};
    });
    return found;
}

} // namespace uk::kvm
