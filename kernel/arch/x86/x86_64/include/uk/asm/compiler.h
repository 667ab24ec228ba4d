/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Architecture attributes of x86_64: none beyond those of <uk/compiler.h>. */
