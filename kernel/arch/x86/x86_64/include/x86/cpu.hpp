// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

/** The processor's privileged instructions (Intel SDM volume 2), one function each. */
namespace uk::x86 {

inline void out8(__u16 port, __u8 value)
{
    asm volatile("outb %0, %1" : : "a"(value), "Nd"(port));
}

inline void out16(__u16 port, __u16 value)
{
    asm volatile("outw %0, %1" : : "a"(value), "Nd"(port));
}

inline void out32(__u16 port, __u32 value)
{
    asm volatile("outl %0, %1" : : "a"(value), "Nd"(port));
}

inline __u8 in8(__u16 port)
{
    __u8 value;
    asm volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

inline __u16 in16(__u16 port)
{
    __u16 value;
    asm volatile("inw %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

inline __u32 in32(__u16 port)
{
    __u32 value;
    asm volatile("inl %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

inline __u64 readMsr(__u32 msr)
{
    __u32 low, high;
    asm volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(msr));
    return static_cast<__u64>(high) << 32 | low;
}

inline void writeMsr(__u32 msr, __u64 value)
{
    asm volatile("wrmsr"
                 :
                 : "c"(msr), "a"(static_cast<__u32>(value)), "d"(static_cast<__u32>(value >> 32))
                 : "memory");
}

/** The time-stamp counter, not ordered with the instructions around it. */
inline __u64 readTsc()
{
    __u32 low, high;
    asm volatile("rdtsc" : "=a"(low), "=d"(high));
    return static_cast<__u64>(high) << 32 | low;
}

/** The linear address of the last page fault. */
inline __u64 readCr2()
{
    __u64 value;
    asm volatile("mov %%cr2, %0" : "=r"(value));
    return value;
}

/** Switches to the page tables at physical address `root`; forgets all translations. */
inline void writeCr3(__u64 root)
{
    asm volatile("mov %0, %%cr3" : : "r"(root) : "memory");
}

/** Forgets how the page at `address` is translated. */
inline void forgetTranslation(__u64 address)
{
    asm volatile("invlpg (%0)" : : "r"(address) : "memory");
}

/** What CPUID returns for a leaf. */
struct Cpuid
{
    __u32 eax, ebx, ecx, edx;
};

inline Cpuid cpuid(__u32 leaf, __u32 subleaf = 0)
{
    Cpuid r;
    asm volatile("cpuid"
                 : "=a"(r.eax), "=b"(r.ebx), "=c"(r.ecx), "=d"(r.edx)
                 : "a"(leaf), "c"(subleaf));
    return r;
}

/** a * b / c with all bits of the product; the result has to fit. */
inline __u64 multiplyDivide(__u64 a, __u64 b, __u64 c)
{
    __u64 result, remainder;
    asm("mulq %3; divq %4" : "=&a"(result), "=&d"(remainder) : "0"(a), "r"(b), "r"(c) : "cc");
    return result;
}

/** Stops until an interrupt comes. Interrupts are let in with no gap in which one could be missed,
 * and are off afterwards. */
inline void waitForInterrupt()
{
    asm volatile("sti; hlt; cli" : : : "memory");
}

} // namespace uk::x86
