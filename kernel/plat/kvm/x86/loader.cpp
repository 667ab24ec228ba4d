// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "loaders.hpp"

#include <kvm/memory.hpp>

namespace uk::kvm {

ErrorOr<void> readLoader(BootProtocol protocol, __u64 address, BootInfo &info)
{
    return protocol == BootProtocol::multiboot ? readMultiboot(address, info)
                                               : readPvh(address, info);
}

constinit const __paddr_t bootMapEnd = 1UL << 30;

ErrorOr<void> mapConsole()
{
    return {}; // it is behind ports
}

} // namespace uk::kvm
