/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* What needs no reader of the console: that messages look as they should, and how assertions end, is tried from
 * outside. */

#include <string.h>
#include <uk/assert.h>
#include <uk/hexdump.h>
#include <uk/print.h>
#include <uk/symbols.h>
#include <uk/test.h>

UK_TESTCASE_DESC(ukdebug, dumps_look_as_usual, "address, bytes, characters")
{
	static const char bytes[] = "0123456789abcdef\n\x7f\x80z";
	char text[256];

	int length = uk_hexdumpsn(text, sizeof(text), bytes, 20, 0x1000, UK_HXDF_C, 2, NULL);

	UK_TEST_EXPECT_ZERO(strcmp(text,
		"00001000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|\n"
		"00001010  0a 7f 80 7a                                       |...z|\n"));
	UK_TEST_EXPECT_SNUM_EQ(length, strlen(text));
}

UK_TESTCASE(ukdebug, dumps_are_grouped)
{
	char text[64];

	uk_hexdumpsn(text, sizeof(text), "abcdef", 6, 0, UK_HXDF_GRPWORD, 2, "> ");
	UK_TEST_EXPECT_ZERO(strcmp(text, "> 61 62  63 64  \n> 65 66  \n"));
	uk_hexdumpsn(text, sizeof(text), "abc", 3, 0, UK_HXDF_GRPBYTE, 8, NULL);
	UK_TEST_EXPECT_ZERO(strcmp(text, "61 62 63 \n"));
}

UK_TESTCASE(ukdebug, equal_rows_are_one_star)
{
	char zeros[64] = "";
	char text[512];

	uk_hexdumpsn(text, sizeof(text), zeros, sizeof(zeros), 0,
		     UK_HXDF_ADDR | UK_HXDF_GRPDWORD | UK_HXDF_COMPRESS, 2, NULL);
	UK_TEST_EXPECT_ZERO(strcmp(text, "00000000  00 00 00 00  00 00 00 00  \n*\n"
					 "00000038  00 00 00 00  00 00 00 00  \n"));
}

UK_TESTCASE_DESC(ukdebug, dumps_are_cut, "and the whole length is told")
{
	char text[16] = "---------------";

	UK_TEST_EXPECT_SNUM_EQ(uk_hexdumpsn(text, 8, "abc", 3, 0, UK_HXDF_GRPBYTE, 8, NULL), 10);
	UK_TEST_EXPECT_BYTES_EQ(text, "61 62 6\0-------", 16);
}

UK_TESTCASE(ukdebug, conditions_are_looked_at_once)
{
	int looks = 0;

	UK_ASSERT(++looks == 1);
	UK_WARNIF(++looks != 2);
#ifdef CONFIG_LIBUKDEBUG_ENABLE_ASSERT
	UK_TEST_EXPECT_SNUM_EQ(looks, 2);
#else
	UK_TEST_EXPECT_ZERO(looks);
#endif
}

UK_TESTCASE(ukdebug, once_is_once)
{
	int times = 0;

	for (int i = 0; i < 3; ++i)
		__UK_ONCE(++times);
	UK_TEST_EXPECT_SNUM_EQ(times, 1);
}

/* Compilers make no copy of it, and nothing of its own. */
static int __attribute__((noinline)) named_function(int value)
{
	__asm__ volatile("" : "+r"(value));
	return value + 1;
}

UK_TESTCASE_DESC(ukdebug, functions_have_names, "where the image has them")
{
	int (*volatile function)(int) = named_function;
	__sz offset = 99;
	const char *name = uk_symbol_find((__uptr)function, &offset);

#ifdef CONFIG_LIBUKDEBUG_KALLSYMS
	UK_TEST_ASSERT(name != NULL);
	UK_TEST_EXPECT_ZERO(strncmp(name, "named_function", 14));
	UK_TEST_EXPECT_ZERO(offset);
#else
	UK_TEST_EXPECT_NULL(name);
#endif
	UK_TEST_EXPECT_SNUM_EQ(function(1), 2);
	UK_TEST_EXPECT_NULL(uk_symbol_find(1, &offset));
}

uk_testsuite_register(ukdebug, NULL);
