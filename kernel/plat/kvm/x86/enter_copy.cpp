// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/relocation.hpp>
#include <x86/cpu.hpp>

extern "C" {
extern char boot_tables[], boot_stack_top[], gdt_pointer[];
}

namespace uk::kvm {

void enterCopy(__u64 distance)
{
    // The first two tables that entry.S makes hold one pointer each: to the next.
    constexpr __u64 entriesOfTable = 512;
    auto *tables = reinterpret_cast<__u64 *>(reinterpret_cast<__u64>(boot_tables) + distance);
    tables[0] += distance;
    tables[entriesOfTable] += distance;
    x86::writeCr3(reinterpret_cast<__u64>(tables));
    asm volatile("lgdt (%0)" : : "r"(gdt_pointer + distance) : "memory");
    // A chain of frames ends at 0; a function begins with a return address on its stack.
    asm volatile("mov %0, %%rsp; xorl %%ebp, %%ebp; pushq %%rbp; pushq %%rbp; call *%1; ud2"
                 :
                 : "r"(boot_stack_top + distance), "r"(reinterpret_cast<__u64>(kvm_run) + distance)
                 : "memory");
    __builtin_unreachable();
}

} // namespace uk::kvm
