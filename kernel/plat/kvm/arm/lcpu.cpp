// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <arm64/cpu.hpp>
#include <kvm/traps.hpp>
#include <uk/assert.h>
#include <uk/plat/lcpu.h>

namespace {

constexpr unsigned long interruptMask = 1UL << 7;

} // namespace

void uk::kvm::installTrapHandlers()
{
    // entry.S has set the vectors before it made the first access that could fault.
}

__u64 uk::kvm::readFaultAddress()
{
    return UK_ARM64_READ(far_el1);
}

extern "C" {

void ukplat_lcpu_enable_irq(void)
{
    asm volatile("msr daifclr, #2" : : : "memory");
}

void ukplat_lcpu_disable_irq(void)
{
    asm volatile("msr daifset, #2" : : : "memory");
}

unsigned long ukplat_lcpu_save_irqf(void)
{
    const unsigned long flags = UK_ARM64_READ(daif);
    ukplat_lcpu_disable_irq();
    return flags;
}

void ukplat_lcpu_restore_irqf(unsigned long saved)
{
    UK_ARM64_WRITE(daif, saved);
}

int ukplat_lcpu_irqs_disabled(void)
{
    return (UK_ARM64_READ(daif) & interruptMask) != 0;
}

void ukplat_lcpu_irqs_handle_pending(void)
{
    if (ukplat_lcpu_irqs_disabled()) {
        ukplat_lcpu_enable_irq();
        uk::arm64::synchronizeContext();
        ukplat_lcpu_disable_irq();
    }
}

void ukplat_lcpu_halt(void)
{
    ukplat_lcpu_disable_irq();
    for (;;)
        uk::arm64::waitForInterrupt();
}

void ukplat_lcpu_halt_irq(void)
{
    UK_BUGON(!ukplat_lcpu_irqs_disabled());
    // The processor wakes up for a masked interrupt, too, so none is missed.
    uk::arm64::waitForInterrupt();
    ukplat_lcpu_irqs_handle_pending();
}
}
