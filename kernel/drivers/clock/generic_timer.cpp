// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The processor's Generic Timer (Arm ARM DDI 0487, D11): its virtual counter is the clock, its
// virtual timer is behind timed halts.

#include <arm64/cpu.hpp>
#include <kvm/clock.hpp>
#include <kvm/hardware.hpp>
#include <kvm/timer.hpp>
#include <uk/intctlr.h>

namespace uk::kvm {

namespace {

constexpr __u64 timerOn = 1;

constinit bool handlerRegistered = false;

// The timer's line stays active until it is switched off.
int handleTimer(void *)
{
    UK_ARM64_WRITE(cntv_ctl_el0, 0);
    arm64::synchronizeContext();
    return 1;
}

} // namespace

const char *const counterName = "Generic timer";

__u64 readCounter()
{
    // Not before what comes earlier in the program.
    arm64::synchronizeContext();
    return UK_ARM64_READ(cntvct_el0);
}

CountRate findCounterRate()
{
    return CountRate::ofFrequency(UK_ARM64_READ(cntfrq_el0));
}

unsigned int timerInterrupt()
{
    return hardware().timerInterrupt;
}

bool startTimer(__nsec duration)
{
    if (!handlerRegistered)
        handlerRegistered = uk_intctlr_irq_register(timerInterrupt(), handleTimer, nullptr) == 0;
    const CountRate rate = findCounterRate();
    if (!handlerRegistered || !rate.factor)
        return false;
    UK_ARM64_WRITE(cntv_cval_el0, readCounter() + rate.toCounts(duration));
    UK_ARM64_WRITE(cntv_ctl_el0, timerOn);
    arm64::synchronizeContext();
    return true;
}

void stopTimer()
{
    UK_ARM64_WRITE(cntv_ctl_el0, 0);
    arm64::synchronizeContext();
}

} // namespace uk::kvm
