// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <arm64/cpu.hpp>

namespace uk::arch {

/** Reads 64 random bits from the processor's generator, RNDR (Arm ARM, FEAT_RNG). False when it has
 * none, or has no number ten times in a row. */
inline bool readRandomNumber(__u64 &value)
{
    constexpr int tries = 10;
    // ID_AA64ISAR0_EL1.RNDR
    constexpr int generatorShift = 60;
    if (!(UK_ARM64_READ(id_aa64isar0_el1) >> generatorShift))
        return false;
    bool isValid = false;
    // The register by its encoding: assemblers know the name for newer processors only. Z is set
    // when there is no number in time.
    for (int i = 0; i < tries && !isValid; ++i)
        asm volatile("mrs %0, s3_3_c2_c4_0\n\tcset %w1, ne" : "=r"(value), "=r"(isValid) : : "cc");
    return isValid;
}

} // namespace uk::arch
