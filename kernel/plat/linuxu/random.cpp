// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <linuxu/system_call.hpp>
#include <uk/plat/random.h>

extern "C" __ssz ukplat_random_seed(void *bytes, __sz size)
{
    using namespace uk::linuxu;
    return systemCall(SystemCall::getrandom, bytes, size, 0);
}
