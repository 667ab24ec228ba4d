// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/asm/interrupts.h>
#include <uk/assert.h>
#include <uk/intctlr.h>
#include <uk/irq_guard.hpp>
#include <uk/print.h>

namespace {

constexpr unsigned int interruptCount = __INTERRUPT_COUNT;
constexpr unsigned int maxHandlers = CONFIG_LIBUKINTCTLR_MAX_HANDLERS_PER_IRQ;
// Numbers that are free to give away.
constexpr unsigned int firstFree = __INTERRUPT_MESSAGES_FIRST;
constexpr unsigned int endFree = __INTERRUPT_MESSAGES_END;
constexpr unsigned int freeCount = endFree - firstFree;
static_assert(freeCount <= 64, "a bit of `reserved` for each");

struct Handler
{
    uk_intctlr_irq_handler_func_t function;
    void *argument;
};

constinit const uk_intctlr_desc *theController = nullptr;
constinit Handler handlers[interruptCount][maxHandlers]{};
constinit __u64 reserved = 0;
constinit bool spuriousReported = false;

} // namespace

extern "C" {

int uk_intctlr_register(struct uk_intctlr_desc *controller)
{
    if (!controller || !controller->ops || !controller->ops->mask_irq ||
        !controller->ops->unmask_irq || !controller->ops->configure_irq)
        return -EINVAL;
    theController = controller;
    uk_pr_info("Interrupt controller: %s\n", controller->name);
    return 0;
}

int uk_intctlr_init(struct uk_alloc *)
{
    return theController ? 0 : -ENODEV;
}

void uk_intctlr_irq_handle(struct __regs *, unsigned int irq)
{
    if (irq >= interruptCount)
        return;
    for (const Handler &handler : handlers[irq]) {
        if (!handler.function)
            break;
        if (handler.function(handler.argument) == 1)
            return;
    }
    if (!spuriousReported) {
        spuriousReported = true;
        uk_pr_warn("Interrupt %u has no handler that wants it (reported once)\n", irq);
    }
}

int uk_intctlr_irq_register(unsigned int irq, uk_intctlr_irq_handler_func_t function,
                            void *argument)
{
    if (irq >= interruptCount || !function || !theController)
        return -EINVAL;
    {
        uk::IrqGuard guard;
        unsigned int slot = 0;
        while (slot < maxHandlers && handlers[irq][slot].function)
            ++slot;
        if (slot == maxHandlers)
            return -ENOMEM;
        handlers[irq][slot] = {function, argument};
    }
    theController->ops->unmask_irq(irq);
    return 0;
}

int uk_intctlr_irq_unregister(unsigned int irq, uk_intctlr_irq_handler_func_t function)
{
    if (irq >= interruptCount)
        return -EINVAL;
    uk::IrqGuard guard;
    Handler *list = handlers[irq];
    unsigned int slot = 0;
    while (slot < maxHandlers && list[slot].function != function)
        ++slot;
    if (slot == maxHandlers)
        return -ENOENT;
    for (; slot + 1 < maxHandlers; ++slot)
        list[slot] = list[slot + 1];
    list[maxHandlers - 1] = {};
    if (!list[0].function)
        theController->ops->mask_irq(irq);
    return 0;
}

void uk_intctlr_irq_mask(unsigned int number)
{
    UK_ASSERT(theController);
    theController->ops->mask_irq(number);
}

void uk_intctlr_irq_unmask(unsigned int number)
{
    UK_ASSERT(theController);
    theController->ops->unmask_irq(number);
}

int uk_intctlr_irq_configure(struct uk_intctlr_irq *interrupt)
{
    if (!theController || !interrupt)
        return -EINVAL;
    return theController->ops->configure_irq(interrupt);
}

int uk_intctlr_irq_alloc(unsigned int *numbers, __sz count)
{
    uk::IrqGuard guard;
    __u64 taken = 0;
    __sz found = 0;
    for (unsigned int i = 0; i < freeCount && found < count; ++i) {
        if (!(reserved & 1UL << i)) {
            taken |= 1UL << i;
            numbers[found++] = firstFree + i;
        }
    }
    if (found < count)
        return -ENOMEM;
    reserved |= taken;
    return 0;
}

int uk_intctlr_irq_free(unsigned int *numbers, __sz count)
{
    uk::IrqGuard guard;
    for (__sz i = 0; i < count; ++i) {
        if (numbers[i] < firstFree || numbers[i] >= endFree)
            return -EINVAL;
        reserved &= ~(1UL << (numbers[i] - firstFree));
    }
    return 0;
}

int uk_intctlr_irq_message(unsigned int number, struct uk_intctlr_message *message)
{
    if (!theController || !theController->ops->message)
        return -ENOTSUP;
    return theController->ops->message(number, message);
}

int uk_intctlr_irq_of_wire(unsigned int wire)
{
    if (!theController)
        return -ENOENT;
    if (theController->ops->wire)
        return theController->ops->wire(wire);
    return wire < firstFree ? static_cast<int>(wire) : -ENOENT;
}

int uk_intctlr_irq_fdt_xlat(const void *tree, int node, __u32 position,
                            struct uk_intctlr_irq *interrupt)
{
    if (!theController || !theController->ops->fdt_xlat)
        return -ENOTSUP;
    return theController->ops->fdt_xlat(tree, node, position, interrupt);
}
}
