// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/timeconv.h>

extern "C" {

int uktimeconv_is_leap_year(__s64 year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

__u8 uktimeconv_days_in_month(__u8 month, int leap)
{
    if (month < 1 || month > 12)
        return 0;
    if (month == 2)
        return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

__nsec uktimeconv_bmkclock_to_nsec(struct uktimeconv_bmkclock *date)
{
    const int leap = uktimeconv_is_leap_year(date->dt_year);
    if (date->dt_year < 1970 || date->dt_day < 1 ||
        date->dt_day > uktimeconv_days_in_month(date->dt_mon, leap) || date->dt_hour > 23 ||
        date->dt_min > 59 || date->dt_sec > 60) // 60: a leap second
        return 0;
    const __s64 before = date->dt_year - 1;
    __s64 days = date->dt_year * 365 + before / 4 - before / 100 + before / 400;
    days -= 1970 * 365LL + 1969 / 4 - 1969 / 100 + 1969 / 400;
    for (__u8 month = 1; month < date->dt_mon; ++month)
        days += uktimeconv_days_in_month(month, leap);
    days += date->dt_day - 1;
    const __s64 seconds = days * __SECS_PER_DAY + date->dt_hour * __SECS_PER_HOUR +
                          date->dt_min * __SECS_PER_MINUTE + date->dt_sec;
    return static_cast<__nsec>(ukarch_time_sec_to_nsec(seconds));
}

} // extern "C"
