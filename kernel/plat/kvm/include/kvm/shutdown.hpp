// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

namespace uk::kvm {

/** Reports a crash and ends the machine with nothing but instructions: no text, no tables, no calls
 * into what may be broken. */
[[noreturn]] void endWithoutWords();

} // namespace uk::kvm
