/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Limits of the integer types, page and stack sizes. */

#include <uk/asm/limits.h>
#include <uk/config.h>

/** ANDed with an address within a stack, gives the stack's base. */
#define STACK_MASK_TOP (-__STACK_SIZE)

#ifndef __ASSEMBLY__

#define __S8_MAX __INT8_MAX__
#define __S8_MIN (-__INT8_MAX__ - 1)
#define __U8_MAX __UINT8_MAX__
#define __U8_MIN 0
#define __S16_MAX __INT16_MAX__
#define __S16_MIN (-__INT16_MAX__ - 1)
#define __U16_MAX __UINT16_MAX__
#define __U16_MIN 0
#define __S32_MAX __INT32_MAX__
#define __S32_MIN (-__INT32_MAX__ - 1)
#define __U32_MAX __UINT32_MAX__
#define __U32_MIN 0U
#define __S64_MAX __INT64_MAX__
#define __S64_MIN (-__INT64_MAX__ - 1L)
#define __U64_MAX __UINT64_MAX__
#define __U64_MIN 0UL

#define __C_BITS __CHAR_BIT__
#define __C_MAX __SCHAR_MAX__
#define __C_MIN (-__SCHAR_MAX__ - 1)
#define __UC_MAX __UINT8_MAX__
#define __UC_MIN 0
#define __S_MAX __SHRT_MAX__
#define __S_MIN (-__SHRT_MAX__ - 1)
#define __US_MAX __UINT16_MAX__
#define __US_MIN 0
#define __I_MAX __INT_MAX__
#define __I_MIN (-__INT_MAX__ - 1)
#define __UI_MAX __UINT32_MAX__
#define __UI_MIN 0U
#define __L_MAX __LONG_MAX__
#define __L_MIN (-__LONG_MAX__ - 1L)
#define __UL_MAX (__LONG_MAX__ * 2UL + 1UL)
#define __UL_MIN 0UL
#define __LL_MAX __LONG_LONG_MAX__
#define __LL_MIN (-__LONG_LONG_MAX__ - 1LL)
#define __ULL_MAX (__LONG_LONG_MAX__ * 2ULL + 1ULL)
#define __ULL_MIN 0ULL

#define __PTR_MAX __UINTPTR_MAX__
#define __PTR_MIN 0UL
#define __SZ_MAX __SIZE_MAX__
#define __SZ_MIN 0UL
#define __SSZ_MAX __INTPTR_MAX__
#define __SSZ_MIN (-__INTPTR_MAX__ - 1L)
#define __OFF_MAX __INTPTR_MAX__
#define __OFF_MIN (-__INTPTR_MAX__ - 1L)
#define __VADDR_MAX __UINTPTR_MAX__
#define __VADDR_MIN 0UL
#define __PADDR_MAX __UINT64_MAX__
#define __PADDR_MIN 0UL

#endif /* !__ASSEMBLY__ */
