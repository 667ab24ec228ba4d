/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <uk/test.h>
#include <uk/timeconv.h>

static __nsec at(__s64 year, int month, int day, int hour, int minute, int second)
{
	struct uktimeconv_bmkclock date = {.dt_year = year,
					   .dt_mon = (__u8)month,
					   .dt_day = (__u8)day,
					   .dt_hour = (__u8)hour,
					   .dt_min = (__u8)minute,
					   .dt_sec = (__u8)second};

	return uktimeconv_bmkclock_to_nsec(&date);
}

UK_TESTCASE(uktimeconv, leap_years)
{
	UK_TEST_EXPECT(uktimeconv_is_leap_year(2024));
	UK_TEST_EXPECT(!uktimeconv_is_leap_year(2023));
	UK_TEST_EXPECT(uktimeconv_is_leap_year(2000));
	UK_TEST_EXPECT(!uktimeconv_is_leap_year(1900));
	UK_TEST_EXPECT(!uktimeconv_is_leap_year(2100));
}

UK_TESTCASE(uktimeconv, days_of_years)
{
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_days_per_year(2024), 366);
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_days_per_year(2025), 365);
}

UK_TESTCASE(uktimeconv, days_of_months)
{
	int sum = 0;

	for (__u8 month = 1; month <= 12; ++month)
		sum += uktimeconv_days_in_month(month, 0);
	UK_TEST_EXPECT_SNUM_EQ(sum, 365);
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_days_in_month(2, 0), 28);
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_days_in_month(2, 1), 29);
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_days_in_month(4, 1), 30);
}

UK_TESTCASE(uktimeconv, months_that_are_none)
{
	UK_TEST_EXPECT_ZERO(uktimeconv_days_in_month(0, 0));
	UK_TEST_EXPECT_ZERO(uktimeconv_days_in_month(13, 0));
}

UK_TESTCASE(uktimeconv, the_epoch)
{
	UK_TEST_EXPECT_ZERO(at(1970, 1, 1, 0, 0, 0));
	UK_TEST_EXPECT_SNUM_EQ(at(1970, 1, 1, 0, 0, 1), 1000000000L);
	UK_TEST_EXPECT_SNUM_EQ(at(1970, 1, 2, 0, 0, 0), 86400L * 1000000000L);
}

UK_TESTCASE_DESC(uktimeconv, known_dates, "as date -u +%s tells them")
{
	UK_TEST_EXPECT_SNUM_EQ(at(2001, 9, 9, 1, 46, 40), 1000000000L * 1000000000L);
	UK_TEST_EXPECT_SNUM_EQ(at(2000, 2, 29, 12, 0, 0), 951825600L * 1000000000L);
	UK_TEST_EXPECT_SNUM_EQ(at(2024, 12, 31, 23, 59, 59), 1735689599L * 1000000000L);
	UK_TEST_EXPECT_SNUM_EQ(at(2100, 3, 1, 0, 0, 0), 4107542400L * 1000000000L);
}

UK_TESTCASE(uktimeconv, dates_that_are_none)
{
	UK_TEST_EXPECT_ZERO(at(1969, 12, 31, 23, 59, 59));
	UK_TEST_EXPECT_ZERO(at(2023, 2, 29, 0, 0, 0));
	UK_TEST_EXPECT_ZERO(at(2023, 13, 1, 0, 0, 0));
}

UK_TESTCASE(uktimeconv, binary_coded_decimals)
{
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_bcdtobin(0x00), 0);
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_bcdtobin(0x09), 9);
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_bcdtobin(0x10), 10);
	UK_TEST_EXPECT_SNUM_EQ(uktimeconv_bcdtobin(0x59), 59);
}

uk_testsuite_register(uktimeconv, NULL);
