/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Page arithmetic. */

#include <uk/arch/limits.h>
#include <uk/essentials.h>

#define PAGE_SHIFT __PAGE_SHIFT
#define PAGE_SIZE __PAGE_SIZE
#define PAGE_MASK __PAGE_MASK
#define PAGE_ALIGN_DOWN(v) ALIGN_DOWN(v, __PAGE_SIZE)
#define PAGE_ALIGN_UP(v) ALIGN_UP(v, __PAGE_SIZE)
#define PAGE_ALIGNED(v) IS_ALIGNED(v, __PAGE_SIZE)
