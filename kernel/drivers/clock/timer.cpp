// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The one-shot timer behind timed halts: the local APIC's, or else the 8254's.

#include <kvm/calibration.hpp>
#include <kvm/interrupts.hpp>
#include <kvm/local_apic.hpp>
#include <kvm/timer.hpp>
#include <kvm/vectors.hpp>
#include <uk/intctlr.h>
#include <uk/plat/time.h>

namespace uk::kvm {

namespace {

using namespace x86;

constexpr unsigned int intervalTimerInterrupt = 0;

/** The rate of the local APIC's timer; measured where the hypervisor does not define it. */
class LocalTimerRate
{
public:
    CountRate get(LocalApic &apic)
    {
        if (!m_rate.factor)
            m_rate = find(apic);
        return m_rate;
    }

private:
    static CountRate find(LocalApic &apic)
    {
        if (const __u64 hertz = LocalApic::knownTimerFrequency())
            return CountRate::ofFrequency(hertz);
        apic.startFreeCount();
        const __nsec begin = ukplat_monotonic_clock();
        const __u32 first = apic.freeCount();
        while (ukplat_monotonic_clock() - begin < 200'000)
            ukarch_spinwait();
        const __nsec duration = ukplat_monotonic_clock() - begin;
        const __u32 counts = apic.freeCount() - first;
        apic.stopTimer();
        return counts ? CountRate{(duration << 32) / counts} : CountRate{0};
    }

    CountRate m_rate{0};
};

constinit LocalTimerRate localTimerRate;
constinit bool handlerRegistered = false;

// The interrupt has done its work when the processor wakes up.
int handleTimer(void *)
{
    return 1;
}

void registerHandler()
{
    if (!handlerRegistered)
        handlerRegistered = uk_intctlr_irq_register(timerInterrupt(), handleTimer, nullptr) == 0;
}

void startIntervalTimer(__nsec duration)
{
    constexpr __u64 hertz = 1'193'182;
    __u32 counts = CountRate::ofFrequency(hertz).toCounts(duration);
    if (counts > 0xffff)
        counts = 0xffff;
    if (counts == 0)
        counts = 1;
    out8(0x43, 0x30); // channel 0, interrupt on terminal count
    out8(0x40, static_cast<__u8>(counts));
    out8(0x40, static_cast<__u8>(counts >> 8));
}

} // namespace

unsigned int timerInterrupt()
{
    return LocalApic::get() ? localTimer : intervalTimerInterrupt;
}

bool startTimer(__nsec duration)
{
    if (!controller())
        return false;
    registerHandler();
    if (!handlerRegistered)
        return false;
    LocalApic *apic = LocalApic::get();
    if (!apic) {
        startIntervalTimer(duration);
        return true;
    }
    const CountRate rate = localTimerRate.get(*apic);
    if (!rate.factor)
        return false;
    apic->startTimer(rate.toCounts(duration), trapVectors + localTimer);
    return true;
}

void stopTimer()
{
    // Nothing was ever started before there was a handler.
    if (!handlerRegistered)
        return;
    if (LocalApic *apic = LocalApic::get())
        apic->stopTimer();
}

} // namespace uk::kvm
