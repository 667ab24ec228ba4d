// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Chains of reasons: from an expression that does not hold down to what a user could change.
#pragma once

#include "phrases.h"

#include "kconfig/explain.h"

namespace kconfig {

/// Finds reasons as clauses; inWords() gives them their texts.
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
    /// Why a user can't give a bool, tristate or choice that value now; empty when they can.
    [[nodiscard]] std::vector<Reason> whyNot(SymbolId symbol, Tristate value);
    /// Why a number is outside the range in force; empty when it is not.
    [[nodiscard]] std::vector<Reason> whyOutOfRange(SymbolId symbol, const std::string &number);

    /// Why each of a symbol's prompts is hidden. \pre its visibility is n
    [[nodiscard]] std::vector<Reason> hiddenPrompts(SymbolId symbol);

    /// Why a tristate can be m at most. \pre its visibility is m
    [[nodiscard]] std::vector<Reason> whatLimits(SymbolId symbol);

    /// Who gave a symbol its value: "you set it", "selected by NET at net/Kconfig:3".
    /// Tells as well of a user's value that is not the one in force.
    [[nodiscard]] Clause originText(SymbolId symbol) const;
    /// The same of the value in force alone.
    [[nodiscard]] Clause originNow(SymbolId symbol) const;
    /// "NET is n", "NAME is "eth0"", "SIZE is empty".
    [[nodiscard]] Clause valueClause(SymbolId symbol) const;

private:
    void blame(ExpressionId expression, Tristate wanted, std::vector<Reason> &reasons);
    void blameHighest(ExpressionId expression, std::vector<Reason> &reasons);
    [[nodiscard]] Reason blameComparison(ExpressionId expression);
    [[nodiscard]] Reason leaf(SymbolId symbol, Position position);
    [[nodiscard]] Clause failingClause(ExpressionId expression, Tristate wanted) const;
    [[nodiscard]] Argument valueOf(SymbolId symbol) const;
    [[nodiscard]] Argument name(SymbolId symbol) const { return nameOf(m_model, symbol); }
    [[nodiscard]] Argument described(ExpressionId expression) const;
    [[nodiscard]] Clause at(const Position &position, Clause clause) const;

    [[nodiscard]] std::string_view menuHiding(PropertyId prompt) const;
    [[nodiscard]] Argument holder(SymbolId by, const Position &position) const;
    [[nodiscard]] Reason noPrompt(SymbolId symbol);
    [[nodiscard]] std::vector<Reason> whatCouldTurnOn(SymbolId symbol);
    [[nodiscard]] std::vector<Reason> whatHolds(SymbolId symbol, Tristate floor);
    [[nodiscard]] Reason chosenValue(SymbolId symbol);
    [[nodiscard]] Reason noModules(SymbolId symbol);

    const Configuration &m_configuration;
    const Model &m_model;
    std::vector<SymbolId> m_path; ///< symbols whose reasons are being looked for
    std::size_t m_expanded = 0;   ///< symbols whose own reasons have been looked for
};

/// How many reasons stand side by side at most, and how many links a chain has: nobody reads more.
constexpr std::size_t mostReasons = 24;
constexpr std::size_t mostLinks = 8;
/// How many symbols of one story get reasons of their own: chains of helpers that select each other
/// would grow without end.
constexpr std::size_t mostExpanded = 200;

/// Gives reasons, and the reasons for them, their texts.
void inWords(Reason &reason, const Wording &wording);
void inWords(std::vector<Reason> &reasons, const Wording &wording);

} // namespace kconfig
