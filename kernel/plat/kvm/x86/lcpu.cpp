// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/traps.hpp>
#include <uk/assert.h>
#include <uk/plat/lcpu.h>
#include <x86/cpu.hpp>

namespace {

constexpr unsigned long interruptFlag = 1UL << 9;

unsigned long readFlags()
{
    unsigned long flags;
    asm volatile("pushfq; popq %0" : "=r"(flags) : : "memory");
    return flags;
}

} // namespace

__u64 uk::kvm::readFaultAddress()
{
    return x86::readCr2();
}

extern "C" {

void ukplat_lcpu_enable_irq(void)
{
    asm volatile("sti" : : : "memory");
}

void ukplat_lcpu_disable_irq(void)
{
    asm volatile("cli" : : : "memory");
}

unsigned long ukplat_lcpu_save_irqf(void)
{
    const unsigned long flags = readFlags();
    ukplat_lcpu_disable_irq();
    return flags;
}

void ukplat_lcpu_restore_irqf(unsigned long saved)
{
    if (saved & interruptFlag)
        ukplat_lcpu_enable_irq();
    else
        ukplat_lcpu_disable_irq();
}

int ukplat_lcpu_irqs_disabled(void)
{
    return !(readFlags() & interruptFlag);
}

void ukplat_lcpu_irqs_handle_pending(void)
{
    if (ukplat_lcpu_irqs_disabled())
        asm volatile("sti; nop; cli" : : : "memory");
}

void ukplat_lcpu_halt(void)
{
    for (;;)
        asm volatile("cli; hlt");
}

void ukplat_lcpu_halt_irq(void)
{
    UK_BUGON(readFlags() & interruptFlag);
    uk::x86::waitForInterrupt();
}
}
