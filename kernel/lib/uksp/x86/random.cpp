// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "../random.hpp"

#include <x86/cpu.hpp>

namespace {

// Intel SDM volume 1, 7.3.17.1: ten tries in a row only fail when the generator is broken.
constexpr int tries = 10;
constexpr __u32 hasRdrand = 1U << 30;

bool readGenerator(__u64 &value)
{
    bool isValid;
    asm volatile("rdrand %0; setc %1" : "=r"(value), "=qm"(isValid) : : "cc");
    return isValid;
}

} // namespace

__u64 uk::processorRandom()
{
    if (x86::cpuid(1).ecx & hasRdrand) {
        __u64 value;
        for (int i = 0; i < tries; ++i) {
            if (readGenerator(value))
                return value;
        }
    }
    return x86::readTsc();
}
