/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

int local_hidden(void);
int local_shown(void);

int __attribute__((noinline)) local_hidden(void)
{
	return 1;
}

int local_shown(void)
{
	return local_hidden();
}
