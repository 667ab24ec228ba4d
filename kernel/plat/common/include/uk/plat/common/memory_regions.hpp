// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/plat/common/memory_map.hpp>

namespace uk {

/** The memory map of this guest, which `ukplat_memregion_*` show to the libraries. */
MemoryMap &memoryMap();

/** The end of what can be touched before there is an allocator: ukplat_memregion_alloc() stays
 * below. Every platform has its own. */
extern const __paddr_t bootMapEnd;

} // namespace uk
