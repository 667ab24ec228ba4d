/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Messages of every level, output without one, and every way to end. What to do comes from the
 * command line; see usage(). */

#include "crash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <uk/config.h>
#include <uk/print.h>
#include <unistd.h>

static void usage(void)
{
	puts("Arguments, done one after the other (without any: levels plain long):\n"
	     "  levels          one message of each level\n"
	     "  plain           output of the program itself\n"
	     "  long            a message of 1,000 characters\n"
	     "  flood [N]       N messages of all levels in turn\n"
	     "  sleep MS        halts the processor for so long\n"
	     "  echo            repeats the lines of the console until 'end'\n"
	     "  exit N          exit(N)\n"
	     "  return N        returns N from main()\n"
	     "  pagefault call code divide opcode stack assert cassert abort\n"
	     "                  crashes");
}

static void levels(void)
{
	uk_pr_debug("a debug message, x=%d\n", 42);
	uk_pr_info("an information, of %s\n", "the usual kind");
	uk_pr_warn("a warning: %u of %u\n", 9U, 10U);
	uk_pr_err("an error at %p\n", (void *)0xdeadbeef);
	uk_pr_crit("a critical error\n");
	uk_pr_info("two lines\nin one message\n");
}

static void plain(void)
{
	printf("Output of the program, %d%% without a level\n", 100);
	printf("a line in ");
	printf("two pieces\n");
	fprintf(stderr, "and one on stderr\n");
}

static void long_message(void)
{
	char text[1001];

	for (size_t i = 0; i < sizeof(text) - 1; ++i)
		text[i] = (char)('a' + i % 26);
	text[sizeof(text) - 1] = '\0';
	uk_pr_info("%s\n", text);
}

static void flood(long lines)
{
	for (long i = 0; i < lines; ++i) {
		switch (i % 16) {
		case 3:
			uk_pr_warn("line %ld: a warning\n", i);
			break;
		case 7:
			uk_pr_err("line %ld: an error\n", i);
			break;
		case 9:
			printf("line %ld: output\n", i);
			break;
		case 11:
			uk_pr_debug("line %ld: a debug message\n", i);
			break;
		default:
			uk_pr_info("line %ld: an information\n", i);
			break;
		}
	}
}

static void echo(void)
{
	char line[128];

	while (fgets(line, sizeof(line), stdin) && strcmp(line, "end\n") != 0)
		printf("read: %s", line);
}

static void sleep_for(long milliseconds)
{
	struct timespec duration = {milliseconds / 1000, milliseconds % 1000 * 1000000};

	nanosleep(&duration, NULL);
	printf("slept for %ld ms\n", milliseconds);
}

/* The number after an argument, where there is one. */
static int take_number(int argc, char *argv[], int *i, long *number)
{
	char *end;
	long value;

	if (*i + 1 >= argc)
		return 0;
	value = strtol(argv[*i + 1], &end, 0);
	if (*end != '\0' || end == argv[*i + 1])
		return 0;
	*number = value;
	++*i;
	return 1;
}

int main(int argc, char *argv[])
{
	if (argc < 2) {
		levels();
		plain();
		long_message();
	}
	for (int i = 1; i < argc; ++i) {
		const char *word = argv[i];
		long number = CONFIG_APPLOGDEMO_LINES;

		if (strcmp(word, "levels") == 0) {
			levels();
		} else if (strcmp(word, "plain") == 0) {
			plain();
		} else if (strcmp(word, "long") == 0) {
			long_message();
		} else if (strcmp(word, "flood") == 0) {
			take_number(argc, argv, &i, &number);
			flood(number);
		} else if (strcmp(word, "echo") == 0) {
			echo();
		} else if (strcmp(word, "sleep") == 0 && take_number(argc, argv, &i, &number)) {
			sleep_for(number);
		} else if (strcmp(word, "exit") == 0 && take_number(argc, argv, &i, &number)) {
			exit((int)number);
		} else if (strcmp(word, "return") == 0 && take_number(argc, argv, &i, &number)) {
			return (int)number;
		} else if (crash(word) < 0) {
			printf("'%s' is no argument of this program\n", word);
			usage();
			return 2;
		}
	}
	return 0;
}
