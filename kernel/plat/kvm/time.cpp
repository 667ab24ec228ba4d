// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/clock.hpp>
#include <kvm/timer.hpp>
#include <uk/assert.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/time.h>
#include <uk/print.h>

namespace {

using namespace uk::kvm;

/** The clock: the processor's counter since the start, at a rate that is found when first needed.
 */
class Clock
{
public:
    void start() { m_start = readCounter(); }
    void enable() { m_enabled = true; }

    __nsec now()
    {
        if (!m_rate.factor && !calibrate())
            return 0;
        const __u64 count = readCounter();
        return count > m_start ? m_rate.toNanoseconds(count - m_start) : 0;
    }

    /** The date at the start, so that the date never moves but with the clock. */
    __nsec epoch()
    {
        if (!m_epochKnown) {
            m_epochKnown = true;
            const __nsec date = readDate();
            const __nsec sinceStart = now();
            m_epoch = date > sinceStart ? date - sinceStart : 0;
        }
        return m_epoch;
    }

private:
    bool calibrate()
    {
        // Messages during calibration ask for the time, too.
        if (!m_enabled || m_calibrating)
            return false;
        m_calibrating = true;
        m_rate = findCounterRate();
        if (!m_rate.factor) {
            m_rate = CountRate::ofFrequency(1'000'000'000);
            uk_pr_warn("No device to compare the processor's counter with: times are a guess\n");
        }
        uk_pr_info("%s: %lu Hz\n", counterName, m_rate.frequency());
        m_calibrating = false;
        return true;
    }

    __u64 m_start = 0;
    CountRate m_rate{0};
    __nsec m_epoch = 0;
    bool m_enabled = false;
    bool m_calibrating = false;
    bool m_epochKnown = false;
};

constinit Clock theClock;

} // namespace

void uk::kvm::startClock()
{
    theClock.start();
}

extern "C" {

void ukplat_time_init(void)
{
    theClock.enable();
}

void ukplat_time_fini(void)
{
    stopTimer();
}

__u32 ukplat_time_get_irq(void)
{
    return timerInterrupt();
}

__nsec ukplat_monotonic_clock(void)
{
    return theClock.now();
}

__nsec ukplat_time_get_ticks(void)
{
    return theClock.now();
}

__nsec ukplat_wall_clock(void)
{
    return theClock.epoch() + theClock.now();
}

#ifdef CONFIG_LIBUKSCHEDPREEMPT
void ukplat_time_alarm(__nsec when)
{
    const __nsec now = ukplat_monotonic_clock();
    startTimer(when > now ? when - now : 1);
}
#endif

void ukplat_lcpu_halt_irq_until(__nsec until)
{
    UK_ASSERT(ukplat_lcpu_irqs_disabled());
    const __nsec now = ukplat_monotonic_clock();
    if (until <= now)
        return;
    // Without a timer, the time is waited for awake.
    if (!startTimer(until - now)) {
        ukarch_spinwait();
        return;
    }
    ukplat_lcpu_halt_irq();
    stopTimer();
}
}
