/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Integer types by size, and the sizes of addresses. LP64 on every architecture supported. */

#ifdef __ASSEMBLY__

#define __s8 byte
#define __u8 byte
#define __s16 value
#define __u16 value
#define __s32 long
#define __u32 long
#define __s64 quad
#define __u64 quad
#define __sptr __s64
#define __uptr __u64
#define __sz __uptr
#define __ssz __sptr
#define __off __sptr
#define __vaddr_t __uptr
#define __paddr_t __u64

#else /* !__ASSEMBLY__ */

typedef __INT8_TYPE__ __s8;
typedef __UINT8_TYPE__ __u8;
typedef __INT16_TYPE__ __s16;
typedef __UINT16_TYPE__ __u16;
typedef __INT32_TYPE__ __s32;
typedef __UINT32_TYPE__ __u32;
typedef __INT64_TYPE__ __s64;
typedef __UINT64_TYPE__ __u64;

/** Integers wide enough for a pointer. */
typedef __INTPTR_TYPE__ __sptr;
typedef __UINTPTR_TYPE__ __uptr;
/** Sizes and offsets in bytes. */
typedef __SIZE_TYPE__ __sz;
typedef __INTPTR_TYPE__ __ssz;
typedef __INTPTR_TYPE__ __off;
/** Virtual and physical addresses. */
typedef __UINTPTR_TYPE__ __vaddr_t;
typedef __UINT64_TYPE__ __paddr_t;

#ifdef __cplusplus
typedef bool __bool;
#else
typedef _Bool __bool;
#endif

#ifndef __NULL
#ifdef __cplusplus
#define __NULL 0
#else
#define __NULL ((void *)0)
#endif
#endif

/** printf conversion and length modifiers for the types above. */
#define __PRIx8 "x"
#define __PRIu8 "u"
#define __PRIs8 "d"
#define __PRIx16 "x"
#define __PRIu16 "u"
#define __PRIs16 "d"
#define __PRIx32 "x"
#define __PRIu32 "u"
#define __PRIs32 "d"
#define __PRIx64 "lx"
#define __PRIu64 "lu"
#define __PRIs64 "ld"
#define __PRIuptr "lu"
#define __PRIxptr "lx"
#define __PRIsz "lu"
#define __PRIssz "ld"
#define __PRIvaddr "lx"
#define __PRIpaddr "lx"

#endif /* !__ASSEMBLY__ */
