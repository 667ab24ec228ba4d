// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Why no configuration fulfils demands: a smallest set of symbols whose rules exclude them.
#pragma once

#include "edit_search.h"
#include "text_domains.h"

#include "impossibility_text.h"

#include <span>
#include <string>
#include <vector>

namespace kconfig::solver {

/// A symbol that is to keep its value.
struct Kept
{
    SymbolId symbol;
    std::string value;
};

struct Proof
{
    /// False: the formula allows the demands, or it was given up.
    bool isProven = false;
    /// None can be left out, unless patience was over while that was tried.
    std::vector<RuleGroup> rules;
    /// When asked for: the formula with only these rules, in the format of DIMACS. Unsatisfiable.
    std::string dimacs;
};

/// The domains know the texts of wishes and kept symbols.
[[nodiscard]] Proof prove(const Model &model, TextDomains &domains, std::span<const Wish> wishes,
                          std::span<const Kept> keep, const Patience &patience,
                          bool withDimacs = false);

} // namespace kconfig::solver
