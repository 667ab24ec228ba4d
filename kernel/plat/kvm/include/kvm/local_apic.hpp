// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/time.h>
#include <uk/arch/types.h>

namespace uk::kvm {

/** The local APIC of this processor (Intel SDM volume 3A, chapter 10), in its memory-mapped mode.
 */
class LocalApic
{
public:
    /** The one there is, switched on, or nullptr when the processor has none or it is disabled. */
    static LocalApic *get();

    void endInterrupt();
    __u32 id() const;

    /** Starts the timer: after `counts` it raises `vector`, once. */
    void startTimer(__u32 counts, unsigned int vector);
    void stopTimer();
    /** Counts since the timer was started by startFreeCount(). */
    void startFreeCount();
    __u32 freeCount() const;

    /** The timer's frequency in Hz where the hypervisor defines it, otherwise 0. */
    static __u64 knownTimerFrequency();

private:
    __u32 read(unsigned int offset) const;
    void write(unsigned int offset, __u32 value);

    volatile __u32 *m_registers = nullptr;
};

} // namespace uk::kvm
