// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/result.hpp>

namespace uk::kvm {

/** Gives the program's first thread its thread-local variables, when it has any: memory with their
 * initial values, which the TLS pointer points to. ENOMEM when there is none. */
ErrorOr<void> setUpThreadLocals();

} // namespace uk::kvm
