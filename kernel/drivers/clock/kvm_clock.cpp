// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// KVM's paravirtual clock (Linux: Documentation/virt/kvm/x86/msr.rst, cpuid.rst).

#include <kvm/clock.hpp>
#include <x86/cpu.hpp>

namespace uk::kvm {

namespace {

using namespace x86;

struct [[gnu::packed]] TimeInfo
{
    __u32 version; // odd while it is being written
    __u32 pad;
    __u64 tscTimestamp;
    __u64 systemTime;
    __u32 tscToSystemFactor; // of 2^32
    __s8 tscShift;
    __u8 flags;
    __u8 reserved[2];
};

constexpr __u32 hypervisorLeaf = 0x40000000;
constexpr __u32 featureLeaf = 0x40000001;
constexpr __u32 hasClock = 1U << 3;
constexpr __u32 systemTimeMsr = 0x4b564d01;

alignas(64) constinit volatile TimeInfo timeInfo{};

bool isKvm()
{
    if (!(cpuid(1).ecx & 1U << 31))
        return false;
    const Cpuid leaf = cpuid(hypervisorLeaf);
    return leaf.ebx == 0x4b4d564b && leaf.ecx == 0x564b4d56 && leaf.edx == 0x4d && // "KVMKVMKVM"
           leaf.eax >= featureLeaf;
}

} // namespace

CountRate askKvmClock()
{
    if (!isKvm() || !(cpuid(featureLeaf).eax & hasClock))
        return {0};
    // Only the rate is of interest: have it written once, then switch it off.
    writeMsr(systemTimeMsr, reinterpret_cast<__u64>(&timeInfo) | 1);
    const __u64 factor = timeInfo.tscToSystemFactor;
    const int shift = timeInfo.tscShift;
    const bool isStable = !(timeInfo.version & 1);
    writeMsr(systemTimeMsr, 0);
    if (!isStable || !factor || shift > 31 || shift < -31)
        return {0};
    return {shift >= 0 ? factor << shift : factor >> -shift};
}

} // namespace uk::kvm
