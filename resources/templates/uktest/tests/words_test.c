#include "words.h"

#include <uk/test.h>

UK_TESTCASE(@id@, counts_words)
{
	UK_TEST_EXPECT_SNUM_EQ(count_words("one two  three"), 3);
}

UK_TESTCASE(@id@, finds_none_in_blanks)
{
	UK_TEST_EXPECT_SNUM_EQ(count_words(""), 0);
	UK_TEST_EXPECT_SNUM_EQ(count_words(" \t\n"), 0);
}

uk_testsuite_register(@id@, NULL);
