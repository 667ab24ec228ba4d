// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <arm64/cpu.hpp>
#include <uk/plat/tls.h>

extern "C" {

__uptr ukplat_tlsp_get(void)
{
    return UK_ARM64_READ(tpidr_el0);
}

void ukplat_tlsp_set(__uptr tlsp)
{
    UK_ARM64_WRITE(tpidr_el0, tlsp);
}

} // extern "C"
