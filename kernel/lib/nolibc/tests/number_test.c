/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <uk/test.h>

UK_TESTCASE(nolibc_number, decimal)
{
	UK_TEST_EXPECT_SNUM_EQ(strtol("42", NULL, 10), 42);
	UK_TEST_EXPECT_SNUM_EQ(strtol("  -7", NULL, 10), -7);
	UK_TEST_EXPECT_SNUM_EQ(strtol("+7", NULL, 10), 7);
	UK_TEST_EXPECT_SNUM_EQ(atoi("123abc"), 123);
}

UK_TESTCASE(nolibc_number, bases)
{
	UK_TEST_EXPECT_SNUM_EQ(strtol("ff", NULL, 16), 255);
	UK_TEST_EXPECT_SNUM_EQ(strtol("0xFF", NULL, 16), 255);
	UK_TEST_EXPECT_SNUM_EQ(strtol("777", NULL, 8), 511);
	UK_TEST_EXPECT_SNUM_EQ(strtol("z", NULL, 36), 35);
	UK_TEST_EXPECT_SNUM_EQ(strtol("101", NULL, 2), 5);
}

UK_TESTCASE(nolibc_number, base_by_prefix)
{
	UK_TEST_EXPECT_SNUM_EQ(strtol("0x1f", NULL, 0), 31);
	UK_TEST_EXPECT_SNUM_EQ(strtol("017", NULL, 0), 15);
	UK_TEST_EXPECT_SNUM_EQ(strtol("17", NULL, 0), 17);
}

UK_TESTCASE(nolibc_number, end_of_number)
{
	const char *text = "12x";
	char *end;

	strtol(text, &end, 10);
	UK_TEST_EXPECT_PTR_EQ(end, text + 2);
	text = "x";
	strtol(text, &end, 10);
	UK_TEST_EXPECT_PTR_EQ(end, text);
}

UK_TESTCASE_DESC(nolibc_number, prefix_without_digits, "only the zero counts")
{
	const char *text = "0xg";
	char *end;

	UK_TEST_EXPECT_ZERO(strtol(text, &end, 16));
	UK_TEST_EXPECT_PTR_EQ(end, text + 1);
}

UK_TESTCASE(nolibc_number, overflow)
{
	errno = 0;
	UK_TEST_EXPECT_SNUM_EQ(strtol("9223372036854775808", NULL, 10), LONG_MAX);
	UK_TEST_EXPECT_SNUM_EQ(errno, ERANGE);
}

UK_TESTCASE(nolibc_number, underflow)
{
	errno = 0;
	UK_TEST_EXPECT_SNUM_EQ(strtol("-9223372036854775809", NULL, 10), LONG_MIN);
	UK_TEST_EXPECT_SNUM_EQ(errno, ERANGE);
}

UK_TESTCASE(nolibc_number, least_is_in_range)
{
	errno = 0;
	UK_TEST_EXPECT_SNUM_EQ(strtol("-9223372036854775808", NULL, 10), LONG_MIN);
	UK_TEST_EXPECT_ZERO(errno);
}

UK_TESTCASE(nolibc_number, without_sign)
{
	UK_TEST_EXPECT(strtoul("18446744073709551615", NULL, 10) == ULONG_MAX);
	UK_TEST_EXPECT(strtoul("-1", NULL, 10) == ULONG_MAX);
}

UK_TESTCASE(nolibc_number, floating_point)
{
	UK_TEST_EXPECT(strtod("1.5", NULL) == 1.5);
	UK_TEST_EXPECT(strtod("-2.5e3", NULL) == -2500.0);
	UK_TEST_EXPECT(strtod("0x1p4", NULL) == 16.0);
	UK_TEST_EXPECT(strtod("0.1", NULL) == 0.1);
}

UK_TESTCASE_DESC(nolibc_number, floating_point_end, "an exponent without digits is none")
{
	const char *text = "1e+";
	char *end;

	UK_TEST_EXPECT(strtod(text, &end) == 1.0);
	UK_TEST_EXPECT_PTR_EQ(end, text + 1);
}

UK_TESTCASE(nolibc_number, absolute_values)
{
	UK_TEST_EXPECT_SNUM_EQ(abs(-3), 3);
	UK_TEST_EXPECT_SNUM_EQ(labs(-3L), 3);
}

UK_TESTCASE(nolibc_number, divides)
{
	const div_t parts = div(-7, 2);

	UK_TEST_EXPECT_SNUM_EQ(parts.quot, -3);
	UK_TEST_EXPECT_SNUM_EQ(parts.rem, -1);
}

static int ascending(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

UK_TESTCASE(nolibc_number, sorts)
{
	int numbers[] = {5, 3, 9, -1, 3, 0};
	const int sorted[] = {-1, 0, 3, 3, 5, 9};

	qsort(numbers, 6, sizeof(int), ascending);
	UK_TEST_EXPECT_BYTES_EQ(numbers, sorted, sizeof(sorted));
}

UK_TESTCASE(nolibc_number, searches)
{
	const int numbers[] = {1, 4, 9, 16};
	int wanted = 9;

	UK_TEST_EXPECT_PTR_EQ(bsearch(&wanted, numbers, 4, sizeof(int), ascending), numbers + 2);
	wanted = 10;
	UK_TEST_EXPECT_NULL(bsearch(&wanted, numbers, 4, sizeof(int), ascending));
}

UK_TESTCASE(nolibc_number, kinds_of_characters)
{
	UK_TEST_EXPECT(isdigit('7') && !isdigit('a'));
	UK_TEST_EXPECT(isalpha('a') && !isalpha('7'));
	UK_TEST_EXPECT(isspace('\t') && !isspace('x'));
	UK_TEST_EXPECT(isxdigit('F') && !isxdigit('g'));
	UK_TEST_EXPECT(ispunct('!') && !ispunct(' '));
}

UK_TESTCASE(nolibc_number, upper_and_lower_case)
{
	UK_TEST_EXPECT_SNUM_EQ(toupper('a'), 'A');
	UK_TEST_EXPECT_SNUM_EQ(tolower('Z'), 'z');
	UK_TEST_EXPECT_SNUM_EQ(toupper('1'), '1');
}

uk_testsuite_register(nolibc_number, NULL);
