/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Memory on the stack of the calling function. */

#define alloca(size) __builtin_alloca(size)
