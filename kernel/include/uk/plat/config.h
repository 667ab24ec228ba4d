/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Stack sizes under their platform names. */

#include <uk/arch/limits.h>

#define STACK_SIZE_PAGE_ORDER __STACK_SIZE_PAGE_ORDER
#define STACK_SIZE __STACK_SIZE
#define CPU_EXCEPT_STACK_SIZE_PAGE_ORDER __CPU_EXCEPT_STACK_SIZE_PAGE_ORDER
#define CPU_EXCEPT_STACK_SIZE __CPU_EXCEPT_STACK_SIZE
