// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Dates of the proleptic Gregorian calendar, in UTC.

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

namespace {

constexpr int64_t secondsPerDay = 86400;
constexpr int64_t daysPerEra = 146097; // 400 years
const char utc[] = "UTC";

int64_t floorDivide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/** Days from 1970-01-01 to the first of a month; a year here begins in March, so that the leap day
 * comes last. `month` counts from January = 0. */
int64_t daysToMonth(int64_t year, int month)
{
    if (month < 2)
        --year;
    const int64_t era = floorDivide(year, 400);
    const int64_t yearOfEra = year - era * 400;
    const int64_t monthFromMarch = (month + 10) % 12;
    const int64_t dayOfYear = (153 * monthFromMarch + 2) / 5;
    return era * daysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear -
           719468;
}

bool isLeap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

const char *const dayNames[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                "Thursday", "Friday", "Saturday"};
const char *const monthNames[] = {"January",   "February", "March",    "April",
                                  "May",       "June",     "July",     "August",
                                  "September", "October",  "November", "December"};

const char *name(const char *const *names, int count, int index)
{
    return index >= 0 && index < count ? names[index] : "?";
}

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
int isoWeek(const tm &fields, int64_t &year)
{
    year = int64_t{fields.tm_year} + 1900;
    const int weekday = (fields.tm_wday + 6) % 7; // Monday = 0
    int week = (fields.tm_yday - weekday + 10) / 7;
    if (week < 1) {
        --year;
        const int yday = fields.tm_yday + (isLeap(year) ? 366 : 365);
        return (yday - weekday + 10) / 7;
    }
    if (week == 53) {
        const int days = isLeap(year) ? 366 : 365;
        if (fields.tm_yday - weekday + 3 >= days) {
            ++year;
            week = 1;
        }
    }
    return week;
}

} // namespace

extern "C" {

double difftime(time_t later, time_t earlier)
{
    return static_cast<double>(later - earlier);
}

struct tm *gmtime_r(const time_t *__restrict value, struct tm *__restrict result)
{
    const int64_t days = floorDivide(*value, secondsPerDay);
    const auto seconds = static_cast<int>(*value - days * secondsPerDay);
    const int64_t shifted = days + 719468; // since 0000-03-01
    const int64_t era = floorDivide(shifted, daysPerEra);
    const int64_t dayOfEra = shifted - era * daysPerEra;
    const int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const int64_t month = (monthFromMarch + 2) % 12;
    const int64_t year = era * 400 + yearOfEra + (month < 2);
    if (year - 1900 > INT_MAX || year - 1900 < INT_MIN) {
        errno = EOVERFLOW;
        return nullptr;
    }
    memset(result, 0, sizeof(*result));
    result->tm_sec = seconds % 60;
    result->tm_min = seconds / 60 % 60;
    result->tm_hour = seconds / 3600;
    result->tm_mday = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    result->tm_mon = static_cast<int>(month);
    result->tm_year = static_cast<int>(year - 1900);
    result->tm_wday = static_cast<int>((days % 7 + 11) % 7); // 1970-01-01 was a Thursday
    result->tm_yday = static_cast<int>(days - daysToMonth(year, 0));
    result->tm_zone = utc;
    return result;
}

struct tm *gmtime(const time_t *value)
{
    static struct tm fields;
    return gmtime_r(value, &fields);
}

struct tm *localtime_r(const time_t *__restrict value, struct tm *__restrict result)
{
    return gmtime_r(value, result);
}

struct tm *localtime(const time_t *value)
{
    return gmtime(value);
}

time_t timegm(struct tm *fields)
{
    const int64_t year = int64_t{fields->tm_year} + 1900 + floorDivide(fields->tm_mon, 12);
    const auto month = static_cast<int>(fields->tm_mon - floorDivide(fields->tm_mon, 12) * 12);
    const int64_t days = daysToMonth(year, month) + fields->tm_mday - 1;
    const time_t value = days * secondsPerDay + int64_t{fields->tm_hour} * 3600 +
                         int64_t{fields->tm_min} * 60 + fields->tm_sec;
    return gmtime_r(&value, fields) ? value : -1;
}

time_t mktime(struct tm *fields)
{
    return timegm(fields);
}

char *asctime_r(const struct tm *__restrict fields, char *__restrict to)
{
    // 26 bytes, ISO C 7.27.3.1; a year that does not fit is an error.
    if (snprintf(to, 26, "%.3s %.3s%3d %.2d:%.2d:%.2d %lld\n", name(dayNames, 7, fields->tm_wday),
                 name(monthNames, 12, fields->tm_mon), fields->tm_mday, fields->tm_hour,
                 fields->tm_min, fields->tm_sec, fields->tm_year + 1900LL) >= 26) {
        errno = EOVERFLOW;
        return nullptr;
    }
    return to;
}

char *asctime(const struct tm *fields)
{
    static char text[26];
    return asctime_r(fields, text);
}

char *ctime_r(const time_t *__restrict value, char *__restrict to)
{
    struct tm fields;
    return gmtime_r(value, &fields) ? asctime_r(&fields, to) : nullptr;
}

char *ctime(const time_t *value)
{
    const struct tm *fields = gmtime(value);
    return fields ? asctime(fields) : nullptr;
}

size_t strftime(char *__restrict to, size_t size, const char *__restrict format,
                const struct tm *__restrict fields)
{
    const struct tm &t = *fields;
    const long long year = t.tm_year + 1900LL;
    const int hour12 = t.tm_hour % 12 ? t.tm_hour % 12 : 12;
    size_t used = 0;
    for (; *format; ++format) {
        char piece[64];
        size_t length = 0;
        if (*format != '%') {
            piece[0] = *format;
            length = 1;
        } else {
            ++format;
            if (*format == 'E' || *format == 'O')
                ++format;
            // A conversion that stands for others is written out by this function itself.
            const char *longer = nullptr;
            int64_t isoYear = 0;
            int printed = 0;
            switch (*format) {
            case 'a':
                printed = snprintf(piece, sizeof(piece), "%.3s", name(dayNames, 7, t.tm_wday));
                break;
            case 'A':
                printed = snprintf(piece, sizeof(piece), "%s", name(dayNames, 7, t.tm_wday));
                break;
            case 'b':
            case 'h':
                printed = snprintf(piece, sizeof(piece), "%.3s", name(monthNames, 12, t.tm_mon));
                break;
            case 'B':
                printed = snprintf(piece, sizeof(piece), "%s", name(monthNames, 12, t.tm_mon));
                break;
            case 'c':
                longer = "%a %b %e %H:%M:%S %Y";
                break;
            case 'C':
                printed = snprintf(piece, sizeof(piece), "%02lld",
                                   static_cast<long long>(floorDivide(year, 100)));
                break;
            case 'd':
                printed = snprintf(piece, sizeof(piece), "%02d", t.tm_mday);
                break;
            case 'D':
            case 'x':
                longer = "%m/%d/%y";
                break;
            case 'e':
                printed = snprintf(piece, sizeof(piece), "%2d", t.tm_mday);
                break;
            case 'F':
                longer = "%Y-%m-%d";
                break;
            case 'g':
                isoWeek(t, isoYear);
                printed = snprintf(piece, sizeof(piece), "%02d", static_cast<int>(isoYear % 100));
                break;
            case 'G':
                isoWeek(t, isoYear);
                printed = snprintf(piece, sizeof(piece), "%lld", static_cast<long long>(isoYear));
                break;
            case 'H':
                printed = snprintf(piece, sizeof(piece), "%02d", t.tm_hour);
                break;
            case 'I':
                printed = snprintf(piece, sizeof(piece), "%02d", hour12);
                break;
            case 'j':
                printed = snprintf(piece, sizeof(piece), "%03d", t.tm_yday + 1);
                break;
            case 'm':
                printed = snprintf(piece, sizeof(piece), "%02d", t.tm_mon + 1);
                break;
            case 'M':
                printed = snprintf(piece, sizeof(piece), "%02d", t.tm_min);
                break;
            case 'n':
                piece[0] = '\n';
                printed = 1;
                break;
            case 'p':
                printed = snprintf(piece, sizeof(piece), "%s", t.tm_hour < 12 ? "AM" : "PM");
                break;
            case 'r':
                longer = "%I:%M:%S %p";
                break;
            case 'R':
                longer = "%H:%M";
                break;
            case 's': {
                struct tm copy = t;
                printed =
                    snprintf(piece, sizeof(piece), "%lld", static_cast<long long>(timegm(&copy)));
                break;
            }
            case 'S':
                printed = snprintf(piece, sizeof(piece), "%02d", t.tm_sec);
                break;
            case 't':
                piece[0] = '\t';
                printed = 1;
                break;
            case 'T':
            case 'X':
                longer = "%H:%M:%S";
                break;
            case 'u':
                printed = snprintf(piece, sizeof(piece), "%d", t.tm_wday ? t.tm_wday : 7);
                break;
            case 'U':
                printed = snprintf(piece, sizeof(piece), "%02d", (t.tm_yday + 7 - t.tm_wday) / 7);
                break;
            case 'V':
                printed = snprintf(piece, sizeof(piece), "%02d", isoWeek(t, isoYear));
                break;
            case 'w':
                printed = snprintf(piece, sizeof(piece), "%d", t.tm_wday);
                break;
            case 'W':
                printed = snprintf(piece, sizeof(piece), "%02d",
                                   (t.tm_yday + 7 - (t.tm_wday + 6) % 7) / 7);
                break;
            case 'y':
                printed = snprintf(piece, sizeof(piece), "%02d",
                                   static_cast<int>((year % 100 + 100) % 100));
                break;
            case 'Y':
                printed = snprintf(piece, sizeof(piece), "%lld", year);
                break;
            case 'z':
                printed = snprintf(piece, sizeof(piece), "+0000");
                break;
            case 'Z':
                printed = snprintf(piece, sizeof(piece), "%s", utc);
                break;
            case '%':
                piece[0] = '%';
                printed = 1;
                break;
            default:
                return 0;
            }
            length = longer ? strftime(piece, sizeof(piece), longer, fields)
                            : static_cast<size_t>(printed);
        }
        if (used + length >= size)
            return 0;
        memcpy(to + used, piece, length);
        used += length;
    }
    if (used >= size)
        return 0;
    to[used] = '\0';
    return used;
}

} // extern "C"
