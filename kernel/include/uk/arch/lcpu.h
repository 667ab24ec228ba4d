/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The logical processor: register frame, memory barriers. */

#ifndef __ASSEMBLY__
#include <uk/arch/types.h>
#include <uk/compiler.h>
#endif
#include <uk/asm/lcpu.h>

#ifndef __ASSEMBLY__
/** Keeps the compiler from moving memory accesses across. */
#ifndef barrier
#define barrier() __atomic_signal_fence(__ATOMIC_SEQ_CST)
#endif
#endif
