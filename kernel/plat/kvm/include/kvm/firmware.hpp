// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

/** What the firmware's ACPI tables tell (ACPI specification 6.4). They are looked for when first
 * needed; a guest without them works. */
namespace uk::kvm {

/** Remembers where the root pointer is; 0: it has to be searched for. */
void setAcpiRsdp(__paddr_t address);

/** The header that every table begins with. */
struct [[gnu::packed]] AcpiTable
{
    char signature[4];
    __u32 length; // with this header
    __u8 revision;
    __u8 checksum;
    char oemId[6];
    char oemTableId[8];
    __u32 oemRevision;
    __u32 creatorId;
    __u32 creatorRevision;
};

/** The table with this four-letter signature, mapped as a whole, or nullptr. */
const AcpiTable *findAcpiTable(const char *signature);

/** Fields of the FADT, 0 where the machine lacks what they describe. */
struct FixedHardware
{
    __u16 powerControlPort; /**< PM1a_CNT */
    __u16 powerTimerPort;   /**< PM_TMR, 3,579,545 Hz, 24 bits */
    __paddr_t sleepControl; /**< register of hardware-reduced machines, in memory */
    __u8 powerOffType;      /**< SLP_TYP of the state S5 */
    bool powerOffTypeKnown;
    bool found; /**< there is an FADT */
};

FixedHardware readFixedHardware();

/** The global interrupt that an ISA interrupt is wired to, and how (MADT, type 2). */
struct InterruptWire
{
    unsigned int global;
    bool levelTriggered;
    bool activeLow;
};

InterruptWire findInterruptWire(unsigned int isaInterrupt);

/** An I/O APIC (MADT, type 1). */
struct IoApicPlace
{
    __paddr_t address; /**< 0: there is none */
    unsigned int firstWire;
};

/** The I/O APIC of the machine's tables whose inputs begin with the wire nearest below, or at,
 * `wire`. */
IoApicPlace findIoApic(unsigned int wire);

} // namespace uk::kvm
