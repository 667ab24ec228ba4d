// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <time.h>
#include <uk/arch/time.h>

namespace uk::time {

constexpr __nsec perSecond = 1000000000;

inline timespec toTimespec(__nsec nanoseconds)
{
    return {static_cast<time_t>(nanoseconds / perSecond),
            static_cast<long>(nanoseconds % perSecond)};
}

inline bool isValid(const timespec &value)
{
    return value.tv_sec >= 0 && value.tv_nsec >= 0 && value.tv_nsec < static_cast<long>(perSecond);
}

/** Times beyond the clock's range, after some 580 years, count as its end. */
inline __nsec toNanoseconds(const timespec &value)
{
    __nsec result = 0;
    if (__builtin_mul_overflow(static_cast<__nsec>(value.tv_sec), perSecond, &result) ||
        __builtin_add_overflow(result, static_cast<__nsec>(value.tv_nsec), &result))
        return __NSEC_MAX;
    return result;
}

} // namespace uk::time
