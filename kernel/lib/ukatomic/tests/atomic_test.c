/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <uk/atomic.h>
#include <uk/test.h>

UK_TESTCASE(ukatomic, loads_and_stores)
{
	long value = 3;

	UK_TEST_EXPECT_SNUM_EQ(uk_load_n(&value), 3);
	uk_store_n(&value, -4);
	UK_TEST_EXPECT_SNUM_EQ(value, -4);
}

UK_TESTCASE(ukatomic, exchanges)
{
	int value = 1;

	UK_TEST_EXPECT_SNUM_EQ(uk_exchange_n(&value, 2), 1);
	UK_TEST_EXPECT_SNUM_EQ(value, 2);
}

UK_TESTCASE_DESC(ukatomic, fetches_then_adds, "the value from before comes back")
{
	int value = 10;

	UK_TEST_EXPECT_SNUM_EQ(uk_fetch_add(&value, 5), 10);
	UK_TEST_EXPECT_SNUM_EQ(uk_fetch_sub(&value, 1), 15);
	UK_TEST_EXPECT_SNUM_EQ(uk_inc(&value), 14);
	UK_TEST_EXPECT_SNUM_EQ(uk_dec(&value), 15);
	UK_TEST_EXPECT_SNUM_EQ(value, 14);
}

UK_TESTCASE_DESC(ukatomic, adds_then_fetches, "the value from after comes back")
{
	int value = 10;

	UK_TEST_EXPECT_SNUM_EQ(uk_add_fetch(&value, 5), 15);
	UK_TEST_EXPECT_SNUM_EQ(uk_sub_fetch(&value, 20), -5);
}

UK_TESTCASE(ukatomic, bits)
{
	unsigned int value = 0xf0;

	UK_TEST_EXPECT_SNUM_EQ(uk_or(&value, 0x0f), 0xf0);
	UK_TEST_EXPECT_SNUM_EQ(uk_and(&value, 0x3c), 0xff);
	UK_TEST_EXPECT_SNUM_EQ(value, 0x3c);
}

UK_TESTCASE(ukatomic, compares_and_exchanges)
{
	int value = 1, expected = 1;

	UK_TEST_EXPECT(uk_compare_exchange_n(&value, &expected, 2));
	UK_TEST_EXPECT_SNUM_EQ(value, 2);
	UK_TEST_EXPECT(!uk_compare_exchange_n(&value, &expected, 3));
	UK_TEST_EXPECT_SNUM_EQ(expected, 2);
	UK_TEST_EXPECT_SNUM_EQ(value, 2);
}

UK_TESTCASE(ukatomic, compare_exchange_sync)
{
	int value = 1;

	UK_TEST_EXPECT_SNUM_EQ(uk_compare_exchange_sync(&value, 1, 7), 7);
	UK_TEST_EXPECT_SNUM_EQ(value, 7);
	UK_TEST_EXPECT_SNUM_EQ(uk_compare_exchange_sync(&value, 1, 9), 1);
	UK_TEST_EXPECT_SNUM_EQ(value, 7);
}

UK_TESTCASE(ukatomic, single_accesses)
{
	int value = 0;

	UK_WRITE_ONCE(value, 5);
	UK_TEST_EXPECT_SNUM_EQ(UK_READ_ONCE(value), 5);
	UK_ACCESS_ONCE(value) = 6;
	UK_TEST_EXPECT_SNUM_EQ(value, 6);
}

UK_TESTCASE_DESC(ukatomic, widths, "one byte does not touch its neighbours")
{
	unsigned char bytes[3] = {1, 255, 1};

	UK_TEST_EXPECT_SNUM_EQ(uk_inc(&bytes[1]), 255);
	UK_TEST_EXPECT_SNUM_EQ(bytes[0], 1);
	UK_TEST_EXPECT_SNUM_EQ(bytes[1], 0);
	UK_TEST_EXPECT_SNUM_EQ(bytes[2], 1);
}

uk_testsuite_register(ukatomic, NULL);
