/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* The variant isr is compiled with the flags of interrupt handlers. */
#include <uk/isr/string.h>

int general(void);

int general(void)
{
#ifdef __INTERRUPTSAFE__
	return (int)strlen_isr("1234567890123456789012345678901234567890123456789012345678901234") * 4;
#else
	return 0;
#endif
}
