// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/interrupts.hpp>
#include <kvm/preemption.hpp>
#include <kvm/vectors.hpp>
#include <uk/plat/lcpu.h>
#include <x86/cpu.hpp>

namespace uk::kvm {

namespace {

constinit Controller *theController = nullptr;

} // namespace

Controller *controller()
{
    return theController;
}

} // namespace uk::kvm

using namespace uk::kvm;

extern "C" int uk_intctlr_probe(void)
{
    theController = startApic();
    if (theController)
        silencePic();
    else
        theController = startPic();
    return uk_intctlr_register(&theController->description);
}

/** Called by trap_entry.S for every interrupt, on the interrupt stack. */
extern "C" void kvm_interrupt(unsigned int vector, struct __regs *regs)
{
    if (vector == spuriousVector || !theController)
        return;
    const unsigned int irq = vector - trapVectors;
    uk_intctlr_irq_handle(regs, irq);
    theController->endInterrupt(irq);
    preemptIfWanted(*regs);
}
