// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/shutdown.hpp>
#include <kvm/traps.hpp>
#include <uk/plat/bootstrap.h>
#include <uk/plat/console.h>
#include <uk/print.h>

namespace {

constinit int depth = 0;

// Needs nothing that the first fault may have found broken.
[[noreturn]] void endNestedFault(const __regs &regs)
{
    static const char message[] = "\nFault while reporting a fault, at ";
    ukplat_coutk(message, sizeof(message) - 1);
    const char *name = uk::kvm::programCounterName;
    unsigned int length = 0;
    while (name[length])
        ++length;
    ukplat_coutk(name, length);
    ukplat_coutk(" 0x", 3);
    const __u64 at = uk::kvm::programCounter(regs);
    char digits[17];
    for (int i = 0; i < 16; ++i)
        digits[i] = "0123456789abcdef"[at >> (60 - 4 * i) & 15];
    digits[16] = '\n';
    ukplat_coutk(digits, sizeof(digits));
    ukplat_terminate(UKPLAT_CRASH);
}

} // namespace

/** Called by the entry code for every trap of the processor. */
extern "C" void kvm_trap(unsigned int vector, struct __regs *regs)
{
    const __u64 faultAddress = uk::kvm::readFaultAddress();

    switch (++depth) {
    case 1:
        break;
    case 2:
        endNestedFault(*regs);
    default:
        // Not even that worked.
        uk::kvm::endWithoutWords();
    }
    uk::kvm::dumpTrap(vector, *regs, faultAddress);
    uk_pr_crit("Crashing\n");
    ukplat_terminate(UKPLAT_CRASH);
}
