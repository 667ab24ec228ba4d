// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "kconfig/configuration.h"

#include <string>

namespace kconfig {

/// What conf says, in its order, about symbols that a select has turned on against their
/// dependencies, when it works out a configuration once; empty when there are none. (kconf's modes
/// get the warnings as they go; see conf_order_evaluation.h.)
[[nodiscard]] std::string describeUnmetDependencies(const Configuration &configuration);

} // namespace kconfig
