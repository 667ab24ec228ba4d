// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "argument.hpp"

#include <errno.h>

namespace uk::virtio {

namespace {

constexpr __u64 leastSize = 0x100;
constexpr __u64 mostSize = 1UL << 20;

unsigned int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<unsigned int>(c - '0');
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? static_cast<unsigned int>(lower - 'a') + 10 : 16;
}

/** Reads a number as C writes it; false when there is none or it is too large. */
bool readNumber(const char *&at, __u64 &value)
{
    unsigned int base = 10;
    if (at[0] == '0' && (at[1] | 0x20) == 'x') {
        base = 16;
        at += 2;
    }
    value = 0;
    const char *first = at;
    for (; digitOf(*at) < base; ++at) {
        if (__builtin_mul_overflow(value, base, &value) ||
            __builtin_add_overflow(value, digitOf(*at), &value))
            return false;
    }
    return at != first;
}

/** Memory sizes may end in K or M. */
bool readSize(const char *&at, __u64 &value)
{
    if (!readNumber(at, value) || value > mostSize)
        return false;
    if ((*at | 0x20) == 'k' || (*at | 0x20) == 'm')
        value <<= (*at++ | 0x20) == 'k' ? 10 : 20;
    return value >= leastSize && value <= mostSize;
}

} // namespace

ErrorOr<MmioPlace> readMmioArgument(const char *argument)
{
    const char *name = "virtio_mmio.device=";
    for (; *name; ++name, ++argument) {
        if (*argument != *name)
            return Error{ENOENT};
    }
    MmioPlace place{0, 0, noWire, false};
    __u64 number;
    if (!readSize(argument, place.size) || *argument++ != '@' ||
        !readNumber(argument, place.base) || *argument++ != ':' || !readNumber(argument, number) ||
        place.base % 4 != 0 || place.base > ~0UL - place.size)
        return Error{EINVAL};
    if (number >= noWire)
        return Error{EINVAL};
    place.wire = static_cast<unsigned int>(number);
    if (*argument == ':' && !readNumber(++argument, number))
        return Error{EINVAL};
    if (*argument)
        return Error{EINVAL};
    return place;
}

} // namespace uk::virtio
