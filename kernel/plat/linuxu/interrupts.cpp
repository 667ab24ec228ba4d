// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <linuxu/interrupts.hpp>
#include <linuxu/start.hpp>
#include <uk/intctlr.h>
#include <uk/plat/lcpu.h>

#ifdef CONFIG_LIBUKSCHEDPREEMPT
#include <uk/schedpreempt.h>
#endif

namespace uk::linuxu {

namespace {

constinit SignalSet deliverable = setOf(flagSignal);

unsigned int interruptOf(int signal)
{
    return signal == signalAlarm ? timerInterrupt : static_cast<unsigned int>(signal - 34);
}

void handleInterrupt(int signal, void *information, void *context)
{
    if (signal == flagSignal)
        return;
    SignalFrame frame = readSignalFrame(signal, information, context);
    uk_intctlr_irq_handle(&frame.registers, interruptOf(signal));
#ifdef CONFIG_LIBUKSCHEDPREEMPT
    // The handler of the timer runs on the thread's own stack; when it returns, Linux restores all
    // registers.
    if (signal == signalAlarm && uk_sched_preempt_wanted())
        uk_sched_preempt();
#endif
}

int configure(uk_intctlr_irq *irq)
{
    return irq->id < interruptCount ? 0 : -EINVAL;
}

void mask(unsigned int irq)
{
    setInterruptMasked(irq, true);
}

void unmask(unsigned int irq)
{
    setInterruptMasked(irq, false);
}

constinit uk_intctlr_driver_ops operations{configure, nullptr, mask, unmask, nullptr, nullptr};
constinit uk_intctlr_desc controller{"signals", &operations};

} // namespace

SignalSet deliverableInterrupts()
{
    return deliverable;
}

void setInterruptMasked(unsigned int interrupt, bool masked)
{
    if (interrupt >= interruptCount)
        return;
    const SignalSet set = setOf(signalOf(interrupt));
    const unsigned long saved = ukplat_lcpu_save_irqf();
    deliverable = masked ? deliverable & ~set : deliverable | set;
    ukplat_lcpu_restore_irqf(saved);
}

void startInterrupts()
{
    changeMask(maskBlock, allInterrupts());
}

} // namespace uk::linuxu

extern "C" int uk_intctlr_probe(void)
{
    using namespace uk::linuxu;

    handleSignal(flagSignal, handleInterrupt);
    for (unsigned int i = 0; i < interruptCount; ++i)
        handleSignal(signalOf(i), handleInterrupt);
#ifdef CONFIG_LIBUKSCHEDPREEMPT
    handleSignal(signalAlarm, handleInterrupt, HandlerStack::interrupted);
#endif
    return uk_intctlr_register(&controller);
}
