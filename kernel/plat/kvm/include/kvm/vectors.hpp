// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

namespace uk::kvm {

/** Vectors of x86: 0 to 31 are the processor's traps, the others interrupts 0 to 31. */
constexpr unsigned int trapVectors = 32;
constexpr unsigned int vectorCount = 64;
/** The local APIC delivers this when an interrupt went away before it was taken. */
constexpr unsigned int spuriousVector = vectorCount - 1;

} // namespace uk::kvm
