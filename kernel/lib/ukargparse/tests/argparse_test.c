/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <uk/argparse.h>
#include <uk/test.h>

#define MOST 8

/* Cuts a copy of `line` and compares with the `count` words in `words`. */
static void expect_words(const struct uk_testcase *esac, const char *text, int count,
			 const char *const words[])
{
	char line[64];
	char *argv[MOST];
	int argc;

	strcpy(line, text);
	argc = uk_argparse(line, argv, MOST);
	UK_TEST_EXPECT_SNUM_EQ(argc, count);
	for (int i = 0; i < argc && i < count; ++i)
		UK_TEST_ASSERTF(strcmp(argv[i], words[i]) == 0, "expected word %d to be `%s` and was `%s`",
				i, words[i], argv[i]);
}

UK_TESTCASE(ukargparse, blanks)
{
	static const char *const words[] = {"a", "b", "c", "d"};

	expect_words(esac, "a b  c\td", 4, words);
}

UK_TESTCASE(ukargparse, leading_and_trailing_blanks)
{
	static const char *const words[] = {"x"};

	expect_words(esac, "   x   ", 1, words);
}

UK_TESTCASE(ukargparse, empty)
{
	static const char *const words[] = {NULL};

	expect_words(esac, "", 0, words);
}

UK_TESTCASE(ukargparse, only_blanks)
{
	static const char *const words[] = {NULL};

	expect_words(esac, " \t \n ", 0, words);
}

UK_TESTCASE(ukargparse, double_quotes)
{
	static const char *const words[] = {"a b", "c"};

	expect_words(esac, "\"a b\" c", 2, words);
}

UK_TESTCASE(ukargparse, single_quotes)
{
	static const char *const words[] = {"a b", "c"};

	expect_words(esac, "'a b' c", 2, words);
}

UK_TESTCASE(ukargparse, quotes_within_words)
{
	static const char *const words[] = {"ab cd"};

	expect_words(esac, "a\"b c\"d", 1, words);
}

UK_TESTCASE(ukargparse, empty_quotes)
{
	static const char *const words[] = {"", "x"};

	expect_words(esac, "\"\" x", 2, words);
}

UK_TESTCASE(ukargparse, other_quote_within)
{
	static const char *const words[] = {"it's"};

	expect_words(esac, "\"it's\"", 1, words);
}

UK_TESTCASE(ukargparse, backslash)
{
	static const char *const words[] = {"a b"};

	expect_words(esac, "a\\ b", 1, words);
}

UK_TESTCASE(ukargparse, escaped_quote)
{
	static const char *const words[] = {"\"a", "b"};

	expect_words(esac, "\\\"a b", 2, words);
}

UK_TESTCASE(ukargparse, backslash_in_single_quotes)
{
	static const char *const words[] = {"a\\b"};

	expect_words(esac, "'a\\b'", 1, words);
}

UK_TESTCASE(ukargparse, open_quote)
{
	static const char *const words[] = {"a b"};

	expect_words(esac, "\"a b", 1, words);
}

UK_TESTCASE_DESC(ukargparse, at_most, "no more words than there is room for")
{
	char line[] = "a b c d";
	char *argv[2];

	UK_TEST_EXPECT_SNUM_EQ(uk_argparse(line, argv, 2), 2);
	UK_TEST_EXPECT_ZERO(strcmp(argv[1], "b"));
}

UK_TESTCASE_DESC(ukargparse, within_size, "bytes behind the size are not read")
{
	char line[] = "abc def";
	char *argv[2];

	UK_TEST_EXPECT_SNUM_EQ(uk_argnparse(line, 4, argv, 2), 1);
	UK_TEST_EXPECT_ZERO(strcmp(argv[0], "abc"));
	UK_TEST_EXPECT_ZERO(strcmp(line + 4, "def"));
}

UK_TESTCASE(ukargparse, lists)
{
	char text[] = "a::c";
	char *list = text;

	UK_TEST_EXPECT_ZERO(strcmp(uk_nextarg(&list, ':'), "a"));
	UK_TEST_EXPECT_ZERO(strcmp(uk_nextarg(&list, ':'), ""));
	UK_TEST_EXPECT_ZERO(strcmp(uk_nextarg(&list, ':'), "c"));
	UK_TEST_EXPECT_NULL(list);
	UK_TEST_EXPECT_NULL(uk_nextarg(&list, ':'));
}

UK_TESTCASE(ukargparse, constant_lists)
{
	const char *list = "ab:c";

	UK_TEST_EXPECT_SNUM_EQ(uk_nextarg_r(&list, ':'), 2);
	UK_TEST_EXPECT_SNUM_EQ(uk_nextarg_r(&list, ':'), 1);
	UK_TEST_EXPECT_NULL(list);
	UK_TEST_EXPECT_SNUM_EQ(uk_nextarg_r(&list, ':'), 0);
}

UK_TESTCASE(ukargparse, keys)
{
	UK_TEST_EXPECT_SNUM_EQ(uk_strnkeycmp("key", 3, "key", NULL), 0);
	UK_TEST_EXPECT_SNUM_EQ(uk_strnkeycmp("key=1", 5, "key", "=:"), 3);
	UK_TEST_EXPECT_SNUM_EQ(uk_strnkeycmp("key=1", 5, "key", ":"), -1);
	UK_TEST_EXPECT_SNUM_EQ(uk_strnkeycmp("keys", 4, "key", "="), -1);
	UK_TEST_EXPECT_SNUM_EQ(uk_strnkeycmp("ke", 2, "key", "="), -1);
}

uk_testsuite_register(ukargparse, NULL);
