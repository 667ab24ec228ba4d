// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <arm64/cpu.hpp>
#include <kvm/relocation.hpp>

extern "C" {
extern char _text[], _etext[], boot_tables[], boot_stack_top[], trap_stack_top[];
extern char exception_vectors[];
}

namespace uk::kvm {

namespace {

/** Lets instructions be fetched that were written as data (Arm ARM, B2.4.4). */
void publishCode(__u64 begin, __u64 end)
{
    // CTR_EL0.DminLine: the smallest line of a data cache, as the power of two of its words.
    const __u64 line = 4UL << (UK_ARM64_READ(ctr_el0) >> 16 & 15);
    for (__u64 at = begin; at < end; at += line)
        asm volatile("dc cvau, %0" : : "r"(at) : "memory");
    asm volatile("dsb ish; ic iallu; dsb ish; isb" : : : "memory");
}

} // namespace

void enterCopy(__u64 distance)
{
    publishCode(reinterpret_cast<__u64>(_text) + distance,
                reinterpret_cast<__u64>(_etext) + distance);
    // These tables hold no pointers.
    UK_ARM64_WRITE(ttbr0_el1, reinterpret_cast<__u64>(boot_tables) + distance);
    UK_ARM64_WRITE(vbar_el1, reinterpret_cast<__u64>(exception_vectors) + distance);
    asm volatile("isb; tlbi vmalle1; dsb nsh; isb" : : : "memory");
    // Both stacks as entry.S has them; a chain of frames ends at 0.
    asm volatile(
        "msr spsel, #1; mov sp, %0; msr spsel, #0; mov sp, %1; mov x29, xzr; mov x30, xzr; "
        "br %2"
        :
        : "r"(trap_stack_top + distance), "r"(boot_stack_top + distance),
          "r"(reinterpret_cast<__u64>(kvm_run) + distance)
        : "memory");
    __builtin_unreachable();
}

} // namespace uk::kvm
