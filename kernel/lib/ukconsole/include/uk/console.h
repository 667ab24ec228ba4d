/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Consoles: all that have registered, by number, and those among them that are standard output and
 * input. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_console;

/** The console with this number, or NULL. */
struct uk_console *uk_console_get(__u16 id);

/** How many there are; their numbers begin with 0. */
__u16 uk_console_count(void);

/** Writes to all consoles that are standard output. Returns how many bytes the slowest took, or a
 * negative errno value when none took any: the first one's, or -ENODEV. */
__ssz uk_console_out(const char *buf, __sz len);

/** Reads what has arrived at the consoles that are standard input, without waiting. Returns how
 * many bytes, 0 for none; a negative errno value when no more can come. */
__ssz uk_console_in(char *buf, __sz len);

/** The same with one console. */
__ssz uk_console_out_direct(struct uk_console *dev, const char *buf, __sz len);
__ssz uk_console_in_direct(struct uk_console *dev, char *buf, __sz len);

/** Has `arrived(argument)` called once, by an interrupt handler, when there is something to read at
 * a console, at once where there is already; for the next time it has to be asked for again. Called
 * with interrupts off. Returns 0, or -ENOTSUP where the console has to be looked at. */
int uk_console_notify(struct uk_console *dev, void (*arrived)(void *argument), void *argument);

#ifdef __cplusplus
}
#endif
