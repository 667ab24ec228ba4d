// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/backtrace.hpp>
#include <uk/assert.h>
#include <uk/config.h>
#include <uk/print.h>
#include <uk/symbols.h>

extern "C" {
// The stacks lie side by side: of main(), of interrupts, of traps.
extern char _text[], _etext[], boot_stack[], double_fault_stack_top[];
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

bool isCode(__u64 address)
{
    return address >= addressOf(_text) && address < addressOf(_etext);
}

bool isOnStack(__u64 address, __u64 size)
{
    return address % 8 == 0 && address >= addressOf(boot_stack) &&
           address + size <= addressOf(double_fault_stack_top);
}

/** True when the instruction before `address` can be a call, to `target` if it says where to. */
bool isAfterCall(__u64 address, __u64 target)
{
    if (!isCode(address - 7) || !isCode(address))
        return false;
    const auto *end = reinterpret_cast<const unsigned char *>(address);
    if (end[-5] == 0xe8) {
        const __u32 distance =
            end[-4] | end[-3] << 8U | end[-2] << 16U | static_cast<__u32>(end[-1]) << 24U;
        return address + static_cast<__u64>(static_cast<__s64>(static_cast<__s32>(distance))) ==
               target;
    }
    // Calls through a register or memory: ff /2, with 0 to 5 bytes after it.
    for (int length = 2; length <= 7; ++length) {
        if (end[-length] == 0xff && (end[1 - length] >> 3U & 7U) == 2)
            return true;
    }
    return false;
}

/** Functions that call no others may have no frame; nor has one at its first instructions. Returns
 * the return address of such a function, looked for between `rsp` and the caller's frame, or 0. */
__u64 findFramelessCaller(__u64 rip, __u64 rsp, __u64 rbp)
{
    static constexpr unsigned char prologue[] = {0x55, 0x48, 0x89, 0xe5};
    __sz offset = 0;
    if (!uk_symbol_find(rip, &offset))
        return 0;
    const __u64 start = rip - offset;
    const auto *code = reinterpret_cast<const unsigned char *>(start);
    bool hasFrame = offset >= sizeof(prologue);
    for (unsigned int i = 0; hasFrame && i < sizeof(prologue); ++i)
        hasFrame = code[i] == prologue[i];
    if (hasFrame)
        return 0;
    constexpr int words = 64;
    for (int i = 0; i < words && isOnStack(rsp, 8) && rsp < rbp; ++i, rsp += 8) {
        const __u64 candidate = *reinterpret_cast<const __u64 *>(rsp);
        if (isAfterCall(candidate, start))
            return candidate;
    }
    return 0;
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

void printTrace(__u64 rip, __u64 rsp, __u64 rbp)
{
    uk_pr_crit("Call trace:\n");
    int number = 0;
    printLine(number++, rip, false);
    // A call through a bad pointer leaves its return address on top of the stack.
    if (!isCode(rip) && isOnStack(rsp, 8)) {
        const __u64 caller = *reinterpret_cast<const __u64 *>(rsp);
        if (isCode(caller))
            printLine(number++, caller, true);
    } else if (const __u64 caller = findFramelessCaller(rip, rsp, rbp)) {
        printLine(number++, caller, true);
    }
    while (number < maxFrames && isOnStack(rbp, sizeof(Frame))) {
        const auto &frame = *reinterpret_cast<const Frame *>(rbp);
        if (!isCode(frame.returnAddress))
            break;
        printLine(number++, frame.returnAddress, true);
        // Callers lie higher on the stack; anything else is a broken chain.
        if (frame.caller <= rbp)
            break;
        rbp = frame.caller;
    }
}

} // namespace uk::kvm

extern "C" void uk_print_backtrace(void)
{
    const auto *frame = static_cast<const __u64 *>(__builtin_frame_address(0));
    uk::kvm::printTrace(frame[1], 0, frame[0]);
}
