// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The signal frame of arm64 Linux: struct ucontext and struct sigcontext, in whose last part
// records follow each other. One of them has the exception syndrome, for faults that have one.

#include <linuxu/signals.hpp>

namespace uk::linuxu {

namespace {

struct Context
{
    __u64 flags;
    __u64 link;
    __u64 stack[3];
    __u64 mask[16];
    __u64 alignment;
    __u64 faultAddress;
    __u64 x[31];
    __u64 sp;
    __u64 pc;
    __u64 pstate;
    __u64 alignmentOfRecords;
    char records[4096];
};

struct Record
{
    __u32 magic; // 0 ends the records
    __u32 size;
    __u64 syndrome;
};
constexpr __u32 syndromeMagic = 0x45535201;

struct Information
{
    int signal;
    int error;
    int code;
    int padding;
    __u64 address;
};

/** Of ESR_EL1 (Arm ARM DDI 0487): the class of an exception, and reasons of aborts. */
constexpr __u64 classOf(__u64 number)
{
    return number << 26 | 1UL << 25;
}
constexpr __u64 notMapped = 0x07;
constexpr __u64 notAllowed = 0x0f;
constexpr __u64 sameLevel = 1UL << 26;

__u64 findSyndrome(const Context &context)
{
    for (unsigned int at = 0; at + sizeof(Record) <= sizeof(context.records);) {
        const auto &record = *reinterpret_cast<const Record *>(context.records + at);
        if (record.magic == syndromeMagic)
            return record.syndrome;
        if (record.magic == 0 || record.size < 8 || record.size % 16)
            break;
        at += record.size;
    }
    return 0;
}

/** The bit of ESR_EL1 that tells writes from reads, out of the instruction: loads and stores have
 * this form, the exclusive ones and those of pairs among them (Arm ARM DDI 0487, C4.1, "Loads and
 * stores"). */
__u64 writeBitOf(__u32 instruction)
{
    constexpr __u64 writeNotRead = 1UL << 6;
    if ((instruction & 0x0a000000) != 0x08000000)
        return 0;
    // Single registers with an immediate or a register offset have two bits for it.
    const bool isSingle = (instruction & 0x3a000000) == 0x38000000;
    const bool isLoad = isSingle ? instruction >> 22 & 3 : instruction >> 22 & 1;
    return isLoad ? 0 : writeNotRead;
}

/** What the signal itself says, where Linux tells no syndrome. */
__u64 syndromeOfSignal(int signal, const Information &information, __u64 pc)
{
    switch (signal) {
    case signalTrap:
        return classOf(0x3c);
    case signalFpe:
        return classOf(0x2c);
    case signalBus:
        return information.address == pc ? classOf(0x22) : classOf(0x25) | 0x21;
    case signalSegv: {
        constexpr int accessDenied = 2; // SEGV_ACCERR
        const __u64 reason = information.code == accessDenied ? notAllowed : notMapped;
        if (information.address == pc)
            return classOf(0x21) | reason;
        return classOf(0x25) | reason | writeBitOf(*reinterpret_cast<const __u32 *>(pc));
    }
    default:
        return 0; // undefined instruction
    }
}

/** To the program, an abort is one of its own level: there is no other. */
__u64 asOwnLevel(__u64 syndrome)
{
    const __u64 number = syndrome >> 26 & 63;
    return number == 0x20 || number == 0x24 ? syndrome | sameLevel : syndrome;
}

} // namespace

SignalFrame readSignalFrame(int signal, const void *information, const void *context)
{
    const auto &c = *static_cast<const Context *>(context);
    const auto &i = *static_cast<const Information *>(information);
    SignalFrame frame{};
    for (int n = 0; n < 30; ++n)
        frame.registers.x[n] = c.x[n];
    frame.registers.lr = c.x[30];
    frame.registers.elr_el1 = c.pc;
    frame.registers.spsr_el1 = c.pstate;
    frame.registers.sp = c.sp;
    if (signal == signalIll || signal == signalTrap || signal == signalBus || signal == signalFpe ||
        signal == signalSegv) {
        const __u64 told = findSyndrome(c);
        frame.registers.esr_el1 = told ? asOwnLevel(told) : syndromeOfSignal(signal, i, c.pc);
        frame.faultAddress = i.address;
    }
    return frame;
}

} // namespace uk::linuxu
