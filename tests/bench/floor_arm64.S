/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * The least a guest can do on QEMU's machine virt (see floor.S): say its line on the PL011 and power off
 * by PSCI. Entered as a Linux Image, with the address it is at.
 */
    .text
    .globl entry
entry:
    b start
    .long 0
    .quad 0x80000                  /* from the start of the memory */
    .quad end - entry
    .quad 2                        /* little endian, pages of 4 KiB */
    .quad 0, 0, 0
    .ascii "ARM\x64"
    .long 0
start:
    adr x1, line
    mov x2, #0x09000000
1:  ldrb w3, [x1], #1
    cbz w3, 2f
    strb w3, [x2]
    b 1b
2:  ldr x0, =0x84000008           /* SYSTEM_OFF */
    hvc #0
3:  wfi
    b 3b
line:
    .asciz "Hello world!\n"
    .balign 8
    .ltorg
end:
