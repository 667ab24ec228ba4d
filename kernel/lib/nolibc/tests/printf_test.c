/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <uk/test.h>

/* Formats are checked here against what ISO C 7.21.6.1 asks for. */
#define EXPECT_TEXT(text, ...)                                                                     \
	do {                                                                                       \
		char buffer[128];                                                                  \
		const int length = snprintf(buffer, sizeof(buffer), __VA_ARGS__);                  \
		UK_TEST_ASSERTF(strcmp(buffer, text) == 0, "expected `%s` and got `%s`", text,     \
				buffer);                                                           \
		UK_TEST_EXPECT_SNUM_EQ(length, strlen(text));                                      \
	} while (0)

UK_TESTCASE(nolibc_printf, integers)
{
	EXPECT_TEXT("0", "%d", 0);
	EXPECT_TEXT("-1", "%i", -1);
	EXPECT_TEXT("2147483647", "%d", INT_MAX);
	EXPECT_TEXT("-2147483648", "%d", INT_MIN);
	EXPECT_TEXT("4294967295", "%u", UINT_MAX);
}

UK_TESTCASE(nolibc_printf, wide_integers)
{
	EXPECT_TEXT("-9223372036854775808", "%ld", LONG_MIN);
	EXPECT_TEXT("18446744073709551615", "%llu", ULLONG_MAX);
	EXPECT_TEXT("18446744073709551615", "%zu", SIZE_MAX);
}

UK_TESTCASE(nolibc_printf, narrow_integers)
{
	EXPECT_TEXT("-1", "%hhd", 255);
	EXPECT_TEXT("255", "%hhu", 255);
	EXPECT_TEXT("-1", "%hd", 65535);
}

UK_TESTCASE(nolibc_printf, hexadecimal)
{
	EXPECT_TEXT("ff", "%x", 255);
	EXPECT_TEXT("FF", "%X", 255);
	EXPECT_TEXT("0xff", "%#x", 255);
	EXPECT_TEXT("0", "%#x", 0);
}

UK_TESTCASE(nolibc_printf, octal)
{
	EXPECT_TEXT("17", "%o", 15);
	EXPECT_TEXT("017", "%#o", 15);
}

UK_TESTCASE(nolibc_printf, widths)
{
	EXPECT_TEXT("   42", "%5d", 42);
	EXPECT_TEXT("42   |", "%-5d|", 42);
	EXPECT_TEXT("00042", "%05d", 42);
	EXPECT_TEXT("-0042", "%05d", -42);
	EXPECT_TEXT("   42", "%*d", 5, 42);
	EXPECT_TEXT("42   |", "%*d|", -5, 42);
}

UK_TESTCASE(nolibc_printf, precisions)
{
	EXPECT_TEXT("00042", "%.5d", 42);
	EXPECT_TEXT("  042", "%5.3d", 42);
	EXPECT_TEXT("", "%.0d", 0);
	EXPECT_TEXT("007", "%.*d", 3, 7);
}

UK_TESTCASE(nolibc_printf, signs)
{
	EXPECT_TEXT("+5", "%+d", 5);
	EXPECT_TEXT("-5", "%+d", -5);
	EXPECT_TEXT(" 5", "% d", 5);
}

UK_TESTCASE(nolibc_printf, strings)
{
	EXPECT_TEXT("abc", "%s", "abc");
	EXPECT_TEXT("ab", "%.2s", "abc");
	EXPECT_TEXT("  abc", "%5s", "abc");
	EXPECT_TEXT("abc  |", "%-5s|", "abc");
	EXPECT_TEXT("", "%s", "");
}

UK_TESTCASE(nolibc_printf, characters)
{
	EXPECT_TEXT("x", "%c", 'x');
	EXPECT_TEXT("  x", "%3c", 'x');
	EXPECT_TEXT("%", "%%");
}

UK_TESTCASE(nolibc_printf, pointers)
{
	EXPECT_TEXT("0x1234", "%p", (void *)0x1234);
}

UK_TESTCASE(nolibc_printf, fixed_point)
{
	EXPECT_TEXT("3.140000", "%f", 3.14);
	EXPECT_TEXT("3.1", "%.1f", 3.14);
	EXPECT_TEXT("-0.5", "%g", -0.5);
	EXPECT_TEXT("2", "%.0f", 2.5);
}

UK_TESTCASE(nolibc_printf, scientific)
{
	EXPECT_TEXT("1.500000e+03", "%e", 1500.0);
	EXPECT_TEXT("1e+10", "%g", 1e10);
}

UK_TESTCASE(nolibc_printf, infinities)
{
	EXPECT_TEXT("inf", "%f", __builtin_inf());
	EXPECT_TEXT("-INF", "%F", -__builtin_inf());
	EXPECT_TEXT("nan", "%f", __builtin_nan(""));
}

UK_TESTCASE_DESC(nolibc_printf, truncates, "and says how long it would have been")
{
	char buffer[4] = "zzz";

	UK_TEST_EXPECT_SNUM_EQ(snprintf(buffer, 3, "%s", "abcdef"), 6);
	UK_TEST_EXPECT_BYTES_EQ(buffer, "ab\0\0", 4);
}

UK_TESTCASE(nolibc_printf, measures)
{
	UK_TEST_EXPECT_SNUM_EQ(snprintf(NULL, 0, "%d %s", 12, "ab"), 5);
}

UK_TESTCASE(nolibc_printf, scans)
{
	int a = 0, b = 0;
	char word[8];

	UK_TEST_EXPECT_SNUM_EQ(sscanf("12 0x1f abc", "%d %i %7s", &a, &b, word), 3);
	UK_TEST_EXPECT_SNUM_EQ(a, 12);
	UK_TEST_EXPECT_SNUM_EQ(b, 31);
	UK_TEST_EXPECT_BYTES_EQ(word, "abc", 4);
}

UK_TESTCASE(nolibc_printf, scans_until_mismatch)
{
	int a = 0, b = 77;

	UK_TEST_EXPECT_SNUM_EQ(sscanf("5,x", "%d,%d", &a, &b), 1);
	UK_TEST_EXPECT_SNUM_EQ(a, 5);
	UK_TEST_EXPECT_SNUM_EQ(b, 77);
}

uk_testsuite_register(nolibc_printf, NULL);
