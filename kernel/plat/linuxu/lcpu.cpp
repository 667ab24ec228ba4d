// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <linuxu/interrupts.hpp>
#include <uk/assert.h>
#include <uk/plat/lcpu.h>

namespace {

using namespace uk::linuxu;

bool areOff(SignalSet mask)
{
    return mask & setOf(flagSignal);
}

SignalSet currentMask()
{
    return changeMask(maskBlock, 0);
}

} // namespace

extern "C" {

void ukplat_lcpu_enable_irq(void)
{
    changeMask(maskUnblock, deliverableInterrupts());
}

void ukplat_lcpu_disable_irq(void)
{
    changeMask(maskBlock, allInterrupts());
}

unsigned long ukplat_lcpu_save_irqf(void)
{
    return changeMask(maskBlock, allInterrupts());
}

void ukplat_lcpu_restore_irqf(unsigned long saved)
{
    if (areOff(saved))
        ukplat_lcpu_disable_irq();
    else
        ukplat_lcpu_enable_irq();
}

int ukplat_lcpu_irqs_disabled(void)
{
    return areOff(currentMask());
}

void ukplat_lcpu_irqs_handle_pending(void)
{
    // A signal that becomes unblocked is delivered before the system call returns.
    if (ukplat_lcpu_irqs_disabled()) {
        ukplat_lcpu_enable_irq();
        ukplat_lcpu_disable_irq();
    }
}

void ukplat_lcpu_halt(void)
{
    ukplat_lcpu_disable_irq();
    for (;;)
        systemCall(SystemCall::ppoll, nullptr, 0, nullptr, nullptr, 0);
}

void ukplat_lcpu_halt_irq(void)
{
    const SignalSet mask = currentMask();
    UK_BUGON(!areOff(mask));
    const SignalSet whileWaiting = mask & ~deliverableInterrupts();
    systemCall(SystemCall::rtSigsuspend, &whileWaiting, sizeof(whileWaiting));
}

} // extern "C"
