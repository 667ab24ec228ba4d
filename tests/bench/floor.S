/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * The least a guest can do: say its line on COM1 and stop. What QEMU and its firmware take to get here
 * is the floor under every boot time. Entered in 32-bit protected mode by PVH (x86/HVM direct boot ABI)
 * or by multiboot 1.
 */
    .section .head, "a"
    .balign 4
multiboot_header:
    .long 0x1badb002, 0, 0 - 0x1badb002

    .section .note.pvh, "a", @note
    .long name_end - name, 4, 18 /* XEN_ELFNOTE_PHYS32_ENTRY */
name:
    .ascii "Xen\0"
name_end:
    .long entry

    .text
    .code32
    .globl entry
entry:
    cld
    movl $line, %esi
    movl $(line_end - line), %ecx
    movw $0x3f8, %dx
    rep outsb
stop:
    cli
    hlt
    jmp stop

    .section .rodata
line:
    .ascii "Hello world!\n"
line_end:
