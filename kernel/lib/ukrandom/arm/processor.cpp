// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// RNDRRS, which is seeded anew for each number (Arm ARM, FEAT_RNG).

#include "../seeds.hpp"

#include <string.h>
#include <uk/arch/lcpu.h>

namespace uk::random {

namespace {

constexpr int attempts = 64;

bool hasRandomNumbers()
{
    __u64 features;
    asm volatile("mrs %0, id_aa64isar0_el1" : "=r"(features));
    return features >> 60;
}

bool readSeed(__u64 &value)
{
    // Z is set when there was no number in time. The register by its encoding: older assemblers
    // do not know its name.
    bool isValid;
    asm volatile("mrs %0, s3_3_c2_c4_1; cset %w1, ne" : "=r"(value), "=r"(isValid) : : "cc");
    return isValid;
}

} // namespace

__sz seedFromProcessor(unsigned char *bytes, __sz size)
{
    if (!hasRandomNumbers())
        return 0;
    __sz done = 0;
    for (int i = 0; i < attempts && done + sizeof(__u64) <= size; ++i) {
        __u64 value;
        if (readSeed(value)) {
            memcpy(bytes + done, &value, sizeof(value));
            done += sizeof(value);
        } else {
            ukarch_spinwait();
        }
    }
    return done;
}

} // namespace uk::random
