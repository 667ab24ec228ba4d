/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** For drivers of devices that make random numbers. */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A source of seeds. */
struct uk_random_source
{
    const char *name;
    /** Writes up to `size` random bytes. Returns how many, or a negative errno value. */
    __ssz (*read)(struct uk_random_source *self, void *bytes, __sz size);
    struct uk_random_source *next; /**< of the generator */
};

/** Adds a source, which has to live for ever, and seeds the generator from it. Returns 0, or a
 * negative errno value when it gives nothing; then it is not added. */
int uk_random_source_register(struct uk_random_source *source);

#ifdef __cplusplus
}
#endif
