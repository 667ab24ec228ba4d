// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/backtrace.hpp>
#include <uk/symbols.h>

namespace uk::kvm {

__u64 findFramelessCaller(const CodePosition &position)
{
    const __u64 caller = position.link;
    if (!isCode(caller))
        return 0;
    // After a call of its own, the function finds its own address in the link register.
    __sz ofPosition = 0;
    __sz ofCaller = 0;
    const bool isNamed = uk_symbol_find(position.instruction, &ofPosition) != nullptr &&
                         uk_symbol_find(caller - 1, &ofCaller) != nullptr;
    if (isNamed && position.instruction - ofPosition == caller - 1 - ofCaller)
        return 0;
    // With a frame, the return address is there, too.
    if (isOnStack(position.frame, 16) &&
        reinterpret_cast<const __u64 *>(position.frame)[1] == caller)
        return 0;
    return caller;
}

} // namespace uk::kvm
