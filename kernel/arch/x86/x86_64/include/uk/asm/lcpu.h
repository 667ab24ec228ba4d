/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The x86_64 processor: the frame that trap and interrupt entries save, barriers, CPUID. */

#define CACHE_LINE_SIZE 64

/** Byte offsets in struct __regs and its size, for assembler: registers are 8 bytes each. */
#define __REGS_OFFSETOF_RIP (17 * 8)
#define __REGS_OFFSETOF_EFLAGS (19 * 8)
#define __REGS_OFFSETOF_RSP (20 * 8)
#define __REGS_SIZEOF (22 * 8)

#ifndef __ASSEMBLY__

#include <uk/arch/types.h>
#include <uk/essentials.h>

/** Registers at a trap or interrupt, as they lie on the stack (lowest address first). From
 * `orig_rax`, which holds the processor's error code or 0, upwards the processor writes them. */
struct __regs
{
    unsigned long pad;
    unsigned long r15;
    unsigned long r14;
    unsigned long r13;
    unsigned long r12;
    unsigned long rbp;
    unsigned long rbx;
    unsigned long r11;
    unsigned long r10;
    unsigned long r9;
    unsigned long r8;
    unsigned long rax;
    unsigned long rcx;
    unsigned long rdx;
    unsigned long rsi;
    unsigned long rdi;
    unsigned long orig_rax;
    unsigned long rip;
    unsigned long cs;
    unsigned long eflags;
    unsigned long rsp;
    unsigned long ss;
};
UK_CTASSERT(__builtin_offsetof(struct __regs, rip) == __REGS_OFFSETOF_RIP);
UK_CTASSERT(__builtin_offsetof(struct __regs, eflags) == __REGS_OFFSETOF_EFLAGS);
UK_CTASSERT(__builtin_offsetof(struct __regs, rsp) == __REGS_OFFSETOF_RSP);
UK_CTASSERT(__REGS_SIZEOF == sizeof(struct __regs));

/* One instruction across which the compiler moves no access to memory. */
#define _UK_BARRIER(instruction) __asm__ __volatile__(instruction ::: "memory")
/** Barriers for all accesses, for reads, for writes (Intel SDM volume 3A, 9.2.5); no operation. */
#define mb() _UK_BARRIER("mfence")
#define rmb() _UK_BARRIER("lfence")
#define wmb() _UK_BARRIER("sfence")
#define nop() _UK_BARRIER("nop")

/** The stack pointer of the caller. */
static inline unsigned long ukarch_read_sp(void)
{
    unsigned long pointer;
    __asm__ __volatile__("movq %%rsp, %[pointer]" : [pointer] "=r"(pointer));
    return pointer;
}

/** To be called in the body of a loop that waits for memory to change. */
static inline void ukarch_spinwait(void)
{
    __builtin_ia32_pause();
    __asm__ __volatile__("" ::: "memory");
}

/** What the processor says about itself under leaf `leaf`, subleaf `subleaf` (Intel SDM volume 2A,
 * CPUID). */
static inline void ukarch_x86_cpuid(__u32 leaf, __u32 subleaf, __u32 *eax, __u32 *ebx, __u32 *ecx,
                                    __u32 *edx)
{
    __u32 a = leaf, b, c = subleaf, d;
    __asm__ __volatile__("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
    *eax = a;
    *ebx = b;
    *ecx = c;
    *edx = d;
}

#endif /* !__ASSEMBLY__ */
