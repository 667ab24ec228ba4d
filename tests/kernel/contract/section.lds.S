/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* Nothing to place: shows that a linker script goes through the preprocessor and into the link. */
SECTIONS
{
	.contract : { *(.contract) }
}
INSERT AFTER .data;
