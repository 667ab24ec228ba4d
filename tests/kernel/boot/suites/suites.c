/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Suites that pass, fail, cannot start, and run early and late. Of the cases that fail, the lines
 * are looked for in the source by the comment behind them. */

#include <errno.h>
#include <uk/test.h>

UK_TESTCASE(early, passes)
{
	UK_TEST_EXPECT_SNUM_EQ(1, 1);
}
UK_TESTSUITE_AT_CTORCALL_PRIO(early, NULL, 5);

UK_TESTCASE(mixed, first)
{
	UK_TEST_EXPECT(1);
}

UK_TESTCASE_DESC(mixed, second, "two of three fail")
{
	UK_TEST_EXPECT_SNUM_EQ(2 + 2, 5); /* fails: 4 */
	UK_TEST_EXPECT_ZERO(0);
	UK_TEST_ASSERTF(0, "a text of %d words that is longer than the eighty columns in which results "
			   "stand below each other", 42); /* fails: words */
}

UK_TESTCASE(mixed, third)
{
	UK_TEST_EXPECT_NOT_NULL(esac);
}
uk_testsuite_lib_prio(mixed, NULL, 3);

static int refuse(struct uk_testsuite *suite __unused)
{
	return -ENODEV;
}

UK_TESTCASE(refused, never)
{
	UK_TEST_EXPECT(0);
}
uk_testsuite_register(refused, refuse);

UK_TESTCASE(late, passes)
{
	UK_TEST_EXPECT(1);
	UK_TEST_EXPECT(2);
}
uk_testsuite_late_prio(late, NULL, 9);
