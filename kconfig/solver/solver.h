// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The solvers behind kconfig/possibility.h and kconfig/resolve.h: a model as clauses for CaDiCaL.
#pragma once

#include "kconfig/possibility.h"
#include "kconfig/resolve.h"

#include <memory>

namespace kconfig {

/// Encodes a model without dependency loops. Keeps the model.
[[nodiscard]] std::unique_ptr<PossibilitySolver> makeSolver(std::shared_ptr<const Model> model);

/// Finds the smallest changes that make wishes come true. Keeps the model.
[[nodiscard]] std::unique_ptr<Resolver> makeResolver(std::shared_ptr<const Model> model);

} // namespace kconfig
