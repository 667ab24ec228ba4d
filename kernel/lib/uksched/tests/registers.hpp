// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/config.h>

/** Registers, for tests that look whether they stay as they are. */
namespace uk::test {

#ifdef CONFIG_ARCH_X86_64

inline __u64 readControl()
{
    __u32 mxcsr;
    asm volatile("stmxcsr %0" : "=m"(mxcsr));
    return mxcsr & ~0x3fU; // not the exceptions seen
}

inline void writeControl(__u64 control)
{
    const auto mxcsr = static_cast<__u32>(control);
    asm volatile("ldmxcsr %0" : : "m"(mxcsr));
}

/** A control register that rounds down. */
constexpr __u64 roundDown()
{
    return 0x1f80 | 0x2000;
}

/** All vector registers. */
struct alignas(16) VectorRegisters
{
    __u64 words[32];

    void fill(__u64 seed)
    {
        for (__u64 &word : words)
            word = seed = seed * 6364136223846793005 + 1442695040888963407;
    }
    void load() const
    {
        asm volatile("movups 0(%0), %%xmm0\n"
                     "movups 16(%0), %%xmm1\n"
                     "movups 32(%0), %%xmm2\n"
                     "movups 48(%0), %%xmm3\n"
                     "movups 64(%0), %%xmm4\n"
                     "movups 80(%0), %%xmm5\n"
                     "movups 96(%0), %%xmm6\n"
                     "movups 112(%0), %%xmm7\n"
                     "movups 128(%0), %%xmm8\n"
                     "movups 144(%0), %%xmm9\n"
                     "movups 160(%0), %%xmm10\n"
                     "movups 176(%0), %%xmm11\n"
                     "movups 192(%0), %%xmm12\n"
                     "movups 208(%0), %%xmm13\n"
                     "movups 224(%0), %%xmm14\n"
                     "movups 240(%0), %%xmm15\n"
                     :
                     : "r"(words), "m"(words)
                     : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8",
                       "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
    }
    void store()
    {
        asm volatile("movups %%xmm0, 0(%1)\n"
                     "movups %%xmm1, 16(%1)\n"
                     "movups %%xmm2, 32(%1)\n"
                     "movups %%xmm3, 48(%1)\n"
                     "movups %%xmm4, 64(%1)\n"
                     "movups %%xmm5, 80(%1)\n"
                     "movups %%xmm6, 96(%1)\n"
                     "movups %%xmm7, 112(%1)\n"
                     "movups %%xmm8, 128(%1)\n"
                     "movups %%xmm9, 144(%1)\n"
                     "movups %%xmm10, 160(%1)\n"
                     "movups %%xmm11, 176(%1)\n"
                     "movups %%xmm12, 192(%1)\n"
                     "movups %%xmm13, 208(%1)\n"
                     "movups %%xmm14, 224(%1)\n"
                     "movups %%xmm15, 240(%1)\n"
                     : "=m"(words)
                     : "r"(words));
    }
};

/** Changes the registers that functions keep, inside a function that restores them. */
[[gnu::noinline]] inline void fillKeptRegisters(__u64 value)
{
    asm volatile("movq %0, %%rbx; movq %0, %%r12; movq %0, %%r13; movq %0, %%r14; movq %0, %%r15"
                 :
                 : "r"(value)
                 : "rbx", "r12", "r13", "r14", "r15");
}

/** Whether the registers that functions keep are the same after a call. */
[[gnu::noinline]] inline bool keepsRegisters(__u64 seed, void (*function)(void *), void *argument)
{
    __u64 after[5];
    const __u64 first = seed * 0x9e3779b97f4a7c15;
    __u64 scratch = first;
    asm volatile("movq %[first], %%rbx; leaq 1(%%rbx), %%r12; leaq 2(%%rbx), %%r13\n"
                 "leaq 3(%%rbx), %%r14; leaq 4(%%rbx), %%r15\n"
                 "pushq %%rbp; movq %%rsp, %%rbp; andq $-16, %%rsp\n"
                 "pushq %%rsi; pushq %%rsi\n"
                 "callq *%%rax\n"
                 "popq %%rsi; movq %%rbp, %%rsp; popq %%rbp\n"
                 "movq %%rbx, (%%rsi); movq %%r12, 8(%%rsi); movq %%r13, 16(%%rsi)\n"
                 "movq %%r14, 24(%%rsi); movq %%r15, 32(%%rsi)\n"
                 : "+D"(argument), "+a"(function), [first] "+d"(scratch)
                 : "S"(after)
                 : "rbx", "r12", "r13", "r14", "r15", "rcx", "r8", "r9", "r10", "r11", "xmm0",
                   "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10",
                   "xmm11", "xmm12", "xmm13", "xmm14", "xmm15", "memory", "cc");
    for (__u64 i = 0; i < 5; ++i) {
        if (after[i] != first + i)
            return false;
    }
    return true;
}

#else

inline __u64 readControl()
{
    __u64 control;
    asm volatile("mrs %0, fpcr" : "=r"(control));
    return control;
}

inline void writeControl(__u64 control)
{
    asm volatile("msr fpcr, %0" : : "r"(control));
}

/** A control register that rounds down. */
constexpr __u64 roundDown()
{
    return 2UL << 22;
}

/** All vector registers. */
struct alignas(16) VectorRegisters
{
    __u64 words[64];

    void fill(__u64 seed)
    {
        for (__u64 &word : words)
            word = seed = seed * 6364136223846793005 + 1442695040888963407;
    }
    void load() const
    {
        asm volatile("ldp q0, q1, [%0, #0]\n"
                     "ldp q2, q3, [%0, #32]\n"
                     "ldp q4, q5, [%0, #64]\n"
                     "ldp q6, q7, [%0, #96]\n"
                     "ldp q8, q9, [%0, #128]\n"
                     "ldp q10, q11, [%0, #160]\n"
                     "ldp q12, q13, [%0, #192]\n"
                     "ldp q14, q15, [%0, #224]\n"
                     "ldp q16, q17, [%0, #256]\n"
                     "ldp q18, q19, [%0, #288]\n"
                     "ldp q20, q21, [%0, #320]\n"
                     "ldp q22, q23, [%0, #352]\n"
                     "ldp q24, q25, [%0, #384]\n"
                     "ldp q26, q27, [%0, #416]\n"
                     "ldp q28, q29, [%0, #448]\n"
                     "ldp q30, q31, [%0, #480]\n"
                     :
                     : "r"(words), "m"(words)
                     : "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11",
                       "v12", "v13", "v14", "v15", "v16", "v17", "v18", "v19", "v20", "v21", "v22",
                       "v23", "v24", "v25", "v26", "v27", "v28", "v29", "v30", "v31");
    }
    void store()
    {
        asm volatile("stp q0, q1, [%1, #0]\n"
                     "stp q2, q3, [%1, #32]\n"
                     "stp q4, q5, [%1, #64]\n"
                     "stp q6, q7, [%1, #96]\n"
                     "stp q8, q9, [%1, #128]\n"
                     "stp q10, q11, [%1, #160]\n"
                     "stp q12, q13, [%1, #192]\n"
                     "stp q14, q15, [%1, #224]\n"
                     "stp q16, q17, [%1, #256]\n"
                     "stp q18, q19, [%1, #288]\n"
                     "stp q20, q21, [%1, #320]\n"
                     "stp q22, q23, [%1, #352]\n"
                     "stp q24, q25, [%1, #384]\n"
                     "stp q26, q27, [%1, #416]\n"
                     "stp q28, q29, [%1, #448]\n"
                     "stp q30, q31, [%1, #480]\n"
                     : "=m"(words)
                     : "r"(words));
    }
};

/** Changes the registers that functions keep, inside a function that restores them. */
[[gnu::noinline]] inline void fillKeptRegisters(__u64 value)
{
    asm volatile("mov x19, %0; mov x20, %0; mov x21, %0; mov x28, %0; fmov d8, %0; fmov d15, %0"
                 :
                 : "r"(value)
                 : "x19", "x20", "x21", "x28", "v8", "v15");
}

/** Whether the registers that functions keep are the same after a call. */
[[gnu::noinline]] inline bool keepsRegisters(__u64 seed, void (*function)(void *), void *argument)
{
    __u64 after[6];
    register __u64 first asm("x19") = seed * 0x9e3779b97f4a7c15;
    const __u64 wanted = first;
    register void *x0 asm("x0") = argument;
    register auto *x22 asm("x22") = after;
    register auto *x9 asm("x9") = function;
    asm volatile("add x20, x19, #1; add x21, x19, #2; add x28, x19, #3\n"
                 "add x10, x19, #4; fmov d8, x10; add x10, x19, #5; fmov d15, x10\n"
                 "blr x9\n"
                 "stp x19, x20, [x22]; stp x21, x28, [x22, #16]; stp d8, d15, [x22, #32]\n"
                 : "+r"(x0), "+r"(first), "+r"(x9)
                 : "r"(x22)
                 : "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x10", "x11", "x12", "x13",
                   "x14", "x15", "x16", "x17", "x18", "x20", "x21", "x28", "x30", "v0", "v1", "v2",
                   "v3", "v4", "v5", "v6", "v7", "v8", "v15", "v16", "v17", "v18", "v19", "v20",
                   "v21", "v22", "v23", "v24", "v25", "v26", "v27", "v28", "v29", "v30", "v31",
                   "memory", "cc");
    for (__u64 i = 0; i < 6; ++i) {
        if (after[i] != wanted + i)
            return false;
    }
    return true;
}

#endif

} // namespace uk::test
