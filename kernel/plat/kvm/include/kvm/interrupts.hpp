// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/intctlr.h>

/** The interrupt controllers of a PC. Interrupts 0 to 15 are the ISA ones, with an I/O APIC the
 * others up to 23 are its further inputs; localTimer is the local APIC's timer. Interrupt i arrives
 * at vector trapVectors + i. */
namespace uk::kvm {

constexpr unsigned int isaInterrupts = 16;
constexpr unsigned int ioApicInterrupts = 24;
constexpr unsigned int localTimer = 24;
constexpr unsigned int firstMessageInterrupt = 25;

/** A controller, and what the processor's entry code needs beyond its operations. */
struct Controller
{
    uk_intctlr_desc description;
    void (*endInterrupt)(unsigned int irq);
};

/** The pair of 8259 controllers. Moves its vectors and masks everything. */
Controller *startPic();
/** Masks everything at the 8259s; spurious interrupts of theirs arrive at harmless vectors. */
void silencePic();

/** I/O APIC and local APIC, or nullptr when the processor has no local APIC. */
Controller *startApic();

/** The controller in charge, or nullptr before uk_intctlr_probe(). */
Controller *controller();

} // namespace uk::kvm
