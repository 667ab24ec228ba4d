/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Ending the system. */

#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What the system can be told to become. */
enum ukplat_gstate
{
    UKPLAT_HALT,    /**< power off */
    UKPLAT_RESTART, /**< reboot */
    UKPLAT_SUSPEND, /**< suspend to RAM */
    UKPLAT_CRASH,   /**< power off and report failure to whoever runs the guest */
};

/** Ends the system at once: no destructors, no term functions (uk_boot_exit() runs those).
 * UKPLAT_HALT reports the status set by ukplat_exit_status_set(), 0 unless set. */
void ukplat_terminate(enum ukplat_gstate request) __noreturn;

#define ukplat_halt() ukplat_terminate(UKPLAT_HALT)
#define ukplat_restart() ukplat_terminate(UKPLAT_RESTART)
#define ukplat_crash() ukplat_terminate(UKPLAT_CRASH)

/** Suspends to RAM. Returns 0 after waking up, or -ENOTSUP where the platform cannot. */
int ukplat_suspend(void);

/** Sets the status that UKPLAT_HALT reports, as from main() or exit(). 0 is success; 1 to 125 reach
 * the other side as they are, others as 126 (plat/kvm/README.md has the whole mapping). */
void ukplat_exit_status_set(int status);

#ifdef __cplusplus
}
#endif
