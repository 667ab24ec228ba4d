// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

namespace uk::kvm {

/** Where a program is: what a trace begins with. 0 where something is not known. */
struct CodePosition
{
    __u64 instruction;
    __u64 stack; /**< the stack pointer */
    __u64 frame; /**< the frame pointer: the first of a chain of frames */
    __u64 link;  /**< the register with the return address, on processors that have one */
};

/** Prints, at critical level, the function at the position and its callers. */
void printTrace(const CodePosition &position);

/** The return address of the function at the position when that has no frame: it calls no others,
 * is at its first instructions, or the position is in no function at all. 0 when it has one. */
__u64 findFramelessCaller(const CodePosition &position);

/** True for addresses in this image's text. */
bool isCode(__u64 address);
/** True when the `size` bytes at `address`, a multiple of 8, lie on a stack. */
bool isOnStack(__u64 address, __u64 size);

} // namespace uk::kvm
