/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Addresses as devices see them. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The physical address of mapped memory. */
__paddr_t ukplat_virt_to_phys(const volatile void *address);

#ifdef __cplusplus
}
#endif
