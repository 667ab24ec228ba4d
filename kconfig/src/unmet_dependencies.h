// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "kconfig/configuration.h"

#include <string>

namespace kconfig {

/// conf's warning about a symbol that a select has turned on against its dependencies; empty when it
/// is none of those.
[[nodiscard]] std::string describeUnmetDependency(const Configuration &configuration,
                                                  SymbolId symbol);
/// The warnings about all such symbols, in the order of conf's symbol table.
[[nodiscard]] std::string describeUnmetDependencies(const Configuration &configuration);

} // namespace kconfig
