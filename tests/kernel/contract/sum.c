/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <contract.h>
#include <contract_prepared.h>
#include <string.h>

#ifdef NEVER
#error gcc_version_ge holds for a version that does not exist
#endif
#if defined __GNUC__ && !defined __clang__ && !defined NEW_GCC
#error gcc_version_ge does not hold for an old version
#endif

int variant_one(void);
int variant_two(void);
int general(void);
int plus(void);
int number(void);
int generated(void);
int origin_value(void);
int from_archive(void);
extern const char contract_text[];
int contract_hidden(void);

int contract_hidden(void)
{
	return variant_one() + variant_two() + general();
}

int contract_sum(void)
{
	int sum = contract_hidden() + plus() + number() + COMP + IN_C + DEFINED + BY_GCC;

	if (strcmp(contract_text, "some text") == 0 && origin_value() == 2 && generated() == 3 &&
	    from_archive() == 4 && PREPARED)
		sum += 512;
	return sum;
}
