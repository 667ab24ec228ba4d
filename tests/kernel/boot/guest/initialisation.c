/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include "scenarios.h"

#include <stdio.h>
#include <string.h>
#include <uk/ctors.h>
#include <uk/init.h>

/* Notes each step; the order is printed at the end. */
static char steps[200];

static void note(const char *step)
{
	strcat(steps, step);
	strcat(steps, " ");
}

#define INIT(name)                                                                                 \
	static int init_##name(struct uk_init_ctx *context)                                        \
	{                                                                                          \
		note(context->cmdline.argc > 0 ? #name : "no-arguments");                          \
		return 0;                                                                          \
	}
INIT(late)
INIT(early)
INIT(lib)
INIT(lib_first)
INIT(sys)
INIT(rootfs)
INIT(plat)

static void terminate(const struct uk_term_ctx *context)
{
	if (strstr(steps, "main"))
		printf("terminated %d\n", context->target);
}

static void terminate_first(const struct uk_term_ctx *context)
{
	(void)context;
	if (strstr(steps, "main"))
		printf("terminated first\n");
}

uk_late_initcall(init_late, terminate_first);
uk_early_initcall(init_early, terminate);
uk_lib_initcall(init_lib, 0);
uk_lib_initcall_prio(init_lib_first, 0, UK_PRIO_EARLIEST);
uk_sys_initcall(init_sys, 0);
uk_rootfs_initcall(init_rootfs, 0);
uk_plat_initcall(init_plat, 0);

static void kernel_constructor(void)
{
	note("ctor");
}
UK_CTOR(kernel_constructor);

static void __constructor constructor(void)
{
	note("constructor");
}

static void __constructor_prio(101) constructor_first(void)
{
	note("constructor-101");
}

static void __attribute__((destructor)) destructor(void)
{
	if (strstr(steps, "main"))
		printf("destructor\n");
}

static int order(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	note("main");
	printf("order: %s\n", steps);
	return 0;
}

static _Thread_local volatile int initialised = 42;
static _Thread_local char zero[1000];
static _Thread_local volatile long aligned __align(64) = 43;

static int thread_locals(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	printf("thread-local: %d %ld %lu\n", initialised, aligned, (unsigned long)&aligned % 64);
	for (unsigned int i = 0; i < sizeof(zero); ++i) {
		if (zero[i])
			return 1;
		zero[i] = (char)i;
	}
	initialised += 1;
	return initialised == 43 && aligned == 43 ? 0 : 2;
}

const struct scenario initialisation_scenarios[] = {
	{ "order", order },
	{ "thread-locals", thread_locals },
	{ 0, 0 },
};
