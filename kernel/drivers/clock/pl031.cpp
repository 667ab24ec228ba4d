// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The real-time clock: a PL031 (Arm DDI 0224).

#include <arm64/cpu.hpp>
#include <kvm/clock.hpp>
#include <kvm/hardware.hpp>
#include <kvm/memory.hpp>

namespace uk::kvm {

__nsec readDate()
{
    constexpr __nsec nanosecondsPerSecond = 1'000'000'000;
    const Registers &registers = hardware().realTimeClock;
    if (registers.size == 0 || !mapDevice(registers.base, registers.size))
        return 0;
    // The data register, the first one: seconds since 1970.
    return arm64::read32(registers.base) * nanosecondsPerSecond;
}

} // namespace uk::kvm
