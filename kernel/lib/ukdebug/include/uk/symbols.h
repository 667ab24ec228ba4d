/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Names of the functions of this image (option LIBUKDEBUG_KALLSYMS). */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The name of the function that contains `address`, with the distance from its start in
 * `*offset`. Returns NULL when the address is not in this image or the image has no names. The
 * string belongs to the image. Needs no heap and takes no lock: fit for crash dumps. */
const char *uk_symbol_find(__uptr address, __sz *offset);

#ifdef __cplusplus
}
#endif
