// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/local_apic.hpp>
#include <kvm/memory.hpp>
#include <kvm/vectors.hpp>
#include <x86/cpu.hpp>

namespace uk::kvm {

namespace {

using namespace x86;

constexpr __u32 apicBaseMsr = 0x1b;
constexpr __u64 apicEnabled = 1UL << 11;
constexpr __u64 apicX2 = 1UL << 10;

constexpr unsigned int idRegister = 0x20;
constexpr unsigned int endRegister = 0xb0;
constexpr unsigned int spuriousRegister = 0xf0;
constexpr unsigned int timerRegister = 0x320;
constexpr unsigned int initialCountRegister = 0x380;
constexpr unsigned int currentCountRegister = 0x390;
constexpr unsigned int divideRegister = 0x3e0;

constexpr __u32 softwareEnable = 1U << 8;
constexpr __u32 masked = 1U << 16;
constexpr __u32 divideByOne = 0xb;

constexpr __u32 hypervisorLeaf = 0x40000000;
constexpr __u32 frequencyLeaf = 0x40000010;

bool isHypervisor(const Cpuid &leaf, const char *name)
{
    const __u32 words[3] = {leaf.ebx, leaf.ecx, leaf.edx};
    for (int i = 0; i < 12; ++i) {
        if (static_cast<char>(words[i / 4] >> (8 * (i % 4))) != name[i])
            return false;
    }
    return true;
}

constinit LocalApic theApic;
constinit bool isProbed = false;
constinit bool isPresent = false;

} // namespace

LocalApic *LocalApic::get()
{
    if (isProbed)
        return isPresent ? &theApic : nullptr;
    isProbed = true;
    if (!(cpuid(1).edx & 1U << 9))
        return nullptr;
    const __u64 base = readMsr(apicBaseMsr);
    if (!(base & apicEnabled) || (base & apicX2))
        return nullptr;
    auto *registers = mapDevice(base & 0xffffff000UL, 4096);
    if (!registers)
        return nullptr;
    theApic.m_registers = static_cast<volatile __u32 *>(registers);
    theApic.write(spuriousRegister, softwareEnable | spuriousVector);
    theApic.write(timerRegister, masked);
    theApic.write(divideRegister, divideByOne);
    isPresent = true;
    return &theApic;
}

__u32 LocalApic::read(unsigned int offset) const
{
    return m_registers[offset / 4];
}

void LocalApic::write(unsigned int offset, __u32 value)
{
    m_registers[offset / 4] = value;
}

void LocalApic::endInterrupt()
{
    write(endRegister, 0);
}

__u32 LocalApic::id() const
{
    return read(idRegister) >> 24;
}

void LocalApic::startTimer(__u32 counts, unsigned int vector)
{
    write(timerRegister, vector);
    write(initialCountRegister, counts ? counts : 1);
}

void LocalApic::stopTimer()
{
    write(timerRegister, masked);
    write(initialCountRegister, 0);
}

void LocalApic::startFreeCount()
{
    write(timerRegister, masked);
    write(initialCountRegister, ~0U);
}

__u32 LocalApic::freeCount() const
{
    return ~0U - read(currentCountRegister);
}

__u64 LocalApic::knownTimerFrequency()
{
    if (!(cpuid(1).ecx & 1U << 31))
        return 0;
    const Cpuid leaf = cpuid(hypervisorLeaf);
    if (leaf.eax >= frequencyLeaf && leaf.eax < hypervisorLeaf + 0x100) {
        if (const __u32 kilohertz = cpuid(frequencyLeaf).ebx)
            return kilohertz * 1000UL;
    }
    // Both let the timer count nanoseconds unless they say otherwise in the leaf above.
    if (isHypervisor(leaf, "TCGTCGTCGTCG") || isHypervisor(leaf, "KVMKVMKVM\0\0\0"))
        return 1'000'000'000;
    return 0;
}

} // namespace uk::kvm
