/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include <contract.h>
#include <stdio.h>

int main(void)
{
	printf("contract %d of 1023\n", contract_sum());
	return 0;
}
