/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include "crash.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <uk/assert.h>

/* The compiler must not know that these lead to no good. */
static int *volatile nowhere = (int *)0x123456789000;
static volatile int zero;
static volatile int dividend = 100;

static void write_nowhere(void)
{
	*nowhere = 42;
}

static void call_nowhere(void)
{
	((void (*)(void))nowhere)();
}

static void write_code(void)
{
	*(volatile char *)(size_t)&write_nowhere = 0;
}

static void divide_by_zero(void)
{
	dividend = dividend / zero;
#ifdef __aarch64__
	/* The processor gives 0 and goes on. */
	UK_CRASH("Divided by zero\n");
#endif
}

static void invalid_opcode(void)
{
	__builtin_trap();
}

static int recurse(int depth)
{
	volatile char frame[512];

	frame[0] = (char)depth;
	return depth == zero ? 0 : recurse(depth + 1) + frame[0];
}

static void overflow_stack(void)
{
	dividend = recurse(1);
}

static void kernel_assertion(void)
{
	UK_ASSERT(zero != 0);
}

static void c_assertion(void)
{
	assert(zero != 0);
}

static const struct {
	const char *name;
	void (*function)(void);
} ways[] = {
	{"pagefault", write_nowhere}, {"call", call_nowhere},   {"code", write_code},
	{"divide", divide_by_zero},   {"opcode", invalid_opcode}, {"stack", overflow_stack},
	{"assert", kernel_assertion}, {"cassert", c_assertion}, {"abort", abort},
};

int crash(const char *name)
{
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); ++i) {
		if (strcmp(name, ways[i].name) == 0)
			ways[i].function();
	}
	return -1;
}
