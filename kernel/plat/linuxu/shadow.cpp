// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The memory of the address sanitizer. Not checked by it, as there is nothing to check with before.

#include <linuxu/start.hpp>
#include <linuxu/system_call.hpp>
#include <uk/config.h>

namespace uk::linuxu {

namespace {

constexpr __u64 pageSize = 4096;
constexpr __u64 bytesPerState = 8;
constexpr int errorFile = 2;
constexpr int crashed = 134; // as of a process that aborts

__u64 shadowOf(__u64 address)
{
    return CONFIG_LIBKASAN_SHADOW_OFFSET + address / bytesPerState;
}

} // namespace

void mapShadow(__u64 begin, __u64 end)
{
    const __u64 first = shadowOf(begin) & -pageSize;
    const __u64 size = ((shadowOf(end - 1) | (pageSize - 1)) + 1) - first;
    const long mapped =
        systemCall(SystemCall::mmap, first, size, protectRead | protectWrite,
                   mapPrivate | mapAnonymous | mapNoReserve | mapFixedNoReplace, -1, 0);
    // Older kernels take the flag for nothing, and the address for a wish.
    if (mapped == static_cast<long>(first))
        return;
    constexpr char message[] = "Cannot boot: Linux has no memory at the address where the address "
                               "sanitizer needs it. Raise the limit (ulimit -v), or build without "
                               "LIBKASAN\n";
    systemCall(SystemCall::write, errorFile, message, sizeof(message) - 1);
    for (;;)
        systemCall(SystemCall::exitGroup, crashed);
}

} // namespace uk::linuxu
