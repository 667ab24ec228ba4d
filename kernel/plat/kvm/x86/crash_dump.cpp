// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/backtrace.hpp>
#include <kvm/current_thread.hpp>
#include <kvm/traps.hpp>
#include <uk/print.h>

extern "C" {
extern char stack_guard[], boot_stack[];
}

namespace uk::kvm {

namespace {

constexpr unsigned int pageFault = 14;

const char *nameOf(unsigned int vector)
{
    static const char *const names[] = {
        "divide error",
        "debug",
        "NMI",
        "breakpoint",
        "overflow",
        "bound range exceeded",
        "invalid opcode",
        "device not available",
        "double fault",
        "coprocessor segment overrun",
        "invalid TSS",
        "segment not present",
        "stack-segment fault",
        "general protection fault",
        "page fault",
        "reserved",
        "x87 floating-point error",
        "alignment check",
        "machine check",
        "SIMD floating-point exception",
        "virtualization exception",
        "control protection exception",
    };
    return vector < sizeof(names) / sizeof(names[0]) ? names[vector] : "reserved";
}

__u64 addressOf(const char *symbol)
{
    return reinterpret_cast<__u64>(symbol);
}

bool isIn(__u64 address, const char *begin, const char *end)
{
    return address >= addressOf(begin) && address < addressOf(end);
}

void dumpPageFault(__u64 errorCode, __u64 address)
{
    const char *access = errorCode & 16 ? "execute" : errorCode & 2 ? "write" : "read";
    const char *why = errorCode & 1 ? "not allowed there" : "nothing mapped there";
    if (address < 4096)
        why = "null pointer";
    else if (isIn(address, stack_guard, boot_stack) || threadStackGuard().contains(address))
        why = "stack overflow";
    uk_pr_crit("CR2: %016lx, cannot %s: %s\n", address, access, why);
}

void dumpRegisters(const __regs &r)
{
    uk_pr_crit("RIP: %016lx CS: %04lx\n", r.rip, r.cs & 0xffff);
    uk_pr_crit("RSP: %016lx SS: %04lx EFLAGS: %08lx\n", r.rsp, r.ss & 0xffff, r.eflags);
    uk_pr_crit("RAX: %016lx RBX: %016lx RCX: %016lx\n", r.rax, r.rbx, r.rcx);
    uk_pr_crit("RDX: %016lx RSI: %016lx RDI: %016lx\n", r.rdx, r.rsi, r.rdi);
    uk_pr_crit("RBP: %016lx R08: %016lx R09: %016lx\n", r.rbp, r.r8, r.r9);
    uk_pr_crit("R10: %016lx R11: %016lx R12: %016lx\n", r.r10, r.r11, r.r12);
    uk_pr_crit("R13: %016lx R14: %016lx R15: %016lx\n", r.r13, r.r14, r.r15);
}

} // namespace

const char *const programCounterName = "RIP";

__u64 programCounter(const __regs &regs)
{
    return regs.rip;
}

void dumpTrap(unsigned int vector, const __regs &regs, __u64 faultAddress)
{
    uk_pr_crit("Unhandled Trap %u (%s), error code=0x%lx\n", vector, nameOf(vector), regs.orig_rax);
    dumpThread();
    if (vector == pageFault)
        dumpPageFault(regs.orig_rax, faultAddress);
    dumpRegisters(regs);

    printTrace({regs.rip, regs.rsp, regs.rbp, 0});

    dumpSurroundings(regs.rip, regs.rsp);
}

} // namespace uk::kvm
