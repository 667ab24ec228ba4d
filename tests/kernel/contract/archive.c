/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

int from_archive(void);

int from_archive(void)
{
	return 4;
}
