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

/** Makes the registers of a device at physical [base, base + length) accessible, not cached, for
 * ever. Returns where, or NULL when there is no memory for page tables. */
volatile void *ukplat_io_map(__paddr_t base, __sz length);

#ifdef __cplusplus
}
#endif
