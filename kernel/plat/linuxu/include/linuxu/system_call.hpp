// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <raw_system_call.hpp>
#include <uk/arch/types.h>

/** What this platform asks of Linux. Structures and numbers are those that the kernel uses itself,
 * which are not always those of its C libraries; alike on x86_64 and arm64. */
namespace uk::linuxu {

/** A system call: its result, or a negative errno number. */
template <typename... Arguments>
long systemCall(SystemCall number, Arguments... arguments)
{
    static_assert(sizeof...(arguments) <= 6);
    const long values[] = {(long)arguments..., 0, 0, 0, 0, 0, 0};
    return rawSystemCall(number, values[0], values[1], values[2], values[3], values[4], values[5]);
}

constexpr long errorInterrupted = -4; // EINTR
constexpr long errorTryAgain = -11;   // EAGAIN

/** Files. */
struct PollEntry
{
    int file;
    short wanted;
    short found;
};
constexpr short pollIn = 1;
constexpr short pollOut = 4;

/** Memory. */
constexpr int protectNone = 0;
constexpr int protectRead = 1;
constexpr int protectWrite = 2;
constexpr int mapPrivate = 0x02;
constexpr int mapAnonymous = 0x20;
constexpr int mapNoReserve = 0x4000;
constexpr int mapFixedNoReplace = 0x100000;

/** Time. */
struct TimeSpec
{
    long seconds;
    long nanoseconds;
};
constexpr int clockRealtime = 0;
constexpr int clockMonotonic = 1;

} // namespace uk::linuxu
