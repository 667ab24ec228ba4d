/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#pragma once

/** What the scenarios need of the processor and the machine, for each architecture. */

#include <stdint.h>

#ifdef __x86_64__

#define MACHINE_RETURN_INSTRUCTION                                                                 \
    {                                                                                              \
        0xc3                                                                                       \
    }

static inline void machine_invalid_instruction(void)
{
    __asm__ volatile("ud2");
}

static inline void machine_breakpoint(void)
{
    __asm__ volatile("int3");
}

/** Takes the page of `address` out of the page tables, which are mapped like all memory. */
static inline void machine_unmap(uintptr_t address)
{
    uint64_t *table;

    __asm__ volatile("mov %%cr3, %0" : "=r"(table));
    for (int shift = 39; shift > 12; shift -= 9)
        table = (uint64_t *)(table[address >> shift & 511] & 0x000ffffffffff000UL);
    table[address >> 12 & 511] = 0;
    __asm__ volatile("invlpg (%0)" : : "r"(address) : "memory");
}

/** The serial port's interrupt, and the one for an empty transmitter on or off. */
#define MACHINE_SERIAL_INTERRUPT 4

static inline void machine_transmitter_interrupt(int on)
{
    __asm__ volatile("outb %0, %1"
                     :
                     : "a"((unsigned char)(on ? 2 : 0)), "Nd"((unsigned short)0x3f9));
}

#else

#define MACHINE_RETURN_INSTRUCTION                                                                 \
    {                                                                                              \
        0xc0, 0x03, 0x5f, 0xd6                                                                     \
    }

static inline void machine_invalid_instruction(void)
{
    __asm__ volatile(".inst 0");
}

static inline void machine_breakpoint(void)
{
    __asm__ volatile("brk #1");
}

static inline void machine_unmap(uintptr_t address)
{
    uint64_t *table;

    __asm__ volatile("mrs %0, ttbr0_el1" : "=r"(table));
    table = (uint64_t *)((uintptr_t)table & 0x0000fffffffff000UL);
    for (int shift = 30; shift > 12; shift -= 9)
        table = (uint64_t *)(table[address >> shift & 511] & 0x0000fffffffff000UL);
    table[address >> 12 & 511] = 0;
    __asm__ volatile("dsb sy; tlbi vmalle1; dsb sy; isb" : : : "memory");
}

#define MACHINE_SERIAL_INTERRUPT 33

static inline void machine_transmitter_interrupt(int on)
{
    *(volatile uint32_t *)0x09000038UL = on ? 0x20 : 0;
}

#endif
