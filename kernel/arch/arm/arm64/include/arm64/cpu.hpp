// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>

/** The processor's system registers (Arm ARM DDI 0487, D17) by their names, and instructions that
 * have no C++ equivalent. */

/** The value of a system register. */
#define UK_ARM64_READ(name)                                                                        \
    ({                                                                                             \
        __u64 uk_arm64_value;                                                                      \
        asm volatile("mrs %0, " #name : "=r"(uk_arm64_value) : : "memory");                        \
        uk_arm64_value;                                                                            \
    })

/** Writes a system register. */
#define UK_ARM64_WRITE(name, value)                                                                \
    asm volatile("msr " #name ", %0" : : "r"(static_cast<__u64>(value)) : "memory")

namespace uk::arm64 {

/** What follows sees the effects of all writes to system registers before. */
inline void synchronizeContext()
{
    asm volatile("isb" : : : "memory");
}

/** Stops until an interrupt comes, also one that is masked. */
inline void waitForInterrupt()
{
    asm volatile("dsb sy; wfi" : : : "memory");
}

// Device registers are accessed by plain loads and stores only: of others, a hypervisor that
// emulates the device is not told what they do.

inline __u32 read32(__u64 address)
{
    __u32 value;
    asm volatile("ldr %w0, %1" : "=r"(value) : "Q"(*reinterpret_cast<volatile __u32 *>(address)));
    return value;
}

inline void write32(__u64 address, __u32 value)
{
    asm volatile("str %w1, %0"
                 : "=Q"(*reinterpret_cast<volatile __u32 *>(address))
                 : "r"(value)
                 : "memory");
}

inline __u64 read64(__u64 address)
{
    __u64 value;
    asm volatile("ldr %0, %1" : "=r"(value) : "Q"(*reinterpret_cast<volatile __u64 *>(address)));
    return value;
}

inline void write64(__u64 address, __u64 value)
{
    asm volatile("str %1, %0"
                 : "=Q"(*reinterpret_cast<volatile __u64 *>(address))
                 : "r"(value)
                 : "memory");
}

} // namespace uk::arm64
