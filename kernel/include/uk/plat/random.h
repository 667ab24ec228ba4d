/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Random numbers of the platform, where it has some. */

#include <uk/arch/types.h>
#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Writes up to `size` bytes that nobody can guess; returns how many or a negative errno value. Not
 * all platforms have this function: its address may be NULL. */
__ssz ukplat_random_seed(void *bytes, __sz size) __weak;

#ifdef __cplusplus
}
#endif
