// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "kconfig/configuration.h"

#include <string>

namespace kconfig {

/// conf's warnings about symbols that a select has turned on against their dependencies; empty when
/// there are none.
[[nodiscard]] std::string describeUnmetDependencies(const Configuration &configuration);

} // namespace kconfig
