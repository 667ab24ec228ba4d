// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <kvm/boot_info.hpp>

namespace uk::kvm {

/** Moves the image, with the state it is in, to a random page of the memory that is free in
 * `memory`, and calls kvm_run() there. Returns when it stays: when there is no random number (a
 * seed of 0 from the loader, and the processor has none), or no memory for a second copy. For the
 * boot tables only; pointers to the image that were stored at run time do not move. */
void moveImage(MemoryMap &memory, __u64 seed);

/** Tells by a message where the image runs, or why it was not moved. */
void announcePlace();

/** The processor's part: makes everything that tells it where the image is name the copy `distance`
 * bytes above this one, and calls kvm_run() of that on its own, fresh stack. */
[[noreturn]] void enterCopy(__u64 distance);

} // namespace uk::kvm

/** The second half of the start, after the loader's information was read. */
extern "C" [[noreturn]] void kvm_run();
