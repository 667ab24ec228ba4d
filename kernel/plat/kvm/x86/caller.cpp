// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/backtrace.hpp>
#include <uk/symbols.h>

namespace uk::kvm {

namespace {

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
__u64 searchStack(__u64 rip, __u64 rsp, __u64 rbp)
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

} // namespace

__u64 findFramelessCaller(const CodePosition &position)
{
    if (isCode(position.instruction))
        return searchStack(position.instruction, position.stack, position.frame);
    // A call through a bad pointer leaves its return address on top of the stack.
    if (!isOnStack(position.stack, 8))
        return 0;
    const __u64 caller = *reinterpret_cast<const __u64 *>(position.stack);
    return isCode(caller) ? caller : 0;
}

} // namespace uk::kvm
