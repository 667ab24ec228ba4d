// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "kconfig/model.h"

#include <functional>
#include <string>

namespace kconfig {

/// The sign of an operator: "&&", "!", "<=", …; empty for a symbol.
[[nodiscard]] const char *operatorSign(ExpressionKind kind);

/// An expression as text with as few parentheses as conf writes; `annotate` gives what follows each
/// symbol (" [=y]" or nothing).
[[nodiscard]] std::string expressionText(const Model &model, ExpressionId id,
                                         const std::function<std::string(SymbolId)> &annotate);

} // namespace kconfig
