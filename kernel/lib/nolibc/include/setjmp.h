/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Jumps out of functions (C11, 7.13): the registers that functions keep. */

#ifdef __X86_64__
/** rbx, rbp, r12 to r15, the stack pointer, the address to return to */
typedef unsigned long jmp_buf[8];
#else
/** x19 to x30, the stack pointer, d8 to d15 */
typedef unsigned long jmp_buf[22];
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Stores where the caller is, and returns 0; returns again, with the value given, at each longjmp()
 * until the caller returns. */
int setjmp(jmp_buf environment) __attribute__((returns_twice));
int _setjmp(jmp_buf environment) __attribute__((returns_twice));
/** Goes back to setjmp(), which returns `value`, or 1 for 0. */
void longjmp(jmp_buf environment, int value) __attribute__((noreturn));
void _longjmp(jmp_buf environment, int value) __attribute__((noreturn));

#ifdef __cplusplus
}
#endif

#define setjmp setjmp
