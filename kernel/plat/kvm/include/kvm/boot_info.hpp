// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <uk/plat/common/memory_map.hpp>
#include <uk/result.hpp>

namespace uk::kvm {

/** How the image was entered; entry.S passes it on. */
enum class BootProtocol : __u32
{
    multiboot = 1,
    pvh = 2,
    deviceTree = 3,
};

/** What the loader told. The strings lie where the loader put them: copy before memory is reused.
 */
struct BootInfo
{
    MemoryMap &memory;
    const char *commandLine; /**< or nullptr */
    bool commandLineHasName; /**< the first word is what the image was loaded as */
    __u64 seed = 0;          /**< a random number for the image's place, or 0 */
};

/** Fills in `info` from the loader's structure at `address`. EINVAL when it tells of no memory,
 * ENOSPC when it has more regions than the map has room for. */
ErrorOr<void> readLoader(BootProtocol protocol, __u64 address, BootInfo &info);

} // namespace uk::kvm
