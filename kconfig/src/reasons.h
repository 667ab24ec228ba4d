// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Chains of reasons: from an expression that does not hold down to what a user could change.
#pragma once

#include "kconfig/explain.h"

namespace kconfig {

class ReasonFinder
{
public:
    explicit ReasonFinder(const Configuration &configuration);

    /// Why the expression is less than `wanted`; one reason for each operand that is to blame.
    [[nodiscard]] std::vector<Reason> whyLess(ExpressionId expression, Tristate wanted);
    /// Where a symbol's value came from.
    [[nodiscard]] Reason whyValue(SymbolId symbol);
    /// Why a user can't change the symbol, or not to everything its type has.
    [[nodiscard]] std::vector<Reason> obstacles(SymbolId symbol);

private:
    void blame(ExpressionId expression, Tristate wanted, std::vector<Reason> &reasons);
    void blameHighest(ExpressionId expression, std::vector<Reason> &reasons);
    [[nodiscard]] Reason leaf(SymbolId symbol, Position position);
    [[nodiscard]] std::string valueOf(SymbolId symbol) const;
    [[nodiscard]] std::string originClause(SymbolId symbol) const;
    [[nodiscard]] std::string place(const Position &position) const;

    const Configuration &m_configuration;
    const Model &m_model;
    std::vector<SymbolId> m_path; ///< symbols whose reasons are being looked for
};

} // namespace kconfig
