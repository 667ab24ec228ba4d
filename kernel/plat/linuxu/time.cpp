// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <linuxu/interrupts.hpp>
#include <linuxu/start.hpp>
#include <linuxu/system_call.hpp>
#include <uk/assert.h>
#include <uk/intctlr.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/time.h>

namespace {

using namespace uk::linuxu;

constexpr __nsec perSecond = 1'000'000'000;

constinit __nsec startTime = 0;

__nsec readClock(int clock)
{
    TimeSpec now{};
    systemCall(SystemCall::clockGettime, clock, &now);
    return static_cast<__nsec>(now.seconds) * perSecond + static_cast<__nsec>(now.nanoseconds);
}

/** A timer of the process, which raises the timer interrupt once. */
class Timer
{
public:
    /** False when Linux has none to give, or there is no interrupt controller yet. */
    bool start(__nsec duration)
    {
        if (!m_isReady)
            m_isReady = create();
        if (m_isReady)
            set(duration ? duration : 1);
        return m_isReady;
    }
    void stop()
    {
        if (m_isReady)
            set(0);
    }

private:
    // The interrupt has done its work when the processor wakes up.
    static int handle(void *) { return 1; }

    bool create()
    {
        const struct
        {
            __u64 value;
            int signal;
            int how; // SIGEV_SIGNAL
            __u64 unused[6];
        } event{0, signalAlarm, 0, {}};
        if (systemCall(SystemCall::timerCreate, clockMonotonic, &event, &m_timer) < 0)
            return false;
        return uk_intctlr_irq_register(timerInterrupt, handle, nullptr) == 0;
    }
    void set(__nsec duration) const
    {
        const struct
        {
            TimeSpec interval, value;
        } setting{
            {0, 0},
            {static_cast<long>(duration / perSecond), static_cast<long>(duration % perSecond)}};
        systemCall(SystemCall::timerSettime, m_timer, 0, &setting, nullptr);
    }

    int m_timer = 0;
    bool m_isReady = false;
};

constinit Timer theTimer;

} // namespace

void uk::linuxu::startClock()
{
    startTime = readClock(clockMonotonic);
}

extern "C" {

void ukplat_time_init(void) {}

void ukplat_time_fini(void)
{
    theTimer.stop();
}

__u32 ukplat_time_get_irq(void)
{
    return timerInterrupt;
}

__nsec ukplat_monotonic_clock(void)
{
    return readClock(clockMonotonic) - startTime;
}

__nsec ukplat_time_get_ticks(void)
{
    return ukplat_monotonic_clock();
}

__nsec ukplat_wall_clock(void)
{
    return readClock(clockRealtime);
}

#ifdef CONFIG_LIBUKSCHEDPREEMPT
void ukplat_time_alarm(__nsec when)
{
    const __nsec now = ukplat_monotonic_clock();
    theTimer.start(when > now ? when - now : 1);
}
#endif

void ukplat_lcpu_halt_irq_until(__nsec until)
{
    UK_ASSERT(ukplat_lcpu_irqs_disabled());
    const __nsec now = ukplat_monotonic_clock();
    if (until <= now)
        return;
    // Without a timer, the time is waited for awake.
    if (!theTimer.start(until - now)) {
        ukarch_spinwait();
        return;
    }
    ukplat_lcpu_halt_irq();
    theTimer.stop();
}

} // extern "C"
