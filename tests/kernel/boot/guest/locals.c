/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Wrong accesses to local variables. */

#include "scenarios.h"

#include <stdio.h>
#include <string.h>

/* The compiler does not know where it points. */
static volatile char *hide(volatile char *pointer)
{
	__asm__ volatile("" : "+r"(pointer));
	return pointer;
}

static int overflow_local(int argc, char *argv[])
{
	char buffer[40];
	volatile char *bytes = hide(buffer);

	(void)argv;
	memset(buffer, 0, sizeof(buffer));
	bytes[argc + 40] = 'x';
	return bytes[0];
}

static int underflow_local(int argc, char *argv[])
{
	char second[24];
	volatile char *bytes = hide(second);

	(void)argv;
	memset(second, 0, sizeof(second));
	return bytes[argc - 1];
}

static int use_after_scope(int argc, char *argv[])
{
	volatile char *bytes = NULL;

	(void)argv;
	for (int i = 0; i <= argc; ++i) {
		char inner[16];

		memset(inner, i, sizeof(inner));
		bytes = hide(inner);
	}
	return bytes[3];
}

static int overflow_dynamic(int argc, char *argv[])
{
	char array[argc + 13];
	volatile char *bytes = hide(array);

	(void)argv;
	memset(array, 0, sizeof(array));
	return bytes[argc + 13];
}

/* What a function left, another one's variables may be put on. */
static int __attribute__((noinline)) fill(int depth)
{
	char bytes[100];

	memset(bytes, depth, sizeof(bytes));
	return (depth ? fill(depth - 1) : 0) + *hide(bytes + 99);
}

static int reuse_stack(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	printf("sums: %d and %d\n", fill(20), fill(3));
	return 0;
}

/* Bytes that nobody has set. */
static void __attribute__((noinline)) print_unset(void)
{
	char bytes[32];
	volatile char *hidden = hide(bytes);

	printf("unset:");
	for (unsigned int i = 0; i < sizeof(bytes); ++i)
		printf(" %02x", (unsigned char)hidden[i]);
	puts("");
}

static int unset(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	fill(20);
	print_unset();
	return 0;
}

const struct scenario local_scenarios[] = {
	{ "overflow-local", overflow_local },
	{ "underflow-local", underflow_local },
	{ "use-after-scope", use_after_scope },
	{ "overflow-dynamic", overflow_dynamic },
	{ "reuse-stack", reuse_stack },
	{ "unset", unset },
	{ 0, 0 },
};
