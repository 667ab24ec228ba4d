// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a process can do that a virtual machine does in another way. The other side sends the
// signals.

#include <stdio.h>
#include <string.h>
#include <uk/intctlr.h>
#include <uk/plat/bootstrap.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/time.h>

namespace {

constexpr unsigned int interrupt = 5;
constexpr __nsec second = 1'000'000'000;

volatile unsigned int count = 0;

int accept(void *)
{
    // Interrupts are off in a handler.
    count = count + (ukplat_lcpu_irqs_disabled() ? 1 : 100);
    return 1;
}

int interrupts()
{
    if (ukplat_lcpu_irqs_disabled() || uk_intctlr_irq_register(interrupt, accept, nullptr))
        return 1;
    unsigned long flags = ukplat_lcpu_save_irqf();
    printf("interrupts are off\n");
    for (const __nsec end = ukplat_monotonic_clock() + second; ukplat_monotonic_clock() < end;) {
        if (count != 0 || !ukplat_lcpu_irqs_disabled())
            return 2;
    }
    ukplat_lcpu_restore_irqf(flags);
    if (count != 1 || ukplat_lcpu_irqs_disabled())
        return 3;
    flags = ukplat_lcpu_save_irqf();
    printf("halting\n");
    for (const __nsec end = ukplat_monotonic_clock() + 30 * second;
         count == 1 && ukplat_monotonic_clock() < end;)
        ukplat_lcpu_halt_irq_until(end);
    if (!ukplat_lcpu_irqs_disabled())
        return 4;
    ukplat_lcpu_restore_irqf(flags);
    if (uk_intctlr_irq_unregister(interrupt, accept))
        return 5;
    return count == 2 ? 0 : 6;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && strcmp(argv[1], "interrupts") == 0)
        return interrupts();
    if (argc > 1 && strcmp(argv[1], "restart") == 0) {
        printf("restarting\n");
        ukplat_restart();
    }
    return 99;
}
