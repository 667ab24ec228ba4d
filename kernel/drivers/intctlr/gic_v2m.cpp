// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// GICv2m (Arm Server Base System Architecture 2.3, appendix E): a frame of registers turns what
// devices write into shared interrupts of the distributor.

#include <arm64/cpu.hpp>
#include <errno.h>
#include <kvm/gic_messages.hpp>
#include <kvm/hardware.hpp>
#include <kvm/memory.hpp>
#include <uk/asm/interrupts.h>

namespace uk::kvm {

namespace {

constexpr __u64 type = 0x008;
constexpr __u64 setInterrupt = 0x040;
constexpr __u32 numberMask = 0x3ff;

int describe(unsigned int number, uk_intctlr_message *message)
{
    const Registers &frame = hardware().messageFrame;
    if (frame.size == 0)
        return -ENOTSUP;
    if (!mapDevice(frame.base, frame.size))
        return -ENOMEM;
    const __u32 description = arm64::read32(frame.base + type);
    const __u32 first = description >> 16 & numberMask;
    const __u32 count = description & numberMask;
    if (number < first || number - first >= count)
        return -ENOTSUP;
    if (message) {
        message->address = frame.base + setInterrupt;
        message->data = number;
    }
    return 0;
}

} // namespace

constinit const GicMessages gicFrameMessages{describe, nullptr, __INTERRUPT_MESSAGES_FIRST};

} // namespace uk::kvm
