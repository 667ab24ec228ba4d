/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <stdint.h>
#include <strings.h>
#include <uk/test.h>

UK_TESTCASE(nolibc_string, lengths)
{
	UK_TEST_EXPECT_SNUM_EQ(strlen(""), 0);
	UK_TEST_EXPECT_SNUM_EQ(strlen("abc"), 3);
	UK_TEST_EXPECT_SNUM_EQ(strnlen("abc", 2), 2);
	UK_TEST_EXPECT_SNUM_EQ(strnlen("abc", 9), 3);
}

UK_TESTCASE(nolibc_string, compares)
{
	UK_TEST_EXPECT_ZERO(strcmp("a", "a"));
	UK_TEST_EXPECT_SNUM_LT(strcmp("a", "b"), 0);
	UK_TEST_EXPECT_SNUM_GT(strcmp("ab", "a"), 0);
	UK_TEST_EXPECT_SNUM_GT(strcmp("\xff", "\x01"), 0);
}

UK_TESTCASE(nolibc_string, compares_at_most)
{
	UK_TEST_EXPECT_ZERO(strncmp("abc", "abd", 2));
	UK_TEST_EXPECT_SNUM_LT(strncmp("abc", "abd", 3), 0);
	UK_TEST_EXPECT_ZERO(strncmp("a", "b", 0));
}

UK_TESTCASE(nolibc_string, compares_without_case)
{
	UK_TEST_EXPECT_ZERO(strcasecmp("HeLLo", "hEllO"));
	UK_TEST_EXPECT_SNUM_LT(strcasecmp("A", "b"), 0);
	UK_TEST_EXPECT_ZERO(strncasecmp("ABx", "aby", 2));
}

UK_TESTCASE(nolibc_string, copies)
{
	char to[8];

	UK_TEST_EXPECT_PTR_EQ(strcpy(to, "abc"), to);
	UK_TEST_EXPECT_BYTES_EQ(to, "abc", 4);
}

UK_TESTCASE(nolibc_string, copies_at_most)
{
	char to[6] = "zzzzz";

	strncpy(to, "ab", 4);
	UK_TEST_EXPECT_BYTES_EQ(to, "ab\0\0z", 6);
	strncpy(to, "abcdef", 3);
	UK_TEST_EXPECT_BYTES_EQ(to, "abc\0z", 6);
}

UK_TESTCASE(nolibc_string, joins)
{
	char to[8] = "ab";

	strcat(to, "cd");
	UK_TEST_EXPECT_BYTES_EQ(to, "abcd", 5);
	strncat(to, "efgh", 2);
	UK_TEST_EXPECT_BYTES_EQ(to, "abcdef", 7);
}

UK_TESTCASE(nolibc_string, finds_characters)
{
	const char *text = "abcabc";

	UK_TEST_EXPECT_PTR_EQ(strchr(text, 'b'), text + 1);
	UK_TEST_EXPECT_PTR_EQ(strrchr(text, 'b'), text + 4);
	UK_TEST_EXPECT_PTR_EQ(strchr(text, 0), text + 6);
	UK_TEST_EXPECT_NULL(strchr(text, 'x'));
}

UK_TESTCASE(nolibc_string, finds_strings)
{
	const char *text = "aabaabaaa";

	UK_TEST_EXPECT_PTR_EQ(strstr(text, "aaa"), text + 6);
	UK_TEST_EXPECT_PTR_EQ(strstr(text, ""), text);
	UK_TEST_EXPECT_NULL(strstr(text, "aaaa"));
}

UK_TESTCASE(nolibc_string, spans)
{
	UK_TEST_EXPECT_SNUM_EQ(strspn("aabbc", "ab"), 4);
	UK_TEST_EXPECT_SNUM_EQ(strcspn("aabbc", "c"), 4);
	UK_TEST_EXPECT_SNUM_EQ(strcspn("abc", ""), 3);
}

UK_TESTCASE(nolibc_string, tokens)
{
	char text[] = ",a,,b,";
	char *rest = NULL;

	UK_TEST_EXPECT_BYTES_EQ(strtok_r(text, ",", &rest), "a", 2);
	UK_TEST_EXPECT_BYTES_EQ(strtok_r(NULL, ",", &rest), "b", 2);
	UK_TEST_EXPECT_NULL(strtok_r(NULL, ",", &rest));
}

UK_TESTCASE_DESC(nolibc_string, moves_forward, "overlapping, to a higher address")
{
	char text[] = "abcdefgh";

	memmove(text + 2, text, 5);
	UK_TEST_EXPECT_BYTES_EQ(text, "ababcdeh", 9);
}

UK_TESTCASE_DESC(nolibc_string, moves_backward, "overlapping, to a lower address")
{
	char text[] = "abcdefgh";

	memmove(text, text + 2, 5);
	UK_TEST_EXPECT_BYTES_EQ(text, "cdefgfgh", 9);
}

UK_TESTCASE(nolibc_string, sets)
{
	char text[] = "abcdef";

	UK_TEST_EXPECT_PTR_EQ(memset(text + 1, 'x', 3), text + 1);
	UK_TEST_EXPECT_BYTES_EQ(text, "axxxef", 7);
}

UK_TESTCASE_DESC(nolibc_string, copies_bytes, "of many lengths")
{
	unsigned char from[300], to[300];

	for (unsigned int i = 0; i < sizeof(from); ++i)
		from[i] = (unsigned char)(i * 7);
	for (size_t size = 0; size < sizeof(from); size += 13) {
		memset(to, 0, sizeof(to));
		memcpy(to, from, size);
		UK_TEST_EXPECT_BYTES_EQ(to, from, size);
		UK_TEST_EXPECT_ZERO(to[size]);
	}
}

UK_TESTCASE(nolibc_string, compares_bytes)
{
	UK_TEST_EXPECT_ZERO(memcmp("a\0b", "a\0b", 3));
	UK_TEST_EXPECT_SNUM_LT(memcmp("a\0b", "a\0c", 3), 0);
	UK_TEST_EXPECT_SNUM_GT(memcmp("\x80", "\x7f", 1), 0);
	UK_TEST_EXPECT_ZERO(memcmp("a", "b", 0));
}

UK_TESTCASE(nolibc_string, finds_bytes)
{
	const char *text = "a\0b";

	UK_TEST_EXPECT_PTR_EQ(memchr(text, 'b', 3), text + 2);
	UK_TEST_EXPECT_NULL(memchr(text, 'b', 2));
}

uk_testsuite_register(nolibc_string, NULL);
