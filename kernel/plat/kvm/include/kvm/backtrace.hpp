// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

namespace uk::kvm {

/** Prints, at critical level, the function at `rip` and its callers, found by the chain of frame
 * pointers that starts at `rbp`. Where the function at `rip` has no frame yet, or is none, its
 * caller is taken from the top of the stack at `rsp`. */
void printTrace(__u64 rip, __u64 rsp, __u64 rbp);

} // namespace uk::kvm
