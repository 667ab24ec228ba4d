// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The solvers behind kconfig/possibility.h and kconfig/resolve.h: a model as clauses for CaDiCaL.
#pragma once

#include "kconfig/possibility.h"
#include "kconfig/resolve.h"

#include <memory>
#include <span>
#include <string>

namespace kconfig {

/// Encodes a model without dependency loops. Keeps the model.
[[nodiscard]] std::unique_ptr<PossibilitySolver> makeSolver(std::shared_ptr<const Model> model);

/// Finds the smallest changes that make wishes come true. Keeps the model.
[[nodiscard]] std::unique_ptr<Resolver> makeResolver(std::shared_ptr<const Model> model);

/// The proof that wishes are impossible in every configuration, for others to check: the rules that
/// it needs as clauses in the format of DIMACS, which no assignment satisfies. Empty when there is
/// no such proof. \pre checkWishes() has nothing to say.
[[nodiscard]] std::string proofAsDimacs(const Model &model, std::span<const Wish> wishes);

} // namespace kconfig
