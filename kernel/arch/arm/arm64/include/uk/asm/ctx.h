/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Stacks and extended registers of arm64. */

/** Alignment of the stack pointer at all times (Arm ARM DDI 0487, D1.8.2). */
#define UKARCH_SP_ALIGN 16
#define UKARCH_SP_ALIGN_MASK (UKARCH_SP_ALIGN - 1)

/** Alignment of memory for the vector registers. */
#define UKARCH_ECTX_ALIGN 16
