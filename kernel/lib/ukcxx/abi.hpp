// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>

/** What compilers call (Itanium C++ ABI 3.2.6, 3.3.2, 3.3.5). */
extern "C" {

extern void *__dso_handle;

/** Has destructor(object) called by exit(), the last one first. Returns 0, or -1 without memory. */
int __cxa_atexit(void (*destructor)(void *), void *object, void *library);

/** Calls the destructors of a library, of all for nullptr. */
void __cxa_finalize(void *library);

/** Around the initialisation of a local static variable: 1 when the caller has to do it. */
int __cxa_guard_acquire(__u64 *guard);
void __cxa_guard_release(__u64 *guard);
void __cxa_guard_abort(__u64 *guard);

[[noreturn]] void __cxa_pure_virtual();
[[noreturn]] void __cxa_deleted_virtual();
}
