/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Architecture attributes of arm64: none beyond those of <uk/compiler.h>. */
