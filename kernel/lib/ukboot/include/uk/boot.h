/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The way from the platform's entry to main() and out again. */

#include <uk/config.h>
#include <uk/plat/bootstrap.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Called by the platform once memory, traps and the console work, with interrupts off. `argv0` and
 * `cmdline` stay with the caller; either may be NULL. `argv0`, where the boot loader tells it, is
 * what the program was loaded as. */
void uk_boot_entry(const char *argv0, const char *cmdline) __noreturn;

/** Runs destructors and term functions, then halts; the other side is told `status` (see
 * ukplat_exit_status_set()). The end of exit(). A call from within ends at once. */
void uk_boot_exit(int status) __noreturn;

#ifdef __cplusplus
}
#endif
