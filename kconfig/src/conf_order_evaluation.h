// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Evaluation in conf's order: a symbol is worked out when it is first asked for, and before it all
// that its expressions name, from left to right. What came out stands until it is declared invalid,
// even when user values have changed since.
//
// Values are those of the planned evaluation (evaluator.h) but where conf looks at something half
// done or out of date; what only this gives is the order, and with it the order and the number of
// conf's warnings about unmet dependencies. kconf's modes that stand in for conf run on it; all
// else uses the plan.
#pragma once

#include "result_store.h"
#include "user_values.h"
#include "zeroed_row.h"

#include "kconfig/model.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace kconfig {

class ConfOrderEvaluation
{
public:
    /// Gets each warning as conf prints it, newlines included, at the moment conf prints it.
    using Warn = std::function<void(const std::string &text)>;

    /// Works on the caller's stores, which must outlive it.
    ConfOrderEvaluation(const Model &model, UserStore &user, ResultStore &results, Warn warn);
    /// The same on other stores, which are copies of the first ones.
    ConfOrderEvaluation(const ConfOrderEvaluation &other, UserStore &user, ResultStore &results);

    /// \name Working out
    /// @{
    /// Works a symbol out unless it is valid.
    void calculate(SymbolId id);
    /// Says that the symbols of a row from `at` on will be asked for in this order. Neighbours in
    /// the table of symbols are strangers in memory: without this, most of the time of working all
    /// out goes into waiting for it. Changes nothing.
    void expect(std::span<const SymbolId> order, std::size_t at) const;
    /// Works out anew how far it can be seen, valid or not.
    void calculateVisibility(SymbolId id);
    /// An expression's value; works out all the symbols it names, even where one side decides.
    [[nodiscard]] Tristate value(ExpressionId id)
    {
        if (!id.isValid())
            return Tristate::yes;
        // Asked first: of what is known, the node need not be fetched from memory.
        if (const std::uint8_t known = m_known[id.index]; known != 0)
            return static_cast<Tristate>(known - 1);
        const Expression &node = m_model.expression(id);
        if (node.kind != ExpressionKind::symbol)
            return compoundValue(id, node);
        const Result &result = m_results.at(node.symbol);
        return result.isValid && !result.isOpen ? result.value : truthOf(node.symbol);
    }
    /// The first default, or range, whose condition holds.
    [[nodiscard]] PropertyId firstActive(SymbolId id, PropertyKind kind, Tristate &condition);
    /// The value a choice falls back to, by what is known about its values.
    [[nodiscard]] SymbolId choiceDefault(SymbolId choice);
    /// @}

    /// \name Validity
    /// @{
    [[nodiscard]] bool isValid(SymbolId id) const { return m_results.at(id).isValid; }
    /// Has a symbol worked out anew when it is next asked for; what read it stays as it is.
    void invalidate(SymbolId id);
    /// The same for all, as reading a file does; results stay readable.
    void invalidateAll();
    /// The same, and works out the modules symbol, as every change of a value does.
    void restart();
    /// Marks all values of choices and the choices without an answer, as setting all new symbols
    /// does before it answers the choices (5.2, 6.1): the first who asks for a marked one has the
    /// choice answered.
    void markChoices();
    /// Counts all values of a choice as answered: those without a user value as n (5.2, 6.1).
    void answerChoice(SymbolId choice);
    /// @}

    /// \name What is known, valid or not
    /// @{
    /// The value as text as it stands, without working it out.
    [[nodiscard]] std::string_view currentText(SymbolId id) const;
    /// bool where a tristate can be no m by what is known.
    [[nodiscard]] SymbolType currentType(SymbolId id) const;
    [[nodiscard]] Tristate modules() const { return m_modules; }
    [[nodiscard]] int warningCount() const { return m_warningCount; }
    /// @}

private:
    void prepare(SymbolId id);
    void work(SymbolId id);
    void workTruth(SymbolId id);
    void workText(SymbolId id);
    void keepInRange(SymbolId id);
    void calculateChoice(SymbolId choice);
    void calculateChoiceByPriority(SymbolId choice);
    void findDependencies(SymbolId id);
    void warnAboutUnmet(SymbolId id);
    [[nodiscard]] std::string annotation(SymbolId id) const;
    void appendSelectors(std::string &out, ExpressionId reverse, Tristate strength);
    /// Of what is no plain symbol and not known.
    [[nodiscard]] Tristate compoundValue(ExpressionId id, const Expression &node);
    [[nodiscard]] Tristate rowValue(ExpressionId id);
    [[nodiscard]] Tristate compare(const Expression &node);
    [[nodiscard]] Tristate truthOf(SymbolId id);
    void forgetExpressions();
    void remember(ExpressionId id, Tristate value)
    {
        m_known[id.index] = static_cast<std::uint8_t>(static_cast<int>(value) + 1);
        m_knowsAny = true;
    }
    [[nodiscard]] bool isChoiceByPriority() const { return m_dialect == Dialect::linux_6_12; }

    const Model &m_model;
    const Dialect m_dialect;
    UserStore &m_user;
    ResultStore &m_results;
    Warn m_warn;
    Tristate m_modules = Tristate::no; ///< the value of the modules symbol when it last was found
    int m_warningCount = 0;
    int m_depth = 0;
    /// Counts reads of what is being worked out: expressions read meanwhile are not remembered.
    std::uint32_t m_unfinishedReads = 0;
    ZeroedRow<std::uint8_t> m_known; ///< by expression, of junctions: the value + 1, or 0
    bool m_knowsAny = false;
    /// A stack: && and || of rows that are being read, each row from right to left.
    std::vector<ExpressionId> m_joints;
};

} // namespace kconfig
