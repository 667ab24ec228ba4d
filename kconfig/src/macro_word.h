// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

#include "kconfig/model.h"

#include <string>

namespace kconfig {

/// What a file has at a place where a macro was expanded: "$(success,test -e x)", shortened when it
/// is long; empty when no macro begins there.
[[nodiscard]] std::string macroAt(const Model &model, const Position &position);

} // namespace kconfig
