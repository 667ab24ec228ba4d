// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "check.hpp"

#include <ctime>
#include <uk/timeconv.h>

void testTimeconv()
{
    for (int round = 0; round < 20000; ++round) {
        const auto seconds = static_cast<time_t>(pick(9000000000ULL)); // to the year 2255
        tm fields{};
        gmtime_r(&seconds, &fields);
        uktimeconv_bmkclock clock{fields.tm_year + 1900,
                                  static_cast<__u8>(fields.tm_mon + 1),
                                  static_cast<__u8>(fields.tm_mday),
                                  static_cast<__u8>(fields.tm_hour),
                                  static_cast<__u8>(fields.tm_min),
                                  static_cast<__u8>(fields.tm_sec)};
        check(uktimeconv_bmkclock_to_nsec(&clock) == static_cast<__nsec>(seconds) * 1000000000,
              std::to_string(seconds) + " s");
    }
    uktimeconv_bmkclock none{2023, 2, 29, 0, 0, 0};
    check(uktimeconv_bmkclock_to_nsec(&none) == 0, "29 February 2023 does not exist");
    none = {1969, 12, 31, 0, 0, 0};
    check(uktimeconv_bmkclock_to_nsec(&none) == 0, "1969 is too early");
    check(uktimeconv_days_in_month(2, 1) == 29 && uktimeconv_days_in_month(13, 0) == 0,
          "days of a month");
    check(uktimeconv_is_leap_year(2000) && !uktimeconv_is_leap_year(1900), "leap years");
    check(uktimeconv_bcdtobin(0x59) == 59, "binary-coded decimal");
}
