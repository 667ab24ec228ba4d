// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The CPU interface of GICv2 (Arm IHI 0048, 4.4).

#include <arm64/cpu.hpp>
#include <kvm/gic.hpp>
#include <kvm/hardware.hpp>
#include <kvm/memory.hpp>

namespace uk::kvm {

namespace {

using namespace arm64;

constexpr __u64 control = 0x00;
constexpr __u64 priorityMask = 0x04;
constexpr __u64 acknowledgeRegister = 0x0c;
constexpr __u64 endRegister = 0x10;

constexpr __u32 everyPriority = 0xff;

__u64 base()
{
    return hardware().localInterface.base;
}

__u64 start()
{
    const Registers &registers = hardware().localInterface;
    if (registers.size == 0 || !mapDevice(registers.base, registers.size))
        return 0;
    write32(base() + priorityMask, everyPriority);
    write32(base() + control, 1);
    // The distributor keeps the processor's own interrupts in registers that each processor sees
    // its own of.
    return hardware().distributor.base;
}

__u32 acknowledge()
{
    return read32(base() + acknowledgeRegister);
}

void end(__u32 acknowledged)
{
    write32(base() + endRegister, acknowledged);
}

} // namespace

constinit const GicInterface gicV2{"GICv2", start, acknowledge, end, 0x3ff};

} // namespace uk::kvm
