// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/arch/types.h>
#include <uk/result.hpp>

namespace uk::virtio {

/** Where a device is, and the wire of the interrupt controller that it raises. */
struct MmioPlace
{
    __paddr_t base;
    __u64 size;
    unsigned int wire; /**< noWire: it has none */
    bool isEdge;       /**< what it raises is seen when it comes, not as long as it lasts */
};
constexpr unsigned int noWire = ~0U;

/** The place that an argument of the command line names, "virtio_mmio.device=SIZE@BASE:IRQ[:ID]" as
 * Linux has it. EINVAL when it is none, ENOENT when the argument is another
 * one. */
ErrorOr<MmioPlace> readMmioArgument(const char *argument);

} // namespace uk::virtio
