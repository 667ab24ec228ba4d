/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include "machine.h"
#include "scenarios.h"

#include <stdio.h>
#include <uk/intctlr.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/time.h>

#define MILLISECOND 1000000UL

/* Sleeps half a second in five pieces; tells when it began and ended, how often it woke up, and how
 * much too late at best: a busy host can hold up any of them, a wrong timer is always late. */
static int sleep_a_while(int argc, char *argv[])
{
	unsigned int wakeups = 0;
	__nsec late = ~0UL;
	const __nsec start = ukplat_monotonic_clock();

	(void)argc;
	(void)argv;
	printf("sleeping\n");
	for (int i = 0; i < 5; ++i) {
		const __nsec begin = ukplat_monotonic_clock();
		const __nsec until = begin + 100 * MILLISECOND;
		unsigned long flags = ukplat_lcpu_save_irqf();

		while (ukplat_monotonic_clock() < until) {
			ukplat_lcpu_halt_irq_until(until);
			++wakeups;
		}
		ukplat_lcpu_restore_irqf(flags);
		const __nsec slept = ukplat_monotonic_clock() - begin;

		if (slept - 100 * MILLISECOND < late)
			late = slept - 100 * MILLISECOND;
	}
	if (late > 50 * MILLISECOND)
		printf("overslept\n");
	printf("awake after %lu us, woke up %u times\n",
	       (ukplat_monotonic_clock() - start) / 1000, wakeups);
	return 0;
}

static int monotonic(int argc, char *argv[])
{
	__nsec last = ukplat_monotonic_clock();

	(void)argc;
	(void)argv;
	for (int i = 0; i < 100000; ++i) {
		const __nsec now = ukplat_monotonic_clock();

		if (now < last) {
			printf("the clock went back from %lu to %lu\n", last, now);
			return 1;
		}
		last = now;
	}
	printf("monotonic\n");
	return 0;
}

static int date(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	printf("seconds since 1970: %lu\n", ukplat_wall_clock() / 1000000000);
	return 0;
}

static int accept(void *argument)
{
	/* Some ports go on until they are told to be quiet. */
	machine_transmitter_interrupt(0);
	++*(unsigned int *)argument;
	return 1;
}

/* The serial port's transmitter interrupt, through whichever controller the machine has. */
static int interrupt(int argc, char *argv[])
{
	static unsigned int count;
	unsigned int irqs[2];

	(void)argc;
	(void)argv;
	if (uk_intctlr_irq_register(MACHINE_SERIAL_INTERRUPT, accept, &count))
		return 1;
	machine_transmitter_interrupt(1);
	for (int i = 0; i < 1000 && !count; ++i) {
		unsigned long flags = ukplat_lcpu_save_irqf();

		if (!count)
			ukplat_lcpu_halt_irq_until(ukplat_monotonic_clock() + MILLISECOND);
		ukplat_lcpu_restore_irqf(flags);
	}
	machine_transmitter_interrupt(0);
	if (uk_intctlr_irq_unregister(MACHINE_SERIAL_INTERRUPT, accept) ||
	    !uk_intctlr_irq_unregister(MACHINE_SERIAL_INTERRUPT, accept))
		return 2;
	if (uk_intctlr_irq_alloc(irqs, 2) || irqs[0] == irqs[1] || uk_intctlr_irq_free(irqs, 2))
		return 3;
	printf("interrupts: %s\n", count ? "yes" : "none");
	return 0;
}

const struct scenario clock_scenarios[] = {
	{ "sleep", sleep_a_while },
	{ "monotonic", monotonic },
	{ "date", date },
	{ "interrupt", interrupt },
	{ 0, 0 },
};
