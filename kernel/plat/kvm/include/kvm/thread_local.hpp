// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>
#include <uk/result.hpp>

namespace uk::kvm {

/** Gives the program's first thread its thread-local variables, when it has any: memory with their
 * initial values, which the FS segment points to. ENOMEM when there is none. */
ErrorOr<void> setUpThreadLocals();

/** Loads the register that thread-local variables are found by. */
void setThreadPointer(__u64 pointer);

} // namespace uk::kvm
