/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Switching between contexts. What functions leave as it was (Procedure Call Standard for the Arm
 * 64-bit Architecture, 6.1) lies on the stack of a context that does not run. */

#define CTX_IP 0
#define FRAME 176

.text
/* void ukarch_ctx_switch(struct ukarch_ctx *store, struct ukarch_ctx *load) */
.globl ukarch_ctx_switch
.type ukarch_ctx_switch, %function
.balign 16
ukarch_ctx_switch:
	stp x29, x30, [sp, #-FRAME]!
	stp x19, x20, [sp, #16]
	stp x21, x22, [sp, #32]
	stp x23, x24, [sp, #48]
	stp x25, x26, [sp, #64]
	stp x27, x28, [sp, #80]
	stp d8, d9, [sp, #96]
	stp d10, d11, [sp, #112]
	stp d12, d13, [sp, #128]
	stp d14, d15, [sp, #144]
	mrs x4, fpcr
	str x4, [sp, #160]
	adr x2, 1f
	mov x3, sp
	stp x2, x3, [x0, #CTX_IP]
	ldp x2, x3, [x1, #CTX_IP]
	mov sp, x3
	br x2
1:	/* Slower to write than to read */
	ldr x3, [sp, #160]
	mrs x4, fpcr
	cmp x3, x4
	b.eq 2f
	msr fpcr, x3
2:	ldp d14, d15, [sp, #144]
	ldp d12, d13, [sp, #128]
	ldp d10, d11, [sp, #112]
	ldp d8, d9, [sp, #96]
	ldp x27, x28, [sp, #80]
	ldp x25, x26, [sp, #64]
	ldp x23, x24, [sp, #48]
	ldp x21, x22, [sp, #32]
	ldp x19, x20, [sp, #16]
	ldp x29, x30, [sp], #FRAME
	ret
.size ukarch_ctx_switch, . - ukarch_ctx_switch

/* A new context. On the stack: two arguments, the entry, the control register. */
.globl uk_context_begin, uk_context_begin_clear
.type uk_context_begin_clear, %function
uk_context_begin_clear:
	mov x2, xzr
	mov x3, xzr
	mov x4, xzr
	mov x5, xzr
	mov x6, xzr
	mov x7, xzr
	mov x8, xzr
	mov x9, xzr
	mov x10, xzr
	mov x11, xzr
	mov x12, xzr
	mov x13, xzr
	mov x14, xzr
	mov x15, xzr
	mov x18, xzr
	mov x19, xzr
	mov x20, xzr
	mov x21, xzr
	mov x22, xzr
	mov x23, xzr
	mov x24, xzr
	mov x25, xzr
	mov x26, xzr
	mov x27, xzr
	mov x28, xzr
.size uk_context_begin_clear, . - uk_context_begin_clear
.type uk_context_begin, %function
uk_context_begin:
	ldp x16, x17, [sp, #16]
	msr fpcr, x17
	ldp x0, x1, [sp], #32
	/* Ends the chain of frames. */
	mov x29, xzr
	mov x30, xzr
	br x16
.size uk_context_begin, . - uk_context_begin

/* What ukarch_ctx_start_with_irqs() puts before: on the stack lies where to go then. */
.globl uk_context_enable_irqs
.type uk_context_enable_irqs, %function
uk_context_enable_irqs:
	bl ukplat_lcpu_enable_irq
	ldr x16, [sp], #16
	br x16
.size uk_context_enable_irqs, . - uk_context_enable_irqs

.section .note.GNU-stack, "", %progbits
