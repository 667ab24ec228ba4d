/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* One expectation of each kind, and what the library counts. */

#include <uk/test.h>

static int inits;

static int count_init(struct uk_testsuite *suite __unused)
{
	return inits++;
}

UK_TESTCASE(uktest, pointers)
{
	int one = 1;
	int *same = &one;

	UK_TEST_EXPECT_NULL(NULL);
	UK_TEST_EXPECT_NOT_NULL(same);
	UK_TEST_EXPECT_PTR_EQ(same, &one);
}

UK_TESTCASE(uktest, numbers)
{
	UK_TEST_EXPECT_ZERO(1 - 1);
	UK_TEST_EXPECT_NOT_ZERO(-1);
	UK_TEST_EXPECT_SNUM_EQ(6 * 7, 42);
	UK_TEST_EXPECT_SNUM_NQ(6 * 7, -42);
	UK_TEST_EXPECT_SNUM_GT(0, -1);
	UK_TEST_EXPECT_SNUM_GE(0, 0);
	UK_TEST_EXPECT_SNUM_GE(1, 0);
	UK_TEST_EXPECT_SNUM_LT(-1, 0);
	UK_TEST_EXPECT_SNUM_LE(-1, -1);
	UK_TEST_EXPECT_SNUM_LE(-2, -1);
}

UK_TESTCASE(uktest, bytes)
{
	char a[] = "the same", b[] = "the same but longer";

	UK_TEST_EXPECT_BYTES_EQ(a, b, sizeof(a) - 1);
}

UK_TESTCASE_DESC(uktest, words, "conditions, and texts of one's own")
{
	UK_TEST_EXPECT(1 < 2);
	UK_TEST_ASSERT(2 > 1);
	UK_TEST_ASSERTF(1, "a text with %s and %d", "arguments", 2);
}

UK_TESTCASE_DESC(uktest, operands_once, "an operand is evaluated once")
{
	int calls = 0;

	UK_TEST_EXPECT_SNUM_EQ(++calls, 1);
	UK_TEST_EXPECT_SNUM_EQ(calls, 1);
}

UK_TESTCASE_DESC(uktest, init_once, "the suite's init function has run once")
{
	UK_TEST_EXPECT_SNUM_EQ(inits, 1);
}

UK_TESTCASE_DESC(uktest, counts, "every expectation counts")
{
	struct uk_test_stats before, after;

	uk_test_stats_get(&before);
	UK_TEST_EXPECT(1);
	UK_TEST_EXPECT(1);
	uk_test_stats_get(&after);
	UK_TEST_EXPECT_SNUM_EQ(after.assertions - before.assertions, 2);
	UK_TEST_EXPECT_SNUM_EQ(after.cases, before.cases);
	UK_TEST_EXPECT_SNUM_GE(after.suites, 1);
}

uk_testsuite_register(uktest, count_init);
