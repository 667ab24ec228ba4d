// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/lcpu.h>

namespace uk::kvm {

/** Interrupt vectors: 0 to 31 are the processor's traps, the others interrupts 0 to 31. */
constexpr unsigned int trapVectors = 32;
constexpr unsigned int vectorCount = 64;
/** The local APIC delivers this when an interrupt went away before it was taken. */
constexpr unsigned int spuriousVector = vectorCount - 1;

/** Loads the descriptor tables: traps run on stacks of their own, so that they work whatever state
 * the stack pointer is in. */
void loadDescriptorTables();

/** Prints what is known about a trap, at critical level. */
void dumpTrap(unsigned int vector, const __regs &regs, __u64 faultAddress);

} // namespace uk::kvm
