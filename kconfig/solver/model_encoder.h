// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the rules of evaluation demand of the variables. Every evaluation of a configuration
// satisfies the clauses; a satisfying assignment is an evaluation but for what the encoding leaves
// open (arithmetic between options, rounding by implies).
#pragma once

#include "expression_encoder.h"

namespace kconfig::solver {

class ModelEncoder
{
public:
    explicit ModelEncoder(const Model &model);

    [[nodiscard]] Clauses &clauses() { return m_clauses; }
    [[nodiscard]] ExpressionEncoder &expressions() { return m_expressions; }
    [[nodiscard]] const SymbolVariables &symbols() const { return m_symbols; }
    /// Assumed: every undefined symbol is n.
    [[nodiscard]] Literal undefinedAreNo() const { return m_undefinedAreNo; }

private:
    void encodeTruth(SymbolId id);
    void encodeChoice(SymbolId id);
    void encodeChoiceValue(SymbolId id, Literal isSelected, const Levels &visible);
    void encodeText(SymbolId id);
    void findWhatPrecedesModules();
    [[nodiscard]] Levels visibility(SymbolId id);
    [[nodiscard]] Levels defaults(SymbolId id);
    [[nodiscard]] Levels implied(SymbolId id);
    [[nodiscard]] Levels selected(SymbolId id);
    void roundUp(SymbolId id, const Levels &before, const Levels &after, const Levels &byImply);

    const Model &m_model;
    Clauses m_clauses;
    SymbolVariables m_symbols;
    ExpressionEncoder m_expressions;
    Literal m_undefinedAreNo;
    Literal m_modules = Clauses::no(); ///< "there are modules"
    std::vector<bool> m_precedesModules;
};

} // namespace kconfig::solver
