// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/preemption.hpp>
#include <uk/arch/lcpu.h>
#include <uk/schedpreempt.h>

/** In trap_entry.S: calls uk_sched_preempt(), and goes on with the registers at the stack pointer.
 */
extern "C" void kvm_preempted();

namespace {

#ifdef CONFIG_ARCH_X86_64
constexpr unsigned long interruptFlag = 1UL << 9;

unsigned long stackOf(const __regs &regs)
{
    return regs.rsp;
}

void redirect(__regs &regs, unsigned long to, unsigned long stack)
{
    regs.rip = to;
    regs.rsp = stack;
    regs.eflags &= ~interruptFlag;
}
#else
constexpr unsigned long interruptMask = 1UL << 7;

unsigned long stackOf(const __regs &regs)
{
    return regs.sp;
}

void redirect(__regs &regs, unsigned long to, unsigned long stack)
{
    regs.elr_el1 = to;
    regs.sp = stack;
    regs.spsr_el1 |= interruptMask;
}
#endif

} // namespace

void uk::kvm::preemptIfWanted(__regs &regs)
{
    if (!uk_sched_preempt_wanted())
        return;
    constexpr unsigned long stackAlignment = 16;
    static_assert(sizeof(__regs) % stackAlignment == 0);
    const unsigned long stack = (stackOf(regs) & -stackAlignment) - sizeof(__regs);
    *reinterpret_cast<__regs *>(stack) = regs;
    redirect(regs, reinterpret_cast<unsigned long>(kvm_preempted), stack);
}
