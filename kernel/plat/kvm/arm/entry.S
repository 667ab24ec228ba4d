/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* From the loader to C++ (Linux' Documentation/arm64/booting; an ELF file is entered the same way,
 * with x0 = 0): leaves EL2, maps the memory that is needed first, clears .bss. */

#include <uk/arch/limits.h>

#define CURRENT_EL2 (2 << 2)
#define HCR_RW (1 << 31)
#define CNTHCTL_TIMER_ACCESS 3
#define ICC_SRE_SRE 1
#define ICC_SRE_ENABLE 8
#define CPTR_NO_TRAPS 0x33ff
/* EL1 with its own stack pointer, interrupts off */
#define SPSR_EL1H 0x3c5
/* Bits that are 1 on processors without the features they control */
#define SCTLR_RESERVED 0x30d00800
/* Caches, translation, alignment of the stack pointer */
#define SCTLR_M_C_SA_I 0x100d
/* Attribute 0: normal memory, written back; 1: devices, writes may be posted (nGnRE) */
#define MAIR 0x04ff
/* 39 bits of address, cached and shared tables of 4 KiB, no addresses at the top */
#define TCR_T0SZ_25_WB_SH_EPD1 0x803519
#define TCR_IPS_SHIFT 32
#define IPS_48_BITS 5
#define CPACR_NO_TRAPS (3 << 20)

/* Blocks of 1 GiB, in this address space only: devices, memory */
#define BLOCK_DEVICE 0x0060000000000c05
#define BLOCK_MEMORY 0xf01

#define PROTOCOL_DEVICE_TREE 3

#define UART 0x09000000

.section .image_header, "ax"
.globl _libkvmplat_entry
.type _libkvmplat_entry, @function
_libkvmplat_entry:
	b start
	.long 0
	.quad _image_offset
	.quad _image_size
	.quad 0x2			/* little endian, pages of 4 KiB, near the start of memory */
	.quad 0, 0, 0
	.ascii "ARM\x64"
	.long 0
.size _libkvmplat_entry, . - _libkvmplat_entry

.text
.type start, @function
start:
	msr daifset, #0xf
	mov x19, x0

	/* Linked to one address: anywhere else nothing works. */
	adrp x1, _libkvmplat_entry
	ldr x2, =_libkvmplat_entry
	cmp x1, x2
	b.ne wrong_place

	mrs x1, CurrentEL
	cmp x1, #CURRENT_EL2
	b.lo .Lat_el1
	b.hi wrong_level
	mov x1, #HCR_RW
	msr hcr_el2, x1
	mrs x1, cnthctl_el2
	orr x1, x1, #CNTHCTL_TIMER_ACCESS
	msr cnthctl_el2, x1
	msr cntvoff_el2, xzr
	mrs x1, midr_el1
	msr vpidr_el2, x1
	mrs x1, mpidr_el1
	msr vmpidr_el2, x1
	mov x1, #CPTR_NO_TRAPS
	msr cptr_el2, x1
	msr hstr_el2, xzr
	/* GICv3: EL1 may use the registers of the interrupt controller. */
	mrs x1, id_aa64pfr0_el1
	ubfx x1, x1, #24, #4
	cbz x1, 1f
	mrs x1, s3_4_c12_c9_5		/* ICC_SRE_EL2 */
	orr x1, x1, #ICC_SRE_ENABLE
	orr x1, x1, #ICC_SRE_SRE
	msr s3_4_c12_c9_5, x1
	isb
	msr s3_4_c12_c11_0, xzr		/* ICH_HCR_EL2 */
1:	ldr x1, =SCTLR_RESERVED
	msr sctlr_el1, x1
	mov x1, #SPSR_EL1H
	msr spsr_el2, x1
	adr x1, .Lat_el1
	msr elr_el2, x1
	eret

.Lat_el1:
	/* Main code runs on SP_EL0, exceptions on SP_EL1: they work whatever state the other is in. */
	msr spsel, #1
	ldr x1, =trap_stack_top
	mov sp, x1
	msr spsel, #0
	ldr x1, =boot_stack_top
	mov sp, x1

	/* The first two GiB: devices, then memory; and the one with the device tree. */
	ldr x20, =boot_tables
	add x21, x20, #4096
	mov x1, x20
2:	stp xzr, xzr, [x1], #16
	cmp x1, x21
	b.lo 2b
	ldr x1, =BLOCK_DEVICE
	mov x2, #BLOCK_MEMORY
	orr x3, x2, #(1 << 30)
	stp x1, x3, [x20]
	lsr x3, x19, #30
	cmp x3, #2
	b.lo 3f
	cmp x3, #511
	b.hi 3f
	lsl x4, x3, #30
	orr x4, x4, x2
	str x4, [x20, x3, lsl #3]
	/* Written around the cache, which may hold older content. */
3:	dmb sy
	mrs x3, ctr_el0
	ubfx x3, x3, #16, #4
	mov x4, #4
	lsl x3, x4, x3
	mov x1, x20
4:	dc ivac, x1
	add x1, x1, x3
	cmp x1, x21
	b.lo 4b
	dsb sy

	mov x1, #MAIR
	msr mair_el1, x1
	ldr x1, =TCR_T0SZ_25_WB_SH_EPD1
	mrs x2, id_aa64mmfr0_el1
	and x2, x2, #7
	cmp x2, #IPS_48_BITS
	mov x3, #IPS_48_BITS
	csel x2, x2, x3, ls
	orr x1, x1, x2, lsl #TCR_IPS_SHIFT
	msr tcr_el1, x1
	msr ttbr0_el1, x20
	ldr x1, =exception_vectors
	msr vbar_el1, x1
	mov x1, #CPACR_NO_TRAPS
	msr cpacr_el1, x1
	isb
	tlbi vmalle1
	ic iallu
	dsb nsh
	isb
	ldr x1, =(SCTLR_RESERVED | SCTLR_M_C_SA_I)
	msr sctlr_el1, x1
	isb

	/* Constants and data to their pages (sections.lds), the last first: they move up. */
	ldr x1, =uk_data_load_end
	ldr x2, =_edata
	ldr x3, =_data
	bl move_up
	ldr x1, =uk_rodata_load_end
	ldr x2, =_erodata
	ldr x3, =_rodata
	bl move_up

	/* .bss but for the tables that are in use */
	ldr x1, =__bss_start
	mov x2, x20
	bl clear
	mov x1, x21
	ldr x2, =__bss_end
	bl clear

	/* Ends the chain of frames. */
	mov x29, xzr
	mov x30, xzr
	mov x0, #PROTOCOL_DEVICE_TREE
	mov x1, x19
	bl kvm_start
	brk #0
.size start, . - start

/* Moves what ends at x1 to [x3, x2), multiples of 16. */
.type move_up, @function
move_up:
	cmp x2, x3
	b.ls 1f
	ldp x4, x5, [x1, #-16]!
	stp x4, x5, [x2, #-16]!
	b move_up
1:	ret
.size move_up, . - move_up

/* Zeroes [x1, x2), multiples of 16. */
.type clear, @function
clear:
	cmp x1, x2
	b.hs 1f
	stp xzr, xzr, [x1], #16
	b clear
1:	ret
.size clear, . - clear

.type wrong_level, @function
wrong_level:
	adr x1, wrong_level_message
	b say
wrong_place:
	adr x1, wrong_place_message
say:	mov x2, #UART
5:	ldrb w3, [x1], #1
	cbz w3, 6f
	str w3, [x2]
	b 5b
6:	wfi
	b 6b
wrong_level_message:
	.asciz "This image was entered at EL3: start QEMU's machine without secure=on.\r\n"
wrong_place_message:
	.asciz "This image was loaded at a wrong address: it is for QEMU's machine virt.\r\n"
.balign 4
.size wrong_level, . - wrong_level

.section .stacks, "aw", @nobits
.balign 4096
.globl stack_guard, boot_stack, boot_stack_top
stack_guard:
	.skip 4096
boot_stack:
	.skip __STACK_SIZE
boot_stack_top:

.globl boot_tables, trap_stack_top, nested_stack_top, stacks_end
boot_tables:
	.skip 4096
	.skip 8192
trap_stack_top:
	.skip 8192
nested_stack_top:
stacks_end:

.section .note.GNU-stack, "", @progbits
