/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Compiled twice, each time with another name and value. */
#define JOIN(a, b) a##b
#define NAME(variant) JOIN(variant_, variant)

int NAME(__VARIANT__)(void);

int NAME(__VARIANT__)(void)
{
	return VALUE;
}
