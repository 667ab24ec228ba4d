// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/traps.hpp>
#include <kvm/vectors.hpp>
#include <uk/essentials.h>

extern "C" {
extern __u64 gdt[];
extern char vector_entries[];
extern char trap_stack_top[], double_fault_stack_top[], nmi_stack_top[], interrupt_stack_top[];
}

namespace uk::kvm {

namespace {

// Intel SDM volume 3A, 7.7 (task state) and 6.14.1 (gates).
struct [[gnu::packed]] TaskState
{
    __u32 reserved0;
    __u64 privilegeStacks[3];
    __u64 reserved1;
    __u64 interruptStacks[7];
    __u64 reserved2;
    __u16 reserved3;
    __u16 ioMapBase;
};

struct Gate
{
    __u16 offsetLow;
    __u16 selector;
    __u8 stack;
    __u8 type;
    __u16 offsetMiddle;
    __u32 offsetHigh;
    __u32 reserved;
};

struct [[gnu::packed]] TableRegister
{
    __u16 limit;
    __u64 base;
};

constexpr __u16 codeSelector = 0x08;
constexpr __u16 taskSelector = 0x18;
constexpr __u8 interruptGate = 0x8e;
constexpr unsigned int entrySize = 16;

constexpr unsigned int nmi = 2;
constexpr unsigned int doubleFault = 8;

constinit TaskState taskState{};
__ro_after_init constinit Gate gates[vectorCount]{};

__u64 addressOf(const char *symbol)
{
    return reinterpret_cast<__u64>(symbol);
}

/** Numbers of the interrupt stacks, counted from 1. */
enum StackNumber : __u8
{
    trapStack = 1,
    doubleFaultStack,
    nmiStack,
    interruptStack,
};

__u8 stackFor(unsigned int vector)
{
    if (vector == nmi)
        return nmiStack;
    if (vector == doubleFault)
        return doubleFaultStack;
    return vector < trapVectors ? trapStack : interruptStack;
}

} // namespace

void installTrapHandlers()
{
    taskState.interruptStacks[trapStack - 1] = addressOf(trap_stack_top);
    taskState.interruptStacks[doubleFaultStack - 1] = addressOf(double_fault_stack_top);
    taskState.interruptStacks[nmiStack - 1] = addressOf(nmi_stack_top);
    taskState.interruptStacks[interruptStack - 1] = addressOf(interrupt_stack_top);
    taskState.ioMapBase = sizeof(TaskState);

    const __u64 base = reinterpret_cast<__u64>(&taskState);
    gdt[taskSelector / 8] = (sizeof(TaskState) - 1) | (base & 0xffffff) << 16 | 0x89UL << 40 |
                            (base >> 24 & 0xff) << 56;
    gdt[taskSelector / 8 + 1] = base >> 32;
    asm volatile("ltr %0" : : "r"(taskSelector));

    for (unsigned int i = 0; i < vectorCount; ++i) {
        const __u64 entry = addressOf(vector_entries) + i * entrySize;
        gates[i] = {static_cast<__u16>(entry),
                    codeSelector,
                    stackFor(i),
                    interruptGate,
                    static_cast<__u16>(entry >> 16),
                    static_cast<__u32>(entry >> 32),
                    0};
    }
    const TableRegister idtr{sizeof(gates) - 1, reinterpret_cast<__u64>(gates)};
    asm volatile("lidt %0" : : "m"(idtr));
}

} // namespace uk::kvm
