// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>
#include <uk/result.hpp>

namespace uk::virtio {

/** Command line: "virtio_mmio.device=SIZE@BASE:IRQ[:ID]", as Linux has it. */
struct MmioPlace
{
    __paddr_t base;
    __u64 size;
};

/** The place that an argument names. EINVAL when it is none, ENOENT when the argument is another
 * one. */
ErrorOr<MmioPlace> readMmioArgument(const char *argument);

} // namespace uk::virtio
