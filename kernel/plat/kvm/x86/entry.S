/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* From the loader (32-bit protected mode, paging off; multiboot 0.6.96 3.2, PVH: Xen's
 * docs/misc/pvh) to 64-bit C++: clears .bss, maps the first GiB, switches to long mode. */

#include <uk/arch/limits.h>
#include <uk/config.h>

#define MULTIBOOT_MAGIC 0x1badb002
/* Modules page-aligned, memory information, addresses in the header: loaders refuse a 64-bit ELF
 * file without them. */
#define MULTIBOOT_FLAGS 0x00010003

#define CR0_PE_MP_NE_WP_PG 0x80010023
#define CR4_PAE_OSFXSR_OSXMMEXCPT 0x620
#define CR4_OSXSAVE_BIT 18
#define CPUID_XSAVE_BIT 26
#define CPUID_XSAVE_LEAF 13
/* x87, SSE, AVX, and the three parts of AVX-512; what a thread's memory has room for */
#define XCR0_VECTORS 0xe7
#define MSR_EFER 0xc0000080
#define EFER_LME 0x100
#define EFER_NXE 0x800

#ifdef CONFIG_KVM_BOOT_PROTO_MULTIBOOT
.section .multiboot, "a"
.balign 4
multiboot_header:
	.long MULTIBOOT_MAGIC
	.long MULTIBOOT_FLAGS
	.long -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)
	.long multiboot_header
	.long _text
	.long uk_data_load_end
	.long __bss_end
	.long _multiboot_entry
#endif

/* XEN_ELFNOTE_PHYS32_ENTRY */
.section .note.pvh, "a", @note
.balign 4
	.long 4
	.long 8
	.long 18
	.asciz "Xen"
	.quad _pvh_entry

.text
.code32
.globl _multiboot_entry
.type _multiboot_entry, @function
_multiboot_entry:
	movl $1, %edx
	jmp start32
.size _multiboot_entry, . - _multiboot_entry

.globl _pvh_entry
.type _pvh_entry, @function
_pvh_entry:
	movl $2, %edx
	jmp start32
.size _pvh_entry, . - _pvh_entry

/* edx: protocol (enum BootProtocol), ebx: address of the loader's information */
.type start32, @function
start32:
	cli
	cld
	movl %edx, %ebp

	/* Constants and data to their pages (sections.lds), the last first: they move up. */
	std
	movl $uk_data_load_end - 4, %esi
	movl $_edata - 4, %edi
	movl $_edata, %ecx
	subl $_data, %ecx
	shrl $2, %ecx
	rep movsl
	movl $uk_rodata_load_end - 4, %esi
	movl $_erodata - 4, %edi
	movl $_erodata, %ecx
	subl $_rodata, %ecx
	shrl $2, %ecx
	rep movsl
	cld

	xorl %eax, %eax
	movl $__bss_start, %edi
	movl $__bss_end, %ecx
	subl %edi, %ecx
	shrl $2, %ecx
	rep stosl

	movl $boot_stack_top, %esp
	pushl %ebp
	pushl %ebx

	movl $0x80000000, %eax
	cpuid
	cmpl $0x80000001, %eax
	jb no_long_mode
	movl $0x80000001, %eax
	cpuid
	btl $29, %edx
	jnc no_long_mode

	/* edx bit 20: pages can be non-executable */
	movl $EFER_LME, %esi
	btl $20, %edx
	jnc 1f
	orl $EFER_NXE, %esi
1:
	/* The first GiB at its own address, in pages of 2 MiB. These tables are replaced soon. */
	movl $boot_tables, %edi
	leal 0x1003(%edi), %eax
	movl %eax, (%edi)
	addl $0x1000, %eax
	movl %eax, 0x1000(%edi)
	addl $0x2000, %edi
	movl $0x83, %eax
	movl $512, %ecx
2:	movl %eax, (%edi)
	addl $0x200000, %eax
	addl $8, %edi
	loop 2b

	movl $CR4_PAE_OSFXSR_OSXMMEXCPT, %eax
	movl %eax, %cr4
	movl $boot_tables, %eax
	movl %eax, %cr3
	movl $MSR_EFER, %ecx
	rdmsr
	orl %esi, %eax
	wrmsr
	movl $CR0_PE_MP_NE_WP_PG, %eax
	movl %eax, %cr0

	popl %esi
	popl %edi
	lgdt gdt_pointer
	ljmp $0x08, $start64

no_long_mode:
	movl $no_long_mode_message, %esi
	movw $0x3f8, %dx
3:	lodsb
	testb %al, %al
	jz 4f
	outb %al, %dx
	jmp 3b
4:	movw $0xf4, %dx
	movl $0x7f, %eax
	outl %eax, %dx
5:	hlt
	jmp 5b
.size start32, . - start32

.code64
.type start64, @function
start64:
	movl $0x10, %eax
	movl %eax, %ds
	movl %eax, %es
	movl %eax, %ss
	xorl %eax, %eax
	movl %eax, %fs
	movl %eax, %gs
	movl $boot_stack_top, %esp
	movl %edi, %edi
	movl %esi, %esi
	fninit

	/* The vector registers beyond SSE: whoever saves them asks CPUID for the size (ectx.cpp). */
	movl $1, %eax
	cpuid
	btl $CPUID_XSAVE_BIT, %ecx
	jnc 6f
	movq %cr4, %rax
	btsl $CR4_OSXSAVE_BIT, %eax
	movq %rax, %cr4
	movl $CPUID_XSAVE_LEAF, %eax
	xorl %ecx, %ecx
	cpuid
	andl $XCR0_VECTORS, %eax
	xorl %edx, %edx
	xorl %ecx, %ecx
	xsetbv
6:
	/* Ends the chain of frames. */
	xorl %ebp, %ebp
	pushq %rbp
	pushq %rbp
	call kvm_start
	ud2
.size start64, . - start64

.section .rodata
no_long_mode_message:
	.asciz "This image is for a 64-bit processor, and this one is not: use qemu-system-x86_64.\r\n"

/* Writable: the processor marks the task descriptor busy. */
.data
.balign 8
.globl gdt
gdt:
	.quad 0
	.quad 0x00af9b000000ffff	/* 0x08: 64-bit code */
	.quad 0x00cf93000000ffff	/* 0x10: data */
	.quad 0, 0			/* 0x18: task state, filled in later */
gdt_end:
.globl gdt_pointer
gdt_pointer:
	.word gdt_end - gdt - 1
	.quad gdt

.section .stacks, "aw", @nobits
.balign 4096
.globl stack_guard, boot_stack, boot_stack_top
stack_guard:
	.skip 4096
boot_stack:
	.skip __STACK_SIZE
boot_stack_top:

/* Interrupts come only after the final page tables are in place, so the first ones can lie here. */
.globl interrupt_stack_top, nmi_stack_top, boot_tables
boot_tables:
	.skip 8192
interrupt_stack_top:
	.skip 4096
nmi_stack_top:

.globl trap_stack, trap_stack_top, double_fault_stack_top, stacks_end
trap_stack:
	.skip 8192
trap_stack_top:
	.skip 4096
double_fault_stack_top:
stacks_end:

.section .note.GNU-stack, "", @progbits
