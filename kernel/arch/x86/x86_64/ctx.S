/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Switching between contexts. What functions leave as it was (System V ABI, AMD64 supplement, 3.2.1)
 * lies on the stack of a context that does not run. */

#define CTX_IP 0
#define CTX_SP 8

.text
/* void ukarch_ctx_switch(struct ukarch_ctx *store, struct ukarch_ctx *load) */
.globl ukarch_ctx_switch
.type ukarch_ctx_switch, @function
.balign 16
ukarch_ctx_switch:
	pushq %rbp
	pushq %rbx
	pushq %r12
	pushq %r13
	pushq %r14
	pushq %r15
	subq $8, %rsp
	stmxcsr (%rsp)
	fnstcw 4(%rsp)
	leaq 1f(%rip), %rax
	movq %rax, CTX_IP(%rdi)
	movq %rsp, CTX_SP(%rdi)
	movq CTX_SP(%rsi), %rsp
	jmp *CTX_IP(%rsi)
1:	ldmxcsr (%rsp)
	fldcw 4(%rsp)
	addq $8, %rsp
	popq %r15
	popq %r14
	popq %r13
	popq %r12
	popq %rbx
	popq %rbp
	ret
.size ukarch_ctx_switch, . - ukarch_ctx_switch

/* A new context. On the stack: the control registers, two arguments, the entry. With the latter as a
 * return address the stack pointer is what the context was made with. */
.globl uk_context_begin, uk_context_begin_clear
.type uk_context_begin_clear, @function
uk_context_begin_clear:
	xorl %eax, %eax
	xorl %ebx, %ebx
	xorl %ecx, %ecx
	xorl %edx, %edx
	xorl %r8d, %r8d
	xorl %r9d, %r9d
	xorl %r10d, %r10d
	xorl %r11d, %r11d
	xorl %r12d, %r12d
	xorl %r13d, %r13d
	xorl %r14d, %r14d
	xorl %r15d, %r15d
.size uk_context_begin_clear, . - uk_context_begin_clear
.type uk_context_begin, @function
uk_context_begin:
	fninit
	ldmxcsr (%rsp)
	addq $8, %rsp
	popq %rdi
	popq %rsi
	/* Ends the chain of frames. */
	xorl %ebp, %ebp
	ret
.size uk_context_begin, . - uk_context_begin

/* What ukarch_ctx_start_with_irqs() puts before: on the stack lies where to go then. */
.globl uk_context_enable_irqs
.type uk_context_enable_irqs, @function
uk_context_enable_irqs:
	movq %rsp, %rbx
	andq $-16, %rsp
	call ukplat_lcpu_enable_irq
	movq %rbx, %rsp
	ret
.size uk_context_enable_irqs, . - uk_context_enable_irqs

.section .note.GNU-stack, "", @progbits
