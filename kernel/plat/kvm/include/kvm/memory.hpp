// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include <kvm/boot_info.hpp>
#include <uk/address.hpp>
#include <uk/plat/common/memory_regions.hpp>

namespace uk::kvm {

/** Adds this image and the first page to the map; they are not free. */
ErrorOr<void> reserveImage(MemoryMap &memory);

/** Sets memory apart for what the address sanitizer knows of free memory and of this image (an
 * eighth of it, at LIBKASAN_SHADOW_OFFSET). ENOMEM when there is none, or other things are there.
 */
ErrorOr<void> reserveShadow(MemoryMap &memory);

/** Maps the console's registers, where they are in memory: messages need them once the boot tables
 * are gone. */
ErrorOr<void> mapConsole();

/** Switches from the boot tables to page tables that map free memory (read and write), this image
 * (each segment with its own access) and initial RAM disks, and nothing else. */
ErrorOr<void> enablePaging(MemoryMap &memory);

/** Makes device registers at [base, base + length) accessible at their own address, not cached.
 * Returns the address, or nullptr when there is no memory for tables. */
volatile void *mapDevice(__paddr_t base, __u64 length);

/** The same for tables of the firmware, read-only. */
const void *mapFirmware(__paddr_t base, __u64 length);

} // namespace uk::kvm
