// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The solver behind kconfig/possibility.h: a model as clauses for CaDiCaL.
#pragma once

#include "kconfig/possibility.h"

#include <memory>

namespace kconfig {

/// Encodes a model without dependency loops. Keeps the model.
[[nodiscard]] std::unique_ptr<PossibilitySolver> makeSolver(std::shared_ptr<const Model> model);

} // namespace kconfig
