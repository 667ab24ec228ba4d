// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <uk/plat/common/device_tree.hpp>

namespace uk::ofw {

/** The device tree that the loader passed. ENOENT where there is none. */
ErrorOr<DeviceTree> machineTree();

} // namespace uk::ofw
