// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/current_thread.hpp>
#include <kvm/traps.hpp>
#include <uk/print.h>

extern "C" {
extern char _text[], _etext[], boot_stack[], boot_stack_top[];
}

namespace uk::kvm {

namespace {

__u64 addressOf(const char *symbol)
{
    return reinterpret_cast<__u64>(symbol);
}

bool isIn(__u64 address, const char *begin, const char *end)
{
    return address >= addressOf(begin) && address < addressOf(end);
}

void dumpRows(const char *what, __u64 begin, __u64 end)
{
    uk_pr_crit("%s\n", what);
    for (__u64 row = begin; row + 16 <= end; row += 16) {
        const auto *b = reinterpret_cast<const unsigned char *>(row);
        uk_pr_crit("%lx: %02x %02x %02x %02x %02x %02x %02x %02x "
                   "%02x %02x %02x %02x %02x %02x %02x %02x\n",
                   row, b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                   b[12], b[13], b[14], b[15]);
    }
}

} // namespace

void dumpSurroundings(__u64 instruction, __u64 stack)
{
    const AddressRange ofThread = threadStack();
    const AddressRange ofMain{addressOf(boot_stack), addressOf(boot_stack_top)};
    const AddressRange ranges[] = {ofThread, ofMain};
    for (const AddressRange &range : ranges) {
        const __u64 begin = stack & ~15UL;
        if (range.contains(begin))
            dumpRows("Stack:", begin, begin + 64 < range.end ? begin + 64 : range.end);
    }
    if (isIn(instruction, _text, _etext)) {
        const __u64 first = addressOf(_text);
        const __u64 row = instruction & ~15UL;
        dumpRows("Code:", row >= first + 16 ? row - 16 : first, row + 32);
    }
}

} // namespace uk::kvm
