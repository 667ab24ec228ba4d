// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/plat/tls.h>
#include <x86/cpu.hpp>

namespace {

/** The segment's base is slower to read than memory. */
constinit __uptr current = 0;

} // namespace

extern "C" {

__uptr ukplat_tlsp_get(void)
{
    return current;
}

void ukplat_tlsp_set(__uptr tlsp)
{
    constexpr __u32 fsBaseMsr = 0xc0000100;
    current = tlsp;
    uk::x86::writeMsr(fsBaseMsr, tlsp);
}

} // extern "C"
