/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Interrupt controllers: the one driver registers, everything else registers handlers. Interrupt
 * numbers are those of the controller: ISA interrupts keep their numbers 0 to 15. */

#include <uk/alloc.h>
#include <uk/essentials.h>
#include <uk/plat/lcpu.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How a device signals. NONE keeps what the platform's tables say. */
enum uk_intctlr_irq_trigger
{
    UK_INTCTLR_IRQ_TRIGGER_NONE,
    UK_INTCTLR_IRQ_TRIGGER_EDGE,
    UK_INTCTLR_IRQ_TRIGGER_LEVEL,
};

struct uk_intctlr_irq
{
    unsigned int id;
    unsigned int trigger;
};

/** What a device writes, and where, to raise an interrupt by a message (MSI). Some controllers look
 * at who writes: `device` is set by who asks (on PCI to what the machine makes of bus, device and
 * function). */
struct uk_intctlr_message
{
    __u64 address;
    __u32 data;
    __u32 device;
};

/** What a driver does. All but fdt_xlat, message and wire are needed; functions return 0 or a
 * negative errno value, wire a number. */
struct uk_intctlr_driver_ops
{
    int (*configure_irq)(struct uk_intctlr_irq *interrupt);
    int (*fdt_xlat)(const void *tree, int node, __u32 position, struct uk_intctlr_irq *interrupt);
    void (*mask_irq)(unsigned int number);
    void (*unmask_irq)(unsigned int number);
    int (*message)(unsigned int number, struct uk_intctlr_message *message);
    int (*wire)(unsigned int wire);
};

struct uk_intctlr_desc
{
    const char *name;
    struct uk_intctlr_driver_ops *ops;
};

/** A handler. Runs with interrupts off and must not touch floating-point or vector registers.
 * Returns 1 when the interrupt was its device's, which ends the search, otherwise 0. */
typedef int (*uk_intctlr_irq_handler_func_t)(void *argument);

/** Finds and starts the platform's controller. ukboot calls both, probe first. */
int uk_intctlr_probe(void);
int uk_intctlr_init(struct uk_alloc *allocator);

/** For drivers: makes `controller`, which must live for ever, the system's controller. */
int uk_intctlr_register(struct uk_intctlr_desc *controller);

/** For the platform's entry code: calls the handlers of interrupt `number`. */
void uk_intctlr_irq_handle(struct __regs *frame, unsigned int number);

/** Adds a handler and unmasks the interrupt. Returns 0, -EINVAL (no such interrupt) or -ENOMEM (it
 * has LIBUKINTCTLR_MAX_HANDLERS_PER_IRQ handlers). */
int uk_intctlr_irq_register(unsigned int irq, uk_intctlr_irq_handler_func_t handler, void *arg);

/** Removes a handler; masks the interrupt after the last. Returns 0, or -ENOENT. */
int uk_intctlr_irq_unregister(unsigned int irq, uk_intctlr_irq_handler_func_t handler);

void uk_intctlr_irq_mask(unsigned int number);
void uk_intctlr_irq_unmask(unsigned int number);

/** Sets how the interrupt is triggered. Returns 0 or a negative errno value. */
int uk_intctlr_irq_configure(struct uk_intctlr_irq *interrupt);

/** Reserves `count` interrupt numbers that no wire uses (for messages, MSI). Returns 0, or -ENOMEM
 * with nothing reserved. */
int uk_intctlr_irq_alloc(unsigned int *numbers, __sz count);
int uk_intctlr_irq_free(unsigned int *numbers, __sz count);

/** The message that raises interrupt `number`, which uk_intctlr_irq_alloc() gave, when the device
 * writes it that `message->device` names; with NULL only whether there are messages. Returns 0,
 * -ENOTSUP where the machine has none, -ENOMEM, or -EIO when the controller does not work as it
 * should. */
int uk_intctlr_irq_message(unsigned int number, struct uk_intctlr_message *message);

/** The number of the interrupt that a wire raises, which the machine's tables number (ACPI: global
 * system interrupts). Returns -ENOENT for one that is not there, or -ENOMEM: no number is free. */
int uk_intctlr_irq_of_wire(unsigned int wire);

/** Reads an interrupt from a device tree. Returns -ENOTSUP where the controller has none. */
int uk_intctlr_irq_fdt_xlat(const void *tree, int node, __u32 position,
                            struct uk_intctlr_irq *interrupt);

#ifdef __cplusplus
}
#endif
