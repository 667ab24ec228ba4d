// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/lcpu.h>

namespace uk::kvm {

/** Makes the processor enter this image at traps and interrupts: they run on stacks of their own,
 * so that they work whatever state the stack pointer is in. */
void installTrapHandlers();

/** Where the program was when `regs` were saved. */
__u64 programCounter(const __regs &regs);
/** What the processor's manual calls the register of programCounter(). */
extern const char *const programCounterName;
/** The address that the last fault was about; where the trap was none, any value. */
__u64 readFaultAddress();

/** Prints what is known about a trap, at critical level. */
void dumpTrap(unsigned int vector, const __regs &regs, __u64 faultAddress);

/** Prints bytes of the stack from `stack` upwards and of the code around `instruction`, where these
 * lie in main()'s stack and in this image's text. */
void dumpSurroundings(__u64 instruction, __u64 stack);

} // namespace uk::kvm
