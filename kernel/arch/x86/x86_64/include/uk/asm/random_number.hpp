// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <x86/cpu.hpp>

namespace uk::arch {

/** Reads 64 random bits from the processor's generator, RDRAND. False when it has none, or one that
 * fails ten times in a row: then it is broken (Intel SDM volume 1, 7.3.17.1). */
inline bool readRandomNumber(__u64 &value)
{
    constexpr int tries = 10;
    constexpr __u32 hasRdrand = 1U << 30;
    if (!(x86::cpuid(1).ecx & hasRdrand))
        return false;
    bool isValid = false;
    for (int i = 0; i < tries && !isValid; ++i)
        asm volatile("rdrand %0; setc %1" : "=r"(value), "=qm"(isValid) : : "cc");
    return isValid;
}

} // namespace uk::arch
