// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Selects and what their targets depend on.
#pragma once

#include "lint_context.h"

namespace kconfig {

/// A select whose target has dependencies that the select's own condition does not repeat.
struct OpenSelect
{
    PropertyId property;
    SymbolId from;
    SymbolId target;
    std::vector<ExpressionId> missing; ///< those dependencies
};

/// All of them, in the order of the selecting symbols.
[[nodiscard]] std::vector<OpenSelect> openSelects(const Model &model);

} // namespace kconfig
