/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Page and stack sizes of x86_64 (Intel SDM volume 3A, 4.5). Orders are powers of two in pages. */

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
#define __WORDSIZE_COMPAT32 1
