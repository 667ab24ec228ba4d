/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include "scenarios.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uk/assert.h>

static int print_arguments(int argc, char *argv[])
{
	for (int i = 0; i < argc; ++i)
		printf("argument %d: <%s>\n", i, argv[i]);
	return 0;
}

static int return_status(int argc, char *argv[])
{
	return argc > 0 ? atoi(argv[0]) : 0;
}

static int exit_status(int argc, char *argv[])
{
	exit(argc > 0 ? atoi(argv[0]) : 0);
}

static int call_abort(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	abort();
}

static int fail_assertion(int argc, char *argv[])
{
	(void)argv;
	UK_ASSERT(argc == 12345);
	return 0;
}

static int crash(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	UK_CRASH("Crashed on purpose: %d\n", 42);
}

static int restart(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	ukplat_restart();
}

static const struct scenario exit_scenarios[] = {
	{ "arguments", print_arguments },
	{ "return", return_status },
	{ "exit", exit_status },
	{ "abort", call_abort },
	{ "assert", fail_assertion },
	{ "crash", crash },
	{ "restart", restart },
	{ 0, 0 },
};

static const struct scenario *const all_scenarios[] = {
	exit_scenarios, fault_scenarios, message_scenarios,
	memory_scenarios, local_scenarios, clock_scenarios, initialisation_scenarios, list_scenarios,
};

int main(int argc, char *argv[])
{
	printf("program: <%s>\n", argv[0]);
	if (argc < 2)
		return 0;
	for (unsigned int i = 0; i < sizeof(all_scenarios) / sizeof(all_scenarios[0]); ++i) {
		for (const struct scenario *s = all_scenarios[i]; s->name; ++s) {
			if (strcmp(s->name, argv[1]) == 0)
				return s->run(argc - 2, argv + 2);
		}
	}
	printf("no scenario: <%s>\n", argv[1]);
	return 99;
}
