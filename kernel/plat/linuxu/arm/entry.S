/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* From Linux (the stack begins with the number of arguments, as on every architecture) to C++, on a
 * stack of the configured size with a guard page below. */

#define RT_SIGRETURN 139

.text
.globl _start
.type _start, %function
_start:
	mov x0, sp
	adrp x1, boot_stack_top
	add x1, x1, :lo12:boot_stack_top
	mov sp, x1
	/* Ends the chain of frames. */
	mov x29, xzr
	mov x30, xzr
	bl linuxu_start
	brk #1
.size _start, . - _start

/* Where signal handlers return to. */
.globl linuxu_signal_return
.type linuxu_signal_return, %function
linuxu_signal_return:
	mov x8, #RT_SIGRETURN
	svc #0
.size linuxu_signal_return, . - linuxu_signal_return

.section .note.GNU-stack, "", %progbits
