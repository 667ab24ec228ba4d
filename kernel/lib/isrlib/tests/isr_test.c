/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Against known results; on the host they are compared with its C library. */

#include <uk/isr/string.h>
#include <uk/test.h>

UK_TESTCASE(isrlib, memory_is_copied)
{
	char to[8] = "-------";

	UK_TEST_EXPECT_PTR_EQ(memcpy_isr(to, "abc", 3), to);
	UK_TEST_EXPECT_BYTES_EQ(to, "abc----", 8);
	UK_TEST_EXPECT_PTR_EQ(memcpy_isr(to, "xyz", 0), to);
	UK_TEST_EXPECT_BYTES_EQ(to, "abc----", 8);
}

UK_TESTCASE_DESC(isrlib, memory_is_moved, "also where both overlap")
{
	char up[9] = "abcdefgh", down[9] = "abcdefgh";

	memmove_isr(up + 2, up, 6);
	UK_TEST_EXPECT_BYTES_EQ(up, "ababcdef", 9);
	memmove_isr(down, down + 2, 6);
	UK_TEST_EXPECT_BYTES_EQ(down, "cdefghgh", 9);
}

UK_TESTCASE(isrlib, memory_is_set_and_searched)
{
	char memory[5] = "abab";

	UK_TEST_EXPECT_PTR_EQ(memchr_isr(memory, 'b', 4), memory + 1);
	UK_TEST_EXPECT_PTR_EQ(memrchr_isr(memory, 'a', 4), memory + 2);
	UK_TEST_EXPECT_NULL(memchr_isr(memory, 'b', 1));
	memset_isr(memory + 1, 0x1ff, 2);
	UK_TEST_EXPECT_BYTES_EQ(memory, "a\xff\xff" "b", 5);
}

UK_TESTCASE_DESC(isrlib, comparisons, "by unsigned bytes")
{
	UK_TEST_EXPECT_SNUM_LT(memcmp_isr("a\x7f", "a\x80", 2), 0);
	UK_TEST_EXPECT_ZERO(memcmp_isr("ab", "ac", 1));
	UK_TEST_EXPECT_SNUM_GT(strcmp_isr("a\x80", "a\x7f"), 0);
	UK_TEST_EXPECT_SNUM_LT(strcmp_isr("ab", "abc"), 0);
	UK_TEST_EXPECT_ZERO(strncmp_isr("abx", "aby", 2));
	UK_TEST_EXPECT_ZERO(strncmp_isr("ab", "ab", 9));
}

UK_TESTCASE(isrlib, lengths)
{
	UK_TEST_EXPECT_SNUM_EQ(strlen_isr(""), 0);
	UK_TEST_EXPECT_SNUM_EQ(strlen_isr("abc"), 3);
	UK_TEST_EXPECT_SNUM_EQ(strnlen_isr("abc", 2), 2);
	UK_TEST_EXPECT_SNUM_EQ(strspn_isr("aabbc", "ab"), 4);
	UK_TEST_EXPECT_SNUM_EQ(strcspn_isr("aabbc", "cb"), 2);
}

UK_TESTCASE_DESC(isrlib, strings_are_copied, "whole, padded, or as far as there is room")
{
	char to[6] = "-----";

	strncpy_isr(to, "ab", 4);
	UK_TEST_EXPECT_BYTES_EQ(to, "ab\0\0-", 6);
	strcpy_isr(to, "xyz");
	UK_TEST_EXPECT_BYTES_EQ(to, "xyz\0-", 6);
	UK_TEST_EXPECT_SNUM_EQ(strlcpy_isr(to, "12345678", sizeof(to)), 8);
	UK_TEST_EXPECT_BYTES_EQ(to, "12345", 6);
	UK_TEST_EXPECT_SNUM_EQ(strlcpy_isr(to, "12", sizeof(to)), 2);
	UK_TEST_EXPECT_SNUM_EQ(strlcat_isr(to, "3456", sizeof(to)), 6);
	UK_TEST_EXPECT_BYTES_EQ(to, "12345", 6);
}

UK_TESTCASE(isrlib, characters_are_found)
{
	const char *text = "abca";

	UK_TEST_EXPECT_PTR_EQ(strchr_isr(text, 'a'), text);
	UK_TEST_EXPECT_PTR_EQ(strrchr_isr(text, 'a'), text + 3);
	UK_TEST_EXPECT_PTR_EQ(strchr_isr(text, 0), text + 4);
	UK_TEST_EXPECT_NULL(strchr_isr(text, 'x'));
	UK_TEST_EXPECT_PTR_EQ(strchrnul_isr(text, 'x'), text + 4);
}

UK_TESTCASE(isrlib, words)
{
	char text[] = ",,one,two,";
	char *state = NULL;

	UK_TEST_EXPECT_PTR_EQ(strtok_isr(text, ",", &state), text + 2);
	UK_TEST_EXPECT_PTR_EQ(strtok_isr(NULL, ",", &state), text + 6);
	UK_TEST_EXPECT_BYTES_EQ(text + 2, "one\0two", 8);
	UK_TEST_EXPECT_NULL(strtok_isr(NULL, ",", &state));
}

uk_testsuite_register(isrlib, NULL);
