/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Does what is undefined, and sees that it was noticed: once, however often it happens. */

#include <limits.h>
#include <stdbool.h>
#include <uk/test.h>
#include <uk/ubsan.h>

#define EXPECT_REPORT(statement)                                                                   \
	do {                                                                                       \
		const unsigned long before = uk_ubsan_reports();                                   \
		for (volatile int round = 0; round < 2; ++round) { /* not unrolled */              \
			statement;                                                                 \
		}                                                                                  \
		UK_TEST_EXPECT_SNUM_EQ(uk_ubsan_reports() - before, 1);                            \
	} while (0)

static volatile int sink;
static volatile long long_sink;

UK_TESTCASE(ubsan, additions_that_overflow)
{
	volatile int large = INT_MAX;

	EXPECT_REPORT(sink = large + 1);
}

UK_TESTCASE(ubsan, subtractions_that_overflow)
{
	volatile int small = INT_MIN;

	EXPECT_REPORT(sink = small - 1);
}

UK_TESTCASE(ubsan, multiplications_that_overflow)
{
	volatile long large = LONG_MAX / 2;

	EXPECT_REPORT(long_sink = large * 3);
}

UK_TESTCASE(ubsan, negations_that_overflow)
{
	volatile int small = INT_MIN;

	EXPECT_REPORT(sink = -small);
}

UK_TESTCASE_DESC(ubsan, shifts_too_far, "by the width of the type, and by less than nothing")
{
	volatile int width = 32, negative = -1;

	EXPECT_REPORT(sink = 1 << width);
	EXPECT_REPORT(sink = 1 << negative);
}

UK_TESTCASE(ubsan, indices_out_of_bounds)
{
	static volatile int elements[8];
	volatile int index = 8;

	/* One past the end: bounds are checked before the address is formed, which stays unused. */
	EXPECT_REPORT(sink = (int)sizeof(elements[index]) + (&elements[0] == &elements[index + 1]));
}

UK_TESTCASE(ubsan, misaligned_accesses)
{
	static int words[2];
	int *volatile word = (int *)((char *)words + 1);

	EXPECT_REPORT(sink = *word);
}

UK_TESTCASE(ubsan, values_that_a_type_has_not)
{
	static unsigned char byte = 7;

	EXPECT_REPORT(sink = *(volatile bool *)&byte);
}

UK_TESTCASE(ubsan, arrays_of_no_length)
{
	volatile int length = 0;

	EXPECT_REPORT(char array[length]; long_sink = (long)&array);
}

UK_TESTCASE(ubsan, what_is_defined_is_not_reported)
{
	volatile unsigned int large = UINT_MAX;
	volatile int width = 31;
	const unsigned long before = uk_ubsan_reports();

	sink = (int)(large + 1);
	sink = (int)(1U << width);
	UK_TEST_EXPECT_SNUM_EQ(uk_ubsan_reports(), before);
}

uk_testsuite_register(ubsan, NULL);
