/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <stdio.h>
#include <uk/test.h>

int main(void)
{
	struct uk_test_stats stats;

	uk_test_stats_get(&stats);
	printf("main: %u of %u cases failed\n", stats.failed_cases, stats.cases);
	return 4;
}
