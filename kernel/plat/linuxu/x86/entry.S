/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* From Linux (System V ABI, AMD64 supplement, 3.4.1: the stack begins with the number of arguments)
 * to C++, on a stack of the configured size with a guard page below. */

#include <uk/arch/limits.h>

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

.section .stacks, "aw", @nobits
.balign 4096
.globl stack_guard, boot_stack, boot_stack_top
stack_guard:
	.skip 4096
boot_stack:
	.skip __STACK_SIZE
boot_stack_top:

/* Linux puts up to 11 KiB of vector registers there. */
.globl signal_stack_guard, signal_stack, signal_stack_top, stacks_end
signal_stack_guard:
	.skip 4096
signal_stack:
	.skip 65536
signal_stack_top:
stacks_end:

.section .note.GNU-stack, "", @progbits
