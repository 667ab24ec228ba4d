/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* The exception vectors (Arm ARM DDI 0487, D1.3.1): four kinds of exceptions, from four places. Each
 * saves the registers as a struct __regs and calls its handler. */

#include <uk/arch/lcpu.h>
#include <uk/config.h>

#define KIND_SYNCHRONOUS 0
#define KIND_FIQ 1
#define KIND_SERROR 2
#define KIND_OTHER 3

/* An instruction that only debuggers and QEMU know (kvm_semihosting) returns -1 without them. Saves
 * x0 and x1 in registers that nothing else uses. */
.macro skip_semihosting
	msr tpidr_el1, x0
	msr tpidrro_el0, x1
	mrs x0, elr_el1
	ldr x1, =kvm_semihosting
	cmp x0, x1
	b.eq semihosting_missing
	mrs x0, tpidr_el1
	mrs x1, tpidrro_el0
.endm

/* x1: the interrupted stack pointer. Leaves the frame's address in x1. */
.macro save_registers
	stp x2, x3, [sp, #16]
	stp x4, x5, [sp, #32]
	stp x6, x7, [sp, #48]
	stp x8, x9, [sp, #64]
	stp x10, x11, [sp, #80]
	stp x12, x13, [sp, #96]
	stp x14, x15, [sp, #112]
	stp x16, x17, [sp, #128]
	stp x18, x19, [sp, #144]
	stp x20, x21, [sp, #160]
	stp x22, x23, [sp, #176]
	stp x24, x25, [sp, #192]
	stp x26, x27, [sp, #208]
	stp x28, x29, [sp, #224]
	mrs x2, elr_el1
	stp x30, x2, [sp, #__REGS_OFFSETOF_LR]
	mrs x2, spsr_el1
	mrs x3, esr_el1
	stp x2, x3, [sp, #__REGS_OFFSETOF_SPSR]
	stp x1, xzr, [sp, #__REGS_OFFSETOF_SP]
	mov x1, sp
.endm

/* From main code: the stack of exceptions is empty. */
.macro from_main handler, kind
.balign 128
	.if \kind == KIND_SYNCHRONOUS
	skip_semihosting
	.endif
	sub sp, sp, #__REGS_SIZEOF
	stp x0, x1, [sp]
	mrs x1, sp_el0
	mov x0, #\kind
	b \handler
.endm

/* From a handler: whatever happened to its stack, there is another. Never returns. */
.macro from_handler kind
.balign 128
	.if \kind == KIND_SYNCHRONOUS
	skip_semihosting
	.endif
	msr tpidr_el1, x0
	mov x0, sp
	msr tpidrro_el0, x0
	ldr x0, =nested_stack_top
	mov sp, x0
	mrs x0, tpidr_el1
	sub sp, sp, #__REGS_SIZEOF
	stp x0, x1, [sp]
	mrs x1, tpidrro_el0
	mov x0, #\kind
	b trap_common
.endm

.section .vectors, "ax"
.balign 2048
.globl exception_vectors
exception_vectors:
	from_main trap_common, KIND_SYNCHRONOUS
	from_main interrupt_common, KIND_OTHER

/* In the room that a vector leaves before the next one */
.type trap_common, @function
trap_common:
	save_registers
	bl kvm_trap
	brk #0
.size trap_common, . - trap_common

	from_main trap_common, KIND_FIQ

.type semihosting_missing, @function
semihosting_missing:
	add x0, x0, #4
	msr elr_el1, x0
	mov x0, #-1
	mrs x1, tpidrro_el0
	eret
.size semihosting_missing, . - semihosting_missing

	from_main trap_common, KIND_SERROR

	from_handler KIND_SYNCHRONOUS
	from_handler KIND_OTHER
	from_handler KIND_FIQ
	from_handler KIND_SERROR
	/* The other half would be for EL0, where nothing runs. */

.text
.macro restore_registers
	ldp x30, x2, [sp, #__REGS_OFFSETOF_LR]
	msr elr_el1, x2
	ldr x2, [sp, #__REGS_OFFSETOF_SPSR]
	msr spsr_el1, x2
	ldp x28, x29, [sp, #224]
	ldp x26, x27, [sp, #208]
	ldp x24, x25, [sp, #192]
	ldp x22, x23, [sp, #176]
	ldp x20, x21, [sp, #160]
	ldp x18, x19, [sp, #144]
	ldp x16, x17, [sp, #128]
	ldp x14, x15, [sp, #112]
	ldp x12, x13, [sp, #96]
	ldp x10, x11, [sp, #80]
	ldp x8, x9, [sp, #64]
	ldp x6, x7, [sp, #48]
	ldp x4, x5, [sp, #32]
	ldp x2, x3, [sp, #16]
	ldp x0, x1, [sp]
	add sp, sp, #__REGS_SIZEOF
	eret
.endm

.type interrupt_common, @function
interrupt_common:
	save_registers
	mov x0, x1
	bl kvm_interrupt
#ifdef CONFIG_LIBUKSCHEDPREEMPT
	/* A thread that is preempted goes on with another one. */
	ldr x2, [sp, #__REGS_OFFSETOF_SP]
	msr sp_el0, x2
#endif
	restore_registers
.size interrupt_common, . - interrupt_common

#ifdef CONFIG_LIBUKSCHEDPREEMPT
/* An interrupted thread gets here with interrupts masked. Its stack pointer is at its registers. */
.globl kvm_preempted
.type kvm_preempted, @function
kvm_preempted:
	bl uk_sched_preempt
	restore_registers
.size kvm_preempted, . - kvm_preempted
#endif

/* long kvm_semihosting(operation, parameters): Arm's Semihosting for AArch32 and AArch64, 4. */
.globl kvm_semihosting
.type kvm_semihosting, @function
kvm_semihosting:
	hlt #0xf000
	ret
.size kvm_semihosting, . - kvm_semihosting

.section .note.GNU-stack, "", @progbits
