// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The rate of the time-stamp counter, from the best source that the machine has.

#include <kvm/calibration.hpp>
#include <kvm/firmware.hpp>
#include <kvm/local_apic.hpp>

namespace uk::kvm {

namespace {

using namespace x86;

constexpr __u64 nanosecondsPerSecond = 1'000'000'000;
constexpr __u64 one = 1UL << 32; // a factor of 1

/** Comparisons last 1.9 ms: the longer, the less it matters when a reading was held up. */
constexpr __u64 intervalsPerSecond = 526;

/** The rate of the time-stamp counter, from how far it and a counter of known frequency got. */
CountRate rateOf(Interval interval, __u64 hertz)
{
    if (interval.count == 0 || interval.tsc == 0)
        return {0};
    return {multiplyDivide(interval.count * nanosecondsPerSecond, one, hertz * interval.tsc)};
}

CountRate askProcessor()
{
    const __u32 leaves = cpuid(0).eax;
    if (leaves >= 0x15) {
        const Cpuid crystal = cpuid(0x15);
        if (crystal.eax && crystal.ebx && crystal.ecx)
            return CountRate::ofFrequency(static_cast<__u64>(crystal.ecx) * crystal.ebx /
                                          crystal.eax);
    }
    constexpr __u32 hypervisorLeaf = 0x40000000;
    constexpr __u32 frequencyLeaf = 0x40000010;
    if (cpuid(1).ecx & 1U << 31) {
        const __u32 last = cpuid(hypervisorLeaf).eax;
        if (last >= frequencyLeaf && last < hypervisorLeaf + 0x100) {
            if (const __u32 kilohertz = cpuid(frequencyLeaf).eax)
                return CountRate::ofFrequency(kilohertz * 1000UL);
        }
    }
    return {0};
}

CountRate compareWithLocalApic()
{
    const __u64 hertz = LocalApic::knownTimerFrequency();
    LocalApic *apic = hertz ? LocalApic::get() : nullptr;
    if (!apic)
        return {0};
    apic->startFreeCount();
    const Interval interval = measure([apic] { return apic->freeCount(); }, ~0U,
                                      static_cast<__u32>(hertz / intervalsPerSecond));
    apic->stopTimer();
    return rateOf(interval, hertz);
}

CountRate compareWithPowerTimer()
{
    constexpr __u64 hertz = 3'579'545;
    const __u16 port = readFixedHardware().powerTimerPort;
    if (!port)
        return {0};
    return rateOf(measure([port] { return in32(port); }, 0xffffff, hertz / intervalsPerSecond),
                  hertz);
}

/** Channel 2 of the Intel 8254 timer counts down from 65535 while its gate is open. */
CountRate compareWithIntervalTimer()
{
    constexpr __u64 hertz = 1'193'182;
    constexpr __u16 channel2 = 0x42;
    constexpr __u16 command = 0x43;
    constexpr __u16 gates = 0x61;
    out8(gates, static_cast<__u8>((in8(gates) & ~2U) | 1U));
    out8(command, 0xb0);
    out8(channel2, 0xff);
    out8(channel2, 0xff);
    const auto read = [] {
        out8(command, 0x80);
        const __u32 low = in8(channel2);
        return 0xffffU - (low | static_cast<__u32>(in8(channel2)) << 8);
    };
    return rateOf(measure(read, 0xffff, hertz / intervalsPerSecond), hertz);
}

/** The processor's nominal frequency: not exact, but better than nothing. */
CountRate askNominalFrequency()
{
    if (cpuid(0).eax < 0x16)
        return {0};
    return CountRate::ofFrequency(static_cast<__u64>(cpuid(0x16).eax & 0xffff) * 1'000'000);
}

} // namespace

const char *const counterName = "Time-stamp counter";

__u64 readCounter()
{
    return readTsc();
}

CountRate findCounterRate()
{
    using Source = CountRate (*)();
    constexpr Source sources[] = {askProcessor,
                                  askKvmClock,
                                  compareWithLocalApic,
                                  compareWithPowerTimer,
                                  compareWithIntervalTimer,
                                  askNominalFrequency};
    for (const Source source : sources) {
        if (const CountRate rate = source(); rate.factor)
            return rate;
    }
    return {0};
}

} // namespace uk::kvm
