// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/time.h>

namespace uk::kvm {

/** Raises the timer interrupt after `duration`, or earlier where the timer does not reach so far.
 * False when the machine has no timer. */
bool startTimer(__nsec duration);
void stopTimer();

/** The number of the timer interrupt. */
unsigned int timerInterrupt();

} // namespace uk::kvm
