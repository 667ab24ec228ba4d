/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Entries of the 64 vectors. Each saves the registers as a struct __regs and calls the handler with
 * (vector, registers). Vectors 8, 10-14, 17, 21, 29 and 30 come with an error code (Intel SDM
 * volume 3A, 6.15); the others push 0 in its place. */

#include <uk/config.h>

#define TRAP_VECTORS 32
#define VECTORS 64

.macro vector_entry number, handler
.balign 16
.Lvector_\number:
	.if !(\number == 8 || (\number >= 10 && \number <= 14) || \number == 17 || \number == 21 || \number == 29 || \number == 30)
	pushq $0
	.endif
	pushq %rdi
	movl $\number, %edi
	jmp \handler
.endm

.text
.balign 16
.globl vector_entries
vector_entries:
.altmacro
.set i, 0
.rept TRAP_VECTORS
	vector_entry %i, trap_common
	.set i, i + 1
.endr
.rept VECTORS - TRAP_VECTORS
	vector_entry %i, interrupt_common
	.set i, i + 1
.endr

.macro save_registers
	pushq %rsi
	pushq %rdx
	pushq %rcx
	pushq %rax
	pushq %r8
	pushq %r9
	pushq %r10
	pushq %r11
	pushq %rbx
	pushq %rbp
	pushq %r12
	pushq %r13
	pushq %r14
	pushq %r15
	pushq $0
	cld
	movq %rsp, %rsi
.endm

.macro restore_registers
	addq $8, %rsp
	popq %r15
	popq %r14
	popq %r13
	popq %r12
	popq %rbp
	popq %rbx
	popq %r11
	popq %r10
	popq %r9
	popq %r8
	popq %rax
	popq %rcx
	popq %rdx
	popq %rsi
	popq %rdi
	addq $8, %rsp
	iretq
.endm

.type trap_common, @function
trap_common:
	save_registers
	call kvm_trap
	restore_registers
.size trap_common, . - trap_common

.type interrupt_common, @function
interrupt_common:
	save_registers
	call kvm_interrupt
	restore_registers
.size interrupt_common, . - interrupt_common

#ifdef CONFIG_LIBUKSCHEDPREEMPT
/* An interrupted thread gets here with interrupts off. Its stack pointer is at its registers. */
.globl kvm_preempted
.type kvm_preempted, @function
kvm_preempted:
	call uk_sched_preempt
	restore_registers
.size kvm_preempted, . - kvm_preempted
#endif

.section .note.GNU-stack, "", @progbits
