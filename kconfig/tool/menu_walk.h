// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The menu tree from top to bottom.
#pragma once

#include "kconfig/model.h"

#include <vector>

namespace kconf {

/// All nodes below one, each before its children, in the order of the files.
[[nodiscard]] std::vector<kconfig::NodeId> nodesBelow(const kconfig::Model &model,
                                                      kconfig::NodeId root);

} // namespace kconf
