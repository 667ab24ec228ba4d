// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

namespace uk::kvm {

/** What a guest reports: 0 to 125 as they are, and these. QEMU exits with 2 v + 1 for a status v
 * that was reported. */
constexpr int statusOther = 126;
constexpr int statusCrash = 127;

/** Reports the status, which ends the machine unless it has nothing to report it to. */
void reportFailure(int status);

/** Starts the machine anew; returns where that cannot be done. */
void resetMachine();

[[noreturn]] void powerOff();

/** Reports a crash and ends the machine with nothing but instructions: no text, no tables, no calls
 * into what may be broken. */
[[noreturn]] void endWithoutWords();

} // namespace uk::kvm
