/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* The stack that the program starts on, and that of its signal handlers, each with a guard page
 * below. */

#include <uk/arch/limits.h>

.section .stacks, "aw", %nobits
.balign 4096
.globl stack_guard, boot_stack, boot_stack_top
stack_guard:
	.skip 4096
boot_stack:
	.skip __STACK_SIZE
boot_stack_top:

/* Linux puts the vector registers there: up to 11 KiB on x86_64, 5 KiB and more on arm64. */
.globl signal_stack_guard, signal_stack, signal_stack_top, stacks_end
signal_stack_guard:
	.skip 4096
signal_stack:
	.skip 65536
signal_stack_top:
stacks_end:

.section .note.GNU-stack, "", %progbits
