/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Page and stack sizes of arm64 (Arm ARM DDI 0487, D8.2; the granule of 4 KiB). Orders are powers
 * of two in pages. */

#include <uk/config.h>

#define __PAGE_SHIFT 12
#ifdef __ASSEMBLY__
#define __PAGE_SIZE (1 << __PAGE_SHIFT)
#else
#define __PAGE_SIZE (1UL << __PAGE_SHIFT)
#endif
#define __PAGE_MASK (~(__PAGE_SIZE - 1))

#define __STACK_SIZE_PAGE_ORDER CONFIG_STACK_SIZE_PAGE_ORDER
#define __STACK_SIZE (__PAGE_SIZE << __STACK_SIZE_PAGE_ORDER)
#define __CPU_EXCEPT_STACK_SIZE_PAGE_ORDER CONFIG_CPU_EXCEPT_STACK_SIZE_PAGE_ORDER
#define __CPU_EXCEPT_STACK_SIZE (__PAGE_SIZE << __CPU_EXCEPT_STACK_SIZE_PAGE_ORDER)

#define __WORDSIZE 64
