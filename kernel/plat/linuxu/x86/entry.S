/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* From Linux (System V ABI, AMD64 supplement, 3.4.1: the stack begins with the number of arguments)
 * to C++, on a stack of the configured size with a guard page below. */

#define RT_SIGRETURN 15

.text
.globl _start
.type _start, @function
_start:
	movq %rsp, %rdi
	leaq boot_stack_top(%rip), %rsp
	/* Ends the chain of frames. */
	xorl %ebp, %ebp
	pushq %rbp
	pushq %rbp
	call linuxu_start
	ud2
.size _start, . - _start

/* Where signal handlers return to. */
.globl linuxu_signal_return
.type linuxu_signal_return, @function
linuxu_signal_return:
	movl $RT_SIGRETURN, %eax
	syscall
.size linuxu_signal_return, . - linuxu_signal_return

.section .note.GNU-stack, "", @progbits
