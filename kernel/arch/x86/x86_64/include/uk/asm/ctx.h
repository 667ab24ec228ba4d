/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Stacks and extended registers of x86_64. */

/** Alignment of the stack pointer at calls (System V ABI, AMD64 supplement, 3.2.2). */
#define UKARCH_SP_ALIGN 16
#define UKARCH_SP_ALIGN_MASK (UKARCH_SP_ALIGN - 1)

/** Alignment of memory for XSAVE (Intel SDM volume 1, 13.4); FXSAVE needs less. */
#define UKARCH_ECTX_ALIGN 64
