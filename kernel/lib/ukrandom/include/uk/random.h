/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Random numbers. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Fills [buf, buf + buflen) with random bytes. May be called anywhere, in interrupts, too. */
void uk_random_fill_buffer(void *buf, __sz buflen);

/** Not 0 when the generator has had a seed that nobody can guess; before that, its numbers come
 * from the clocks alone. */
int uk_random_is_seeded(void);

#ifdef __cplusplus
}
#endif
