// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/time.h>

namespace uk::kvm {

/** Remembers the moment of the start, from which the monotonic clock counts. */
void startClock();

/** A conversion of counts to nanoseconds: counts * factor / 2^32. */
struct CountRate
{
    __u64 factor; /**< 0: not known */

    __nsec toNanoseconds(__u64 counts) const
    {
        return static_cast<__nsec>(static_cast<unsigned __int128>(counts) * factor >> 32);
    }
    /** Rounded down, at most 2^32 - 1. */
    __u32 toCounts(__nsec duration) const;
    static CountRate ofFrequency(__u64 hertz);
    __u64 frequency() const;
};

/** The counter that the clock reads: it counts at a fixed rate from before the start on. */
__u64 readCounter();
/** What the processor's manual calls it. */
extern const char *const counterName;

/** Finds the rate of the counter; takes up to 2 ms. A factor of 0 when the machine has
 * nothing to compare it with. */
CountRate findCounterRate();

/** Asks the hypervisor for the rate of the time-stamp counter (KVM's clock). Factor 0: no answer.
 */
CountRate askKvmClock();

/** Nanoseconds since 1970 that the machine's battery-backed clock shows; 0: it has none. */
__nsec readDate();

} // namespace uk::kvm
