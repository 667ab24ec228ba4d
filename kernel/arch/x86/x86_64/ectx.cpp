// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Extended registers: XSAVE where the system has switched it on, which the vector extensions from
// AVX on need, FXSAVE elsewhere (Intel SDM volume 1, 10.5 and 13).

#include <uk/arch/ctx.h>
#include <x86/cpu.hpp>

namespace {

using namespace uk::x86;

constexpr __sz fxsaveSize = 512;
constexpr __sz xsaveHeader = 64;
// Where FXSAVE puts the control words.
constexpr __sz fcwOffset = 0;
constexpr __sz mxcsrOffset = 24;
constexpr __u16 initialFcw = 0x37f;
constexpr __u32 initialMxcsr = 0x1f80;

/** The size of a context, 0 before it is known; XSAVE if it is more than FXSAVE's. */
constinit __sz knownSize = 0;

__sz findSize()
{
    constexpr __u32 osxsave = 1U << 27;
    // With XSAVE, leaf 13 tells the size for the registers that are switched on.
    return cpuid(1).ecx & osxsave ? cpuid(13).ebx : fxsaveSize;
}

bool hasXsave()
{
    return ukarch_ectx_size() > fxsaveSize;
}

} // namespace

extern "C" {

__sz ukarch_ectx_size(void)
{
    if (!knownSize)
        knownSize = findSize();
    return knownSize;
}

__sz ukarch_ectx_align(void)
{
    return UKARCH_ECTX_ALIGN;
}

void ukarch_ectx_sanitize(struct ukarch_ectx *state)
{
    // XRSTOR refuses what it does not know in the header.
    auto *bytes = reinterpret_cast<char *>(state);
    for (__sz i = fxsaveSize; hasXsave() && i < fxsaveSize + xsaveHeader; ++i)
        bytes[i] = 0;
}

void ukarch_ectx_init(struct ukarch_ectx *state)
{
    auto *bytes = reinterpret_cast<char *>(state);
    for (__sz i = 0; i < ukarch_ectx_size(); ++i)
        bytes[i] = 0;
    *reinterpret_cast<__u16 *>(bytes + fcwOffset) = initialFcw;
    *reinterpret_cast<__u32 *>(bytes + mxcsrOffset) = initialMxcsr;
}

void ukarch_ectx_store(struct ukarch_ectx *state)
{
    if (hasXsave())
        asm volatile("xsave64 (%0)" : : "r"(state), "a"(~0U), "d"(~0U) : "memory");
    else
        asm volatile("fxsave64 (%0)" : : "r"(state) : "memory");
}

void ukarch_ectx_load(struct ukarch_ectx *state)
{
    if (hasXsave())
        asm volatile("xrstor64 (%0)" : : "r"(state), "a"(~0U), "d"(~0U) : "memory");
    else
        asm volatile("fxrstor64 (%0)" : : "r"(state) : "memory");
}

} // extern "C"
