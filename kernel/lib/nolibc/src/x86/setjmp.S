/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* The registers that functions keep (System V ABI for AMD64, 3.2.1). */

.section .text.setjmp, "ax", @progbits
.globl setjmp, _setjmp
.type setjmp, @function
.type _setjmp, @function
setjmp:
_setjmp:
	movq (%rsp), %rax
	leaq 8(%rsp), %rdx
	movq %rbx, (%rdi)
	movq %rbp, 8(%rdi)
	movq %r12, 16(%rdi)
	movq %r13, 24(%rdi)
	movq %r14, 32(%rdi)
	movq %r15, 40(%rdi)
	movq %rdx, 48(%rdi)
	movq %rax, 56(%rdi)
	xorl %eax, %eax
	ret
.size setjmp, . - setjmp
.size _setjmp, . - _setjmp

.globl longjmp, _longjmp
.type longjmp, @function
.type _longjmp, @function
longjmp:
_longjmp:
	movl %esi, %eax
	cmpl $1, %eax
	adcl $0, %eax
	movq (%rdi), %rbx
	movq 8(%rdi), %rbp
	movq 16(%rdi), %r12
	movq 24(%rdi), %r13
	movq 32(%rdi), %r14
	movq 40(%rdi), %r15
	movq 48(%rdi), %rsp
	jmpq *56(%rdi)
.size longjmp, . - longjmp
.size _longjmp, . - _longjmp

.section .note.GNU-stack, "", @progbits
