/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Short names for compiler attributes, for C and C++ (GCC and Clang). */

#include <uk/asm/compiler.h>
#include <uk/config.h>

#ifndef __packed
#define __packed __attribute__((packed))
#endif
#ifndef __noreturn
#define __noreturn __attribute__((noreturn))
#endif
#ifndef __weak
#define __weak __attribute__((weak))
#endif
#ifndef __used
#define __used __attribute__((used))
#endif
#ifndef __maybe_unused
#define __maybe_unused __attribute__((unused))
#endif
#ifndef __unused
#define __unused __attribute__((unused))
#endif
#ifndef __section
#define __section(name) __attribute__((section(name)))
#endif
#ifndef __nonnull
#define __nonnull __attribute__((nonnull))
#endif
#ifndef __printf
#define __printf(fmt, args) __attribute__((format(printf, (fmt), (args))))
#endif
#ifndef __scanf
#define __scanf(fmt, args) __attribute__((format(scanf, (fmt), (args))))
#endif
#ifndef __align
#define __align(bytes) __attribute__((aligned(bytes)))
#endif
#ifndef __unalign
#define __unalign __align(1)
#endif
#ifndef __noinline
#define __noinline __attribute__((noinline))
#endif
#ifndef __check_result
#define __check_result __attribute__((warn_unused_result))
#endif
#ifndef __may_alias
#define __may_alias __attribute__((may_alias))
#endif
#ifndef __fallthrough
#define __fallthrough __attribute__((fallthrough))
#endif
#ifndef __naked
#define __naked __attribute__((naked))
#endif
#ifndef __alias
#define __alias(old, new) extern __typeof(old) new __attribute__((alias(#old)))
#endif
#ifndef __weak_alias
#define __weak_alias(old, new) extern __typeof(old) new __attribute__((weak, alias(#old)))
#endif
#ifndef __constructor
#define __constructor __attribute__((constructor))
#endif
#ifndef __constructor_prio
#define __constructor_prio(level) __attribute__((constructor(level)))
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
