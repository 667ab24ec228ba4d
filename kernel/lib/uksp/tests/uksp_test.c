/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <uk/arch/types.h>
#include <uk/config.h>
#include <uk/test.h>

extern __u64 __stack_chk_guard;

UK_TESTCASE_DESC(uksp, guard_ends_text, "its first byte in memory is 0")
{
	const unsigned char *guard = (const unsigned char *)&__stack_chk_guard;

	UK_TEST_EXPECT_SNUM_EQ(guard[0], 0);
}

UK_TESTCASE_DESC(uksp, guard_is_chosen, "at random or by the configuration")
{
#ifdef CONFIG_LIBUKSP_VALUE_USECONSTANT
	UK_TEST_EXPECT(__stack_chk_guard == CONFIG_LIBUKSP_VALUE_CONSTANT);
#else
	UK_TEST_EXPECT(__stack_chk_guard != 0);
#endif
}

uk_testsuite_register(uksp, NULL);
