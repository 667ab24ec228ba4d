// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The redistributors and the CPU interface of GICv3 (Arm IHI 0069, 12).

#include <arm64/cpu.hpp>
#include <kvm/gic.hpp>
#include <kvm/hardware.hpp>
#include <kvm/memory.hpp>

namespace uk::kvm {

namespace {

using namespace arm64;

constexpr __u64 type = 0x08;
constexpr __u64 waker = 0x14;
constexpr __u64 processorFrame = 0x10000;
constexpr __u64 usualStride = 0x20000;
constexpr __u64 strideWithVirtual = 0x40000;

constexpr __u64 hasVirtualFrames = 1UL << 1;
constexpr __u64 isLast = 1UL << 4;
constexpr __u32 processorSleep = 1U << 1;
constexpr __u32 childrenAsleep = 1U << 2;
constexpr __u64 everyPriority = 0xff;
constexpr __u64 systemRegisters = 1;

/** The redistributor of this processor, or 0. */
__u64 findRedistributor()
{
    const __u64 id = UK_ARM64_READ(mpidr_el1);
    const __u64 affinity = (id >> 32 & 0xff) << 24 | (id & 0xffffff);
    const Registers &frames = hardware().localInterface;
    for (__u64 at = frames.base; at + usualStride <= frames.base + frames.size;) {
        const __u64 description = read64(at + type);
        if (description >> 32 == affinity)
            return at;
        if (description & isLast)
            break;
        at += description & hasVirtualFrames ? strideWithVirtual : usualStride;
    }
    return 0;
}

constinit __u64 ownRedistributor = 0;

__u64 start()
{
    const Registers &registers = hardware().localInterface;
    if (registers.size == 0 || !mapDevice(registers.base, registers.size))
        return 0;
    const __u64 redistributor = findRedistributor();
    if (!redistributor)
        return 0;
    write32(redistributor + waker, read32(redistributor + waker) & ~processorSleep);
    if (!settleGic(redistributor + waker, childrenAsleep))
        return 0;

    // By number, as assemblers know the names only for processors with this interface.
    UK_ARM64_WRITE(s3_0_c12_c12_5, UK_ARM64_READ(s3_0_c12_c12_5) | systemRegisters); // ICC_SRE_EL1
    synchronizeContext();
    UK_ARM64_WRITE(s3_0_c4_c6_0, everyPriority); // ICC_PMR_EL1
    UK_ARM64_WRITE(s3_0_c12_c12_7, 1);           // ICC_IGRPEN1_EL1
    synchronizeContext();
    ownRedistributor = redistributor;
    return redistributor + processorFrame;
}

__u32 acknowledge()
{
    const __u64 acknowledged = UK_ARM64_READ(s3_0_c12_c12_0); // ICC_IAR1_EL1
    asm volatile("dsb sy" : : : "memory");
    return static_cast<__u32>(acknowledged);
}

void end(__u32 acknowledged)
{
    UK_ARM64_WRITE(s3_0_c12_c12_1, acknowledged); // ICC_EOIR1_EL1
    synchronizeContext();
}

} // namespace

__u64 gicV3Redistributor()
{
    return ownRedistributor;
}

constinit const GicInterface gicV3{"GICv3", start, acknowledge, end, 0xffffff};

} // namespace uk::kvm
