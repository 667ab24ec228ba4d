// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/backtrace.hpp>
#include <kvm/current_thread.hpp>
#include <uk/config.h>
#include <uk/print.h>
#include <uk/symbols.h>
#ifdef CONFIG_LIBUKRELOC
#include <uk/reloc.h>
#endif

extern "C" {
// The stacks lie side by side: of main(), of interrupts, of traps.
extern char _text[], _etext[], boot_stack[], stacks_end[];
}

namespace uk::kvm {

namespace {

constexpr int maxFrames = 32;

struct Frame
{
    __u64 caller; // the frame before
    __u64 returnAddress;
};

__u64 addressOf(const char *symbol)
{
    return reinterpret_cast<__u64>(symbol);
}

void printLine(int number, __u64 address, bool isReturnAddress)
{
    __sz offset = 0;
    // A call may be the last instruction of its function; the byte before is always inside.
    const char *name = uk_symbol_find(address - (isReturnAddress ? 1 : 0), &offset);
    if (name)
        uk_pr_crit("[%3d] 0x%lx <%s+0x%lx>\n", number, address, name,
                   offset + (isReturnAddress ? 1 : 0));
    else
        uk_pr_crit("[%3d] 0x%lx\n", number, address);
}

} // namespace

bool isCode(__u64 address)
{
    return address >= addressOf(_text) && address < addressOf(_etext);
}

bool isOnStack(__u64 address, __u64 size)
{
    const AddressRange ownStacks{addressOf(boot_stack), addressOf(stacks_end)};
    return address % 8 == 0 &&
           (ownStacks.contains(address, size) || threadStack().contains(address, size));
}

void printTrace(const CodePosition &position)
{
#ifdef CONFIG_LIBUKRELOC
    uk_pr_crit("Load offset: 0x%lx\n", uk_reloc_offset());
#endif
    uk_pr_crit("Call trace:\n");
    int number = 0;
    printLine(number++, position.instruction, false);
    if (const __u64 caller = findFramelessCaller(position))
        printLine(number++, caller, true);
    __u64 at = position.frame;
    while (number < maxFrames && isOnStack(at, sizeof(Frame))) {
        const auto &frame = *reinterpret_cast<const Frame *>(at);
        if (!isCode(frame.returnAddress))
            break;
        printLine(number++, frame.returnAddress, true);
        // Callers lie higher on the stack; anything else is a broken chain.
        if (frame.caller <= at)
            break;
        at = frame.caller;
    }
}

} // namespace uk::kvm

extern "C" void uk_print_backtrace(void)
{
    const auto *frame = static_cast<const __u64 *>(__builtin_frame_address(0));
    uk::kvm::printTrace({frame[1], 0, frame[0], 0});
}
