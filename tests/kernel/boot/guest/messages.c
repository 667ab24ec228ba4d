/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#define UK_DEBUG

#include "scenarios.h"

#include <stdio.h>
#include <string.h>
#include <uk/assert.h>
#include <uk/hexdump.h>
#include <uk/print.h>

static int all_levels(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	uk_pr_debug("a debug message, x=%d\n", 42);
	uk_pr_info("an info message\n");
	uk_pr_warn("a warning message\n");
	uk_pr_err("an error message\n");
	uk_pr_crit("a critical message\n");
	uk_pr_info("partial ");
	uk_pr_info("continued\n");
	uk_pr_info("unterminated, then level change");
	uk_pr_err("error after unterminated info\n");
	uk_pr_info("two\nlines in one call\n");
	uk_hexdumpk(KLVL_INFO, "0123456789abcdefHELLO", 21, UK_HXDF_ADDR | UK_HXDF_GRPQWORD, 2);
	printf("plain stdout line (no prefix)\n");
	return 0;
}

static char long_text[10001];

static int long_message(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	for (unsigned int i = 0; i < sizeof(long_text) - 1; ++i)
		long_text[i] = 'a' + i % 26;
	uk_pr_crit("BEGIN%sEND\n", long_text);
	uk_pr_crit("%300d|%-300s|%.3s\n", 7, "left", "cut off");
	return 0;
}

/* Each conversion beside what it must give. */
static int conversions(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	uk_pr_crit("[%d] [%i] [%u]\n", -5, 0, 4000000000U);
	uk_pr_crit("[%5d] [%-5d] [%05d] [%+d] [% d]\n", 42, 42, 42, 42, 42);
	uk_pr_crit("[%x] [%X] [%#x] [%#X] [%08lx] [%#o]\n", 0xbeef, 0xbeef, 0xbeef, 0xbeef,
		   0xbeefUL, 8);
	uk_pr_crit("[%ld] [%lld] [%hd] [%hhd] [%zu]\n", -1L, -9223372036854775807LL - 1,
		   (short)-3, (signed char)-4, sizeof(int));
	uk_pr_crit("[%s] [%10s] [%-10s] [%.2s] [%c] [%%]\n", "text", "right", "left", "cut", 'c');
	uk_pr_crit("[%*d] [%-*d] [%.*s] [%.5d]\n", 4, 1, 4, 2, 3, "abcdef", 12);
	uk_pr_crit("[%p] [%s]\n", (void *)0x1234, (const char *)(argc > 100 ? "" : NULL));
	return 0;
}

static int dumps(int argc, char *argv[])
{
	static const char bytes[] = "The quick brown fox\n\tjumps over the lazy dog";
	static const char zeros[80];
	char text[400];
	int length;

	(void)argc;
	(void)argv;
	length = uk_hexdumpsn(text, sizeof(text), bytes, 43, 0x1000, UK_HXDF_C, 2, "> ");
	printf("%s%d characters\n", text, length);
	length = uk_hexdumpsn(text, 20, bytes, 43, 0x1000, UK_HXDF_C, 2, "> ");
	printf("%s|%d characters\n", text, length);
	uk_hexdumpsn(text, sizeof(text), bytes, 9, 0, UK_HXDF_GRPDWORD, 2, NULL);
	fputs(text, stdout);
	uk_hexdumpf(stdout, zeros, sizeof(zeros), 0x123456789, UK_HXDF_C, 2, NULL);
	uk_hexdumpCk(KLVL_CRIT, zeros, 0);
	return 0;
}

static int once(int argc, char *argv[])
{
	(void)argv;
	for (int i = 0; i < 3; ++i) {
		uk_pr_crit_once("only once\n");
		uk_pr_crit("each time\n");
	}
	UK_WARNIF(argc == 0);
	UK_ASSERT(argc == 0);
	return 0;
}

const struct scenario message_scenarios[] = {
	{ "levels", all_levels },
	{ "long", long_message },
	{ "conversions", conversions },
	{ "dumps", dumps },
	{ "once", once },
	{ 0, 0 },
};
