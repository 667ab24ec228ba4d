/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <stdio.h>
#include <uk/config.h>

int main(int argc, char *argv[])
{
	printf("Hello world!\n");

#ifdef CONFIG_APPHELLOWORLD_PRINTARGS
	printf("Arguments:");
	for (int i = 0; i < argc; ++i)
		printf(" \"%s\"", argv[i]);
	printf("\n");
#else
	(void)argc;
	(void)argv;
#endif
	return 0;
}
