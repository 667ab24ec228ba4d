/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/** The sum of what all parts of the library contribute: 1023 when every flag arrived. */
int contract_sum(void);
