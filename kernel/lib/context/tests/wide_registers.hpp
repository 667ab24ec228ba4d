// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "registers.hpp"

#ifdef CONFIG_ARCH_X86_64
#include <x86/cpu.hpp>
#endif

/** The widest vector registers that the processor has, for tests that look whether they stay. */
namespace uk::test {

#ifdef CONFIG_ARCH_X86_64

/** Intel SDM volume 1, 14.3: whether the processor has AVX. */
inline bool hasAvx()
{
    return x86::cpuid(1).ecx & 1U << 28;
}

/** Whether the system has switched it on: CR4.OSXSAVE, and XCR0 with SSE and AVX. */
inline bool isAvxOn()
{
    if (!(x86::cpuid(1).ecx & 1U << 27))
        return false;
    __u32 low, high;
    asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (low & 6) == 6;
}

/** Stores what is at `from`, 8 words for each of the first 4 and last 4 registers, into them, or
 * the other way. The upper halves are what SSE does not have. */
inline void loadWide(const __u64 (&from)[32])
{
    asm volatile("vmovdqu 0(%0), %%ymm0; vmovdqu 32(%0), %%ymm1; vmovdqu 64(%0), %%ymm2\n"
                 "vmovdqu 96(%0), %%ymm3; vmovdqu 128(%0), %%ymm12; vmovdqu 160(%0), %%ymm13\n"
                 "vmovdqu 192(%0), %%ymm14; vmovdqu 224(%0), %%ymm15\n"
                 :
                 : "r"(from), "m"(from)
                 : "xmm0", "xmm1", "xmm2", "xmm3", "xmm12", "xmm13", "xmm14", "xmm15");
}

inline void storeWide(__u64 (&to)[32])
{
    asm volatile("vmovdqu %%ymm0, 0(%1); vmovdqu %%ymm1, 32(%1); vmovdqu %%ymm2, 64(%1)\n"
                 "vmovdqu %%ymm3, 96(%1); vmovdqu %%ymm12, 128(%1); vmovdqu %%ymm13, 160(%1)\n"
                 "vmovdqu %%ymm14, 192(%1); vmovdqu %%ymm15, 224(%1)\n"
                 : "=m"(to)
                 : "r"(to));
}

/** Registers of 256 bits where there are such, otherwise those of 128. */
struct WideRegisters : VectorRegisters
{
    void load() const { isAvxOn() ? loadWide(words) : VectorRegisters::load(); }
    void store() { isAvxOn() ? storeWide(words) : VectorRegisters::store(); }
};

/** Whether programs can use all the registers that the processor has. */
inline bool areWideRegistersOn()
{
    return !hasAvx() || isAvxOn();
}

#else

using WideRegisters = VectorRegisters;

/** Whether programs can use all the registers that the processor has: here these are always on. */
inline bool areWideRegistersOn()
{
    return true;
}

#endif

} // namespace uk::test
