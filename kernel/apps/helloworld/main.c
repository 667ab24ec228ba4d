/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <stdio.h>
#include <uk/config.h>

static void print_arguments(int count, char *arguments[])
{
	printf("Arguments:");
	for (int i = 0; i < count; ++i)
		printf(" \"%s\"", arguments[i]);
	printf("\n");
}

int main(int argc, char *argv[])
{
	printf("Hello world!\n");
#ifdef CONFIG_APPHELLOWORLD_PRINTARGS
	print_arguments(argc, argv);
#else
	(void)argc;
	(void)argv;
	(void)print_arguments;
#endif
	return 0;
}
