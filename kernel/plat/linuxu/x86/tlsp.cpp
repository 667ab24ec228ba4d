// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <linuxu/system_call.hpp>
#include <uk/plat/tls.h>

namespace {

constinit __uptr current = 0;

} // namespace

extern "C" {

__uptr ukplat_tlsp_get(void)
{
    return current;
}

void ukplat_tlsp_set(__uptr tlsp)
{
    using namespace uk::linuxu;
    constexpr int setFsBase = 0x1002; // ARCH_SET_FS
    current = tlsp;
    systemCall(SystemCall::archPrctl, setFsBase, tlsp);
}

} // extern "C"
