/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Short names for compiler attributes, for C and C++ (GCC and Clang). The attributes are written
 * with underscores, which no macro of a program gets in the way of. */

#include <uk/asm/compiler.h>
#include <uk/config.h>

/** No padding between members. */
#ifndef __packed
#define __packed __attribute__((__packed__))
#endif
/** The function never returns. */
#ifndef __noreturn
#define __noreturn __attribute__((__noreturn__))
#endif
/** A definition that another one may replace. */
#ifndef __weak
#define __weak __attribute__((__weak__))
#endif
/** To be kept, although nothing seems to refer to it. */
#ifndef __used
#define __used __attribute__((__used__))
#endif
/** May be unused without a warning; the second is the older name. */
#ifndef __maybe_unused
#define __maybe_unused __attribute__((__unused__))
#endif
#ifndef __unused
#define __unused __attribute__((__unused__))
#endif
/** Placed in the section called `name` (a string). */
#ifndef __section
#define __section(name) __attribute__((__section__(name)))
#endif
/** No pointer argument is NULL. */
#ifndef __nonnull
#define __nonnull __attribute__((__nonnull__))
#endif
/** Checked like printf() or scanf(): the numbers of the format and of the first argument, from 1.
 */
#ifndef __printf
#define __printf(format, first) __attribute__((__format__(__printf__, format, first)))
#endif
#ifndef __scanf
#define __scanf(format, first) __attribute__((__format__(__scanf__, format, first)))
#endif
/** Aligned to `bytes`, or to nothing. */
#ifndef __align
#define __align(bytes) __attribute__((__aligned__(bytes)))
#endif
#ifndef __unalign
#define __unalign __align(1)
#endif
/** Never inlined. */
#ifndef __noinline
#define __noinline __attribute__((__noinline__))
#endif
/** The result must be used. */
#ifndef __check_result
#define __check_result __attribute__((__warn_unused_result__))
#endif
/** May alias objects of any type. */
#ifndef __may_alias
#define __may_alias __attribute__((__may_alias__))
#endif
/** A statement: the next case is meant to follow. */
#ifndef __fallthrough
#define __fallthrough __attribute__((__fallthrough__))
#endif
/** A function without prologue and epilogue. */
#ifndef __naked
#define __naked __attribute__((__naked__))
#endif
/** Declares `new` as another name of `old`, weak or not. */
#ifndef __alias
#define __alias(old, new) extern __typeof(old) new __attribute__((__alias__(#old)))
#endif
#ifndef __weak_alias
#define __weak_alias(old, new) extern __typeof(old) new __attribute__((__weak__, __alias__(#old)))
#endif
/** Runs before main(), by level when there are several. */
#ifndef __constructor
#define __constructor __attribute__((__constructor__))
#endif
#ifndef __constructor_prio
#define __constructor_prio(level) __attribute__((__constructor__(level)))
#endif

#ifndef __offsetof
#define __offsetof(type, member) __builtin_offsetof(type, member)
#endif
/** The structure of type `type` of which `*(pointer)` is the member `member`. */
#ifndef __containerof
#define __containerof(pointer, type, member)                                                       \
    ((type *)(((char *)(__UINTPTR_TYPE__)(pointer)) - __offsetof(type, member)))
#endif
/** True when member `member` of `type` lies within the first `size` bytes. */
#ifndef __contains
#define __contains(type, member, size)                                                             \
    ((__offsetof(type, member) + sizeof(((type *)0)->member)) <= (size))
#endif

/** Return address and frame address of the caller `level` frames up; `level` is a constant. */
#ifndef __return_addr
#define __return_addr(level)                                                                       \
    ((__UINTPTR_TYPE__)__builtin_extract_return_addr(__builtin_return_address(level)))
#endif
#ifndef __frame_addr
#define __frame_addr(level) ((__UINTPTR_TYPE__)__builtin_frame_address(level))
#endif

#ifndef likely
#define likely(x) (__builtin_expect(!!(x), 1))
#endif
#ifndef unlikely
#define unlikely(x) (__builtin_expect(!!(x), 0))
#endif
