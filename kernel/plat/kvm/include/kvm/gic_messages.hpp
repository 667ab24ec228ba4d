// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/intctlr.h>

namespace uk::kvm {

/** How devices raise interrupts by writing to memory, which differs between versions of the Generic
 * Interrupt Controller. Numbers are from __INTERRUPT_MESSAGES_FIRST to __INTERRUPT_MESSAGES_END
 * - 1. */
struct GicMessages
{
    /** Prepares interrupt `number` for the device that `message` names, and says what it has to
     * write; nullptr: says only whether that can be. 0, -ENOTSUP where the machine has no messages,
     * -ENOMEM, or -EIO when the controller does not work as it should. */
    int (*describe)(unsigned int number, uk_intctlr_message *message);
    /** Lets an interrupt through, or not; nullptr: they are the distributor's like any other. */
    void (*enable)(unsigned int number, bool isEnabled);
    __u32 first; /**< what the processor gets for __INTERRUPT_MESSAGES_FIRST */
};

extern const GicMessages gicFrameMessages;      /**< GICv2: the frame GICv2m */
extern const GicMessages gicTranslatedMessages; /**< GICv3: the Interrupt Translation Service */

} // namespace uk::kvm
