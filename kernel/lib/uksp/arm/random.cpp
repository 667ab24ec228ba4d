// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "../random.hpp"

#include <arm64/cpu.hpp>

namespace {

constexpr int tries = 10;
// ID_AA64ISAR0_EL1.RNDR
constexpr int generatorShift = 60;

/** Reads RNDR, by its encoding: assemblers know the name for newer processors only. */
bool readGenerator(__u64 &value)
{
    bool isValid;
    // Z is set when there is no number in time.
    asm volatile("mrs %0, s3_3_c2_c4_0\n\tcset %w1, ne" : "=r"(value), "=r"(isValid) : : "cc");
    return isValid;
}

} // namespace

__u64 uk::processorRandom()
{
    if (UK_ARM64_READ(id_aa64isar0_el1) >> generatorShift) {
        __u64 value;
        for (int i = 0; i < tries; ++i) {
            if (readGenerator(value))
                return value;
        }
    }
    return UK_ARM64_READ(cntvct_el0);
}
