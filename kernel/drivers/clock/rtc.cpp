// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The real-time clock (Motorola MC146818A data sheet).

#include <kvm/clock.hpp>
#include <x86/cpu.hpp>

namespace uk::kvm {

namespace {

using namespace x86;

constexpr __u8 secondsRegister = 0;
constexpr __u8 minutesRegister = 2;
constexpr __u8 hoursRegister = 4;
constexpr __u8 dayRegister = 7;
constexpr __u8 monthRegister = 8;
constexpr __u8 yearRegister = 9;
constexpr __u8 statusA = 0x0a;
constexpr __u8 statusB = 0x0b;
constexpr __u8 statusD = 0x0d;
constexpr __u8 centuryRegister = 0x32; // as QEMU's machines and their FADT have it

constexpr __u8 updating = 0x80;
constexpr __u8 binaryMode = 0x04;
constexpr __u8 hours24 = 0x02;
constexpr __u8 afternoon = 0x80;

__u8 readRegister(__u8 index)
{
    out8(0x70, index);
    return in8(0x71);
}

struct Date
{
    __u8 seconds, minutes, hours, day, month, year, century;

    bool operator==(const Date &) const = default;
};

Date readRegisters()
{
    for (int i = 0; i < 100000 && (readRegister(statusA) & updating); ++i) {
    }
    return {readRegister(secondsRegister), readRegister(minutesRegister),
            readRegister(hoursRegister),   readRegister(dayRegister),
            readRegister(monthRegister),   readRegister(yearRegister),
            readRegister(centuryRegister)};
}

unsigned int fromBcd(unsigned int value)
{
    return (value >> 4) * 10 + (value & 15);
}

/** Days from 1970-01-01 to a date of the Gregorian calendar, counted in years that begin in March,
 * so that the leap day is the last of its year. */
__u64 daysSince1970(unsigned int year, unsigned int month, unsigned int day)
{
    const unsigned int y = month <= 2 ? year - 1 : year;
    const unsigned int monthFromMarch = (month + 9) % 12;
    const __u64 days = 365UL * y + y / 4 - y / 100 + y / 400;
    return days + (153 * monthFromMarch + 2) / 5 + day - 1 - 719468;
}

} // namespace

__nsec readDate()
{
    // The bit is set while the clock has power; a clock that is not there reads as all ones.
    if ((readRegister(statusD) & 0xff) == 0xff)
        return 0;
    // Two readings that agree did not straddle an update.
    Date date = readRegisters();
    for (Date again = readRegisters(); !(again == date); again = readRegisters())
        date = again;

    const __u8 mode = readRegister(statusB);
    const bool isBinary = mode & binaryMode;
    const auto decode = [isBinary](unsigned int value) {
        return isBinary ? value : fromBcd(value);
    };
    unsigned int hours = decode(date.hours & ~static_cast<unsigned int>(afternoon));
    if (!(mode & hours24))
        hours = hours % 12 + (date.hours & afternoon ? 12 : 0);
    const unsigned int century = decode(date.century);
    const unsigned int year =
        (century >= 19 && century < 30 ? century : 20) * 100 + decode(date.year);
    const unsigned int month = decode(date.month);
    const unsigned int day = decode(date.day);
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31)
        return 0;
    const __u64 seconds = daysSince1970(year, month, day) * 86400 + hours * 3600 +
                          decode(date.minutes) * 60 + decode(date.seconds);
    return seconds * 1'000'000'000;
}

} // namespace uk::kvm
