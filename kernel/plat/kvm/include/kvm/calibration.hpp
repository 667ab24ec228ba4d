// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <kvm/clock.hpp>
#include <x86/cpu.hpp>

namespace uk::kvm {

/** A reading of two counters at about the same time. */
struct Sample
{
    __u64 tsc;
    __u32 count;
};

/** Reads both counters a few times and keeps the reading that took least: it was interrupted least.
 * `read` returns the other counter. */
template <typename Read>
Sample takeSample(Read read)
{
    Sample best{};
    __u64 bestDuration = ~static_cast<__u64>(0);
    for (int i = 0; i < 12; ++i) {
        const __u64 before = x86::readTsc();
        const __u32 count = read();
        const __u64 duration = x86::readTsc() - before;
        if (duration < bestDuration) {
            bestDuration = duration;
            best = {before + duration / 2, count};
        }
    }
    return best;
}

/** How far two counters got in the same time. */
struct Interval
{
    __u64 tsc;
    __u32 count; /**< 0: the other counter does not count */
};

/** Lets a counter of width `mask` that counts up get on by `counts`, and says how far the
 * time-stamp counter got meanwhile. */
template <typename Read>
Interval measure(Read read, __u32 mask, __u32 counts)
{
    // A counter that stands still is given up after this, a few ms on any processor.
    constexpr __u64 patience = 50'000'000;
    const Sample first = takeSample(read);
    while (((read() - first.count) & mask) < counts) {
        if (x86::readTsc() - first.tsc > patience)
            return {0, 0};
    }
    const Sample last = takeSample(read);
    return {last.tsc - first.tsc, (last.count - first.count) & mask};
}

} // namespace uk::kvm
