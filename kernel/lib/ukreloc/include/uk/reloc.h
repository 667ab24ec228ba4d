/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Where the image runs, and how it gets there (LIBUKRELOC). */

#include <uk/arch/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How far above its link address the image runs, in bytes, a multiple of the page size. 0 when it
 * was not moved. Any context. */
__uptr uk_reloc_offset(void);

/** Makes the copy of the whole image that lies `distance` bytes above this one, a multiple of the
 * page size (modulo 2^64: it may lie below), fit to run there: it changes every address of the
 * image that the copy holds. The platform calls this before it enters the copy; the places are
 * those of the table that the build made. */
void uk_reloc_apply(__uptr distance);

#ifdef __cplusplus
}
#endif
