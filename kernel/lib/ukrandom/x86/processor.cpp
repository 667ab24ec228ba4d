// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// RDSEED and RDRAND (Intel SDM volume 1, 7.3.17).

#include "../seeds.hpp"

#include <string.h>
#include <uk/arch/lcpu.h>

namespace uk::random {

namespace {

// "If the retry limit of 10 is reached, the hardware is broken" (RDRAND); RDSEED may take longer.
constexpr int attempts = 64;

bool readSeed(unsigned long &value)
{
    bool isValid;
    asm volatile("rdseed %0; setc %1" : "=r"(value), "=qm"(isValid) : : "cc");
    return isValid;
}

bool readRandom(unsigned long &value)
{
    bool isValid;
    asm volatile("rdrand %0; setc %1" : "=r"(value), "=qm"(isValid) : : "cc");
    return isValid;
}

bool hasBit(__u32 leaf, bool inEcx, int bit)
{
    __u32 a, b, c, d;
    ukarch_x86_cpuid(0, 0, &a, &b, &c, &d);
    if (a < leaf)
        return false;
    ukarch_x86_cpuid(leaf, 0, &a, &b, &c, &d);
    return (inEcx ? c : b) & 1U << bit;
}

bool readWith(bool (*instruction)(unsigned long &), unsigned long &value)
{
    for (int i = 0; i < attempts; ++i) {
        if (instruction(value))
            return true;
        ukarch_spinwait();
    }
    return false;
}

} // namespace

__sz seedFromProcessor(unsigned char *bytes, __sz size)
{
    const bool hasSeed = hasBit(7, false, 18);
    const bool hasRandom = hasBit(1, true, 30);
    __sz done = 0;
    while (done + sizeof(long) <= size) {
        unsigned long value;
        if (!(hasSeed && readWith(readSeed, value)) && !(hasRandom && readWith(readRandom, value)))
            break;
        memcpy(bytes + done, &value, sizeof(value));
        done += sizeof(value);
    }
    return done;
}

} // namespace uk::random
