// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "loaders.hpp"

#include <kvm/memory.hpp>

// The end of what the boot tables map
constinit const __paddr_t uk::bootMapEnd = 1UL << 30;

namespace uk::kvm {

ErrorOr<void> readLoader(BootProtocol protocol, __u64 address, BootInfo &info)
{
    return protocol == BootProtocol::multiboot ? readMultiboot(address, info)
                                               : readPvh(address, info);
}

ErrorOr<void> mapConsole()
{
    return {}; // it is behind ports
}

} // namespace uk::kvm
