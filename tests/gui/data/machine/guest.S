// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A guest that does what single letters on its serial port say. Booted by its PVH note, in 32-bit mode;
// the file is for x86_64, as debuggers expect of that machine.
//   e N: echoes the next letter   q: ends with status 7 through isa-debug-exit
//   t: triple fault               h: halts for ever
    .section .note.Xen, "a", @note
    .align 4
    .long 4, 4, 18              // XEN_ELFNOTE_PHYS32_ENTRY
    .asciz "Xen"
    .long start

    .text
    .code32
    .globl start
start:
    mov $stack, %esp
    mov $ready, %esi
print:
    lodsb
    test %al, %al
    jz next
    call put
    jmp print
next:
    call get
    cmp $'e', %al
    je echo
    cmp $'q', %al
    je quit
    cmp $'t', %al
    je fault
    cmp $'h', %al
    je halt
    jmp next
echo:
    call get
    call put
    jmp next
quit:
    mov $7, %al
    out %al, $0xf4
halt:
    cli
    hlt
    jmp halt
fault:
    lidt nothing
    ud2

put:
    mov %al, %bl
    mov $0x3fd, %dx
1:  in (%dx), %al
    test $0x20, %al
    jz 1b
    mov $0x3f8, %dx
    mov %bl, %al
    out %al, (%dx)
    ret
get:
    mov $0x3fd, %dx
1:  in (%dx), %al
    test $1, %al
    jz 1b
    mov $0x3f8, %dx
    in (%dx), %al
    ret

ready:
    .asciz "ready\r\n"
    .align 8
nothing:
    .fill 8, 1, 0
    .bss
    .fill 256, 1, 0
stack:
