// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/arch/types.h>

namespace uk {

/** 64 bits from the processor: random ones where it has a generator that works, otherwise a counter
 * that runs since power-on. */
__u64 processorRandom();

} // namespace uk
