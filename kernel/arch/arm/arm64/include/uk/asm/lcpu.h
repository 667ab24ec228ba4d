/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The arm64 processor: the frame that exception entries save, barriers. */

#define CACHE_LINE_SIZE 64

/** Byte offsets in struct __regs and its size, for assembler: registers are 8 bytes each. */
#define __REGS_OFFSETOF_LR (30 * 8)
#define __REGS_OFFSETOF_ELR (31 * 8)
#define __REGS_OFFSETOF_SPSR (32 * 8)
#define __REGS_OFFSETOF_ESR (33 * 8)
#define __REGS_OFFSETOF_SP (34 * 8)
#define __REGS_SIZEOF (36 * 8)

#ifndef __ASSEMBLY__

#include <uk/arch/types.h>
#include <uk/essentials.h>

/** Registers at an exception, as they lie on the stack (lowest address first). */
struct __regs
{
    unsigned long x[30];
    unsigned long lr;
    unsigned long elr_el1;  /**< where the program was */
    unsigned long spsr_el1; /**< its processor state */
    unsigned long esr_el1;  /**< what happened */
    unsigned long sp;
    unsigned long pad;
};
UK_CTASSERT(__builtin_offsetof(struct __regs, lr) == __REGS_OFFSETOF_LR);
UK_CTASSERT(__builtin_offsetof(struct __regs, elr_el1) == __REGS_OFFSETOF_ELR);
UK_CTASSERT(__builtin_offsetof(struct __regs, spsr_el1) == __REGS_OFFSETOF_SPSR);
UK_CTASSERT(__builtin_offsetof(struct __regs, esr_el1) == __REGS_OFFSETOF_ESR);
UK_CTASSERT(__builtin_offsetof(struct __regs, sp) == __REGS_OFFSETOF_SP);
UK_CTASSERT(__REGS_SIZEOF == sizeof(struct __regs));

/* One instruction across which the compiler moves no access to memory. */
#define _UK_BARRIER(instruction) __asm__ __volatile__(instruction ::: "memory")
/** Barriers for all accesses, for reads, for writes (Arm ARM, B2.3); no operation. */
#define mb() _UK_BARRIER("dsb sy")
#define rmb() _UK_BARRIER("dsb ld")
#define wmb() _UK_BARRIER("dsb st")
#define nop() _UK_BARRIER("nop")

/** The stack pointer of the caller. */
static inline unsigned long ukarch_read_sp(void)
{
    unsigned long pointer;
    __asm__ __volatile__("mov %[pointer], sp" : [pointer] "=r"(pointer));
    return pointer;
}

/** To be called in the body of a loop that waits for memory to change. */
static inline void ukarch_spinwait(void)
{
    _UK_BARRIER("yield");
}

#endif /* !__ASSEMBLY__ */
