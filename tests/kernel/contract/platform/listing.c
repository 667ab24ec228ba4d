/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

int listing_only(void);

int listing_only(void)
{
	return 0;
}
