// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// How a short run of kconf has its memory.
#pragma once

namespace kconf {

/// Makes allocating as quick as it gets for a process that soon ends, where the C library and the
/// system have the means; else does nothing. To be called first, before there are threads. What is
/// used in the end is what is asked for, rounded up to a large page.
void prepareHeap();

} // namespace kconf
