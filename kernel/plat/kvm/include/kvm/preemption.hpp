// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/config.h>

struct __regs;

namespace uk::kvm {

#ifdef CONFIG_LIBUKSCHEDPREEMPT
/** At the end of an interrupt: has the interrupted thread, whose registers these are, give the
 * processor to another if it is to. Its registers go to its own stack then, and the interrupt
 * returns to code that does it and restores them. */
void preemptIfWanted(__regs &regs);
#else
inline void preemptIfWanted(__regs &) {}
#endif

} // namespace uk::kvm
