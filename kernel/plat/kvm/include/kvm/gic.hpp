// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>

namespace uk::kvm {

/** What differs between versions of Arm's Generic Interrupt Controller: how a processor takes its
 * interrupts. */
struct GicInterface
{
    const char *name;
    /** Starts it; returns the address of the frame with this processor's own interrupts 0 to 31,
     * laid out like the distributor, or 0 when the controller does not work as it should. */
    __u64 (*start)();
    /** The most urgent pending interrupt, which becomes active; what end() takes. */
    __u32 (*acknowledge)();
    void (*end)(__u32 acknowledged);
    __u32 numberMask; /**< the bits of what acknowledge() returns that are the interrupt's number */
};

extern const GicInterface gicV2;
extern const GicInterface gicV3;

/** The address of this processor's redistributor, or 0 before gicV3 has started. */
__u64 gicV3Redistributor();

/** Waits until the distributor has carried out what was written to it. False after too long. */
bool settleGic(__u64 controlRegister, __u32 pendingBit);

} // namespace uk::kvm
