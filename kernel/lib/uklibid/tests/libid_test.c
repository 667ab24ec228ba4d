/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <string.h>
#include <uk/libid.h>
#include <uk/test.h>

UK_TESTCASE(uklibid, each_library_knows_itself)
{
	UK_TEST_ASSERT(uk_libid_self() < uk_libid_count());
	UK_TEST_EXPECT_ZERO(strcmp(uk_libname_self(), "libuklibid"));
	UK_TEST_EXPECT_SNUM_EQ(uk_libid("libuklibid"), uk_libid_self());
}

UK_TESTCASE_DESC(uklibid, names_lead_to_numbers, "and back: no two libraries have the same")
{
	for (__u16 id = 0; id < uk_libid_count(); ++id) {
		UK_TEST_ASSERT(uk_libname(id) != NULL);
		UK_TEST_EXPECT_SNUM_EQ(uk_libid(uk_libname(id)), id);
	}
}

UK_TESTCASE(uklibid, others_have_none)
{
	UK_TEST_EXPECT_NULL(uk_libname(uk_libid_count()));
	UK_TEST_EXPECT_NULL(uk_libname(UKLIBID_NONE));
	UK_TEST_EXPECT_SNUM_EQ(uk_libid("libnothing"), UKLIBID_NONE);
	UK_TEST_EXPECT_SNUM_EQ(uk_libid("libuklibi"), UKLIBID_NONE);
	UK_TEST_EXPECT_SNUM_EQ(uk_libid(""), UKLIBID_NONE);
}

uk_testsuite_register(uklibid, NULL);
