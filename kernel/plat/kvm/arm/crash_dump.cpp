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

// The kinds that trap_entry.S tells apart. A synchronous exception's vector is its class.
constexpr unsigned int synchronous = 0;
constexpr unsigned int classes = 64;

/** Classes of synchronous exceptions (Arm ARM DDI 0487, ESR_EL1.EC). */
enum ExceptionClass : unsigned int
{
    floatingPoint = 0x07,
    illegalState = 0x0e,
    systemCall = 0x15,
    systemRegister = 0x18,
    instructionAbortBelow = 0x20,
    instructionAbort = 0x21,
    pcAlignment = 0x22,
    dataAbortBelow = 0x24,
    dataAbort = 0x25,
    spAlignment = 0x26,
    floatingPointException = 0x2c,
    branchTarget = 0x0d,
    brk = 0x3c,
};

struct VectorName
{
    __u8 vector;
    const char *name;
};

// A table that is searched: the one by number that a switch becomes is four times as large.
constexpr VectorName vectorNames[] = {
    {0, "undefined instruction"},
    {floatingPoint, "floating-point access"},
    {branchTarget, "branch target"},
    {illegalState, "illegal execution state"},
    {systemCall, "system call"},
    {systemRegister, "system register access"},
    {instructionAbortBelow, "instruction abort"},
    {instructionAbort, "instruction abort"},
    {pcAlignment, "PC alignment fault"},
    {dataAbortBelow, "data abort"},
    {dataAbort, "data abort"},
    {spAlignment, "SP alignment fault"},
    {floatingPointException, "floating-point exception"},
    {brk, "breakpoint"},
    {classes + 1, "fast interrupt"},
    {classes + 2, "system error"},
};

const char *nameOf(unsigned int vector)
{
    for (const VectorName &entry : vectorNames) {
        if (entry.vector == vector)
            return entry.name;
    }
    return "unexpected exception";
}

bool isIn(__u64 address, const char *begin, const char *end)
{
    return address >= reinterpret_cast<__u64>(begin) && address < reinterpret_cast<__u64>(end);
}

bool isAbort(unsigned int vector)
{
    return vector == instructionAbort || vector == dataAbort;
}

void dumpAbort(unsigned int vector, __u64 syndrome, __u64 address)
{
    constexpr __u64 writeNotRead = 1UL << 6;
    const char *access = vector == instructionAbort  ? "execute"
                         : (syndrome & writeNotRead) ? "write"
                                                     : "read";
    const char *why = "the memory system refuses";
    // The status code's upper bits: what kind of fault; the lower two tell the table's level.
    switch (syndrome >> 2 & 15) {
    case 0:
    case 1:
        why = "nothing mapped there";
        break;
    case 3:
        why = "not allowed there";
        break;
    default:
        if ((syndrome & 0x3f) == 0x21)
            why = "not aligned";
    }
    if (address < 4096)
        why = "null pointer";
    else if (isIn(address, stack_guard, boot_stack) || threadStackGuard().contains(address))
        why = "stack overflow";
    uk_pr_crit("FAR_EL1: %016lx, cannot %s: %s\n", address, access, why);
}

void dumpRegisters(const __regs &r)
{
    uk_pr_crit("ELR_EL1: %016lx PSTATE: %08lx ESR_EL1: %08lx\n", r.elr_el1, r.spsr_el1, r.esr_el1);
    uk_pr_crit("SP: %016lx LR: %016lx\n", r.sp, r.lr);
    for (int i = 0; i < 28; i += 4)
        uk_pr_crit("x%02d ~ x%02d: 0x%016lx 0x%016lx 0x%016lx 0x%016lx\n", i, i + 3, r.x[i],
                   r.x[i + 1], r.x[i + 2], r.x[i + 3]);
    uk_pr_crit("x28 ~ x29: 0x%016lx 0x%016lx\n", r.x[28], r.x[29]);
}

} // namespace

const char *const programCounterName = "ELR_EL1";

__u64 programCounter(const __regs &regs)
{
    return regs.elr_el1;
}

void dumpTrap(unsigned int kind, const __regs &regs, __u64 faultAddress)
{
    const unsigned int vector =
        kind == synchronous ? static_cast<unsigned int>(regs.esr_el1 >> 26 & 63) : classes + kind;
    uk_pr_crit("Unhandled Trap %u (%s), error code=0x%lx\n", vector, nameOf(vector), regs.esr_el1);
    dumpThread();
    if (isAbort(vector))
        dumpAbort(vector, regs.esr_el1, faultAddress);
    dumpRegisters(regs);
    printTrace({regs.elr_el1, regs.sp, regs.x[29], regs.lr});
    dumpSurroundings(regs.elr_el1, regs.sp);
}

} // namespace uk::kvm
