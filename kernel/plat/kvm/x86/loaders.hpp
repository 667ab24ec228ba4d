// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <kvm/boot_info.hpp>

namespace uk::kvm {

/** Readers of the structures of a PC's loaders; readLoader() chooses. */
ErrorOr<void> readMultiboot(__u64 address, BootInfo &info);
ErrorOr<void> readPvh(__u64 address, BootInfo &info);

} // namespace uk::kvm
