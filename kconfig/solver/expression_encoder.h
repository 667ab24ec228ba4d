// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Expressions as gates.
#pragma once

#include "symbol_variables.h"

#include <unordered_map>

namespace kconfig::solver {

class ExpressionEncoder
{
public:
    ExpressionEncoder(const Model &model, Clauses &clauses, const SymbolVariables &symbols);

    /// "The expression is at least `level`"; y for an invalid id.
    [[nodiscard]] Literal atLeast(ExpressionId id, Tristate level);
    [[nodiscard]] Levels levels(ExpressionId id)
    {
        return {atLeast(id, Tristate::mod), atLeast(id, Tristate::yes)};
    }
    /// The same for an expression of a choice's own value, which reads the choice as it is before
    /// one of its values was selected.
    [[nodiscard]] Levels levelsForValue(ExpressionId id, SymbolId choice, const Levels &mode);

    /// Assumed: what macros gave stays as it was.
    [[nodiscard]] Literal macrosStay() const { return m_macrosStay; }
    /// Whether a word of the tree's files came out of a macro.
    [[nodiscard]] bool isFromMacro(const Position &position) const
    {
        return isMacroAt(position, false);
    }

private:
    [[nodiscard]] Literal encode(ExpressionId id, Tristate level);
    [[nodiscard]] Literal encodeRow(ExpressionId id, ExpressionKind kind, Tristate level);
    [[nodiscard]] Literal encodeLeaf(const Expression &node, Tristate level);
    [[nodiscard]] Literal compare(const Expression &node);
    [[nodiscard]] Literal compareTruth(const Expression &node, SymbolId truth, SymbolId text);
    [[nodiscard]] Literal compareTruths(const Expression &node);
    [[nodiscard]] Literal compareRegions(const Expression &node, SymbolId symbol, SymbolId text);
    [[nodiscard]] bool isMacroAt(const Position &position, bool wholeLine) const;

    const Model &m_model;
    Clauses &m_clauses;
    const SymbolVariables &m_symbols;
    Literal m_macrosStay;
    std::vector<Literal> m_known[2]; ///< by expression; for "at least m" and for "y"; 0: not yet
    std::unordered_map<std::uint32_t, Literal> m_knownOfValue[2];
    SymbolId m_choice; ///< whose value is being encoded
    Levels m_mode;
};

} // namespace kconfig::solver
