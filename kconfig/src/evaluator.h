// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Works out values. Results are kept and, after a change of user values, only those units are done
// again that can have changed, in the order of the plan.
#pragma once

#include "conf_order_evaluation.h"
#include "evaluation_plan.h"
#include "result_store.h"
#include "user_values.h"

#include "kconfig/model.h"
#include "kconfig/tristate.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

class Evaluator
{
public:
    explicit Evaluator(const Model &model);
    Evaluator(const Evaluator &other);
    Evaluator &operator=(const Evaluator &) = delete;

    [[nodiscard]] UserValue user(SymbolId id) const { return m_user.get(id); }
    [[nodiscard]] const UserStore &users() const { return m_user; }
    /// Changes a user value; what it means for others is worked out when it is asked for (in conf's
    /// order: when it is asked for after being declared invalid).
    void setUser(SymbolId id, const UserValue &value);
    /// Puts a value of a choice before all others of it (where the dialect heeds it).
    void raise(SymbolId choiceValue);
    /// Puts it behind all others.
    void lower(SymbolId choiceValue);
    /// Takes all user values back.
    void clear();

    /// Evaluates in conf's order from now on; what is asked for is worked out as conf would, and
    /// what conf would leave out of date is.
    ConfOrderEvaluation &evaluateInConfOrder(ConfOrderEvaluation::Warn warn);
    /// Null unless it evaluates in conf's order.
    [[nodiscard]] ConfOrderEvaluation *confOrder() const { return m_confOrder.get(); }

    /// \name Results, up to date
    /// @{
    [[nodiscard]] Tristate tristate(SymbolId id) const { return at(id).value; }
    /// The value as text, as .config shows it. Valid until the next change.
    [[nodiscard]] std::string_view text(SymbolId id) const;
    [[nodiscard]] Tristate visibility(SymbolId id) const { return at(id).visibility; }
    /// Whether a condition of its prompts holds, where that can be told without reading them: they
    /// may hold and the symbol not be visible (values of choices), and what one outside finds may
    /// be another thing than what the plan found (circles). Never in conf's order.
    [[nodiscard]] std::optional<bool> isPrompted(SymbolId id) const;
    [[nodiscard]] Tristate direct(SymbolId id) const { return at(id).direct; }
    [[nodiscard]] Tristate reverse(SymbolId id) const { return at(id).reverse; }
    [[nodiscard]] Tristate implied(SymbolId id) const { return at(id).implied; }
    [[nodiscard]] bool isWritten(SymbolId id) const { return at(id).isWritten; }
    [[nodiscard]] SymbolId selection(SymbolId choice) const { return at(choice).selection(); }
    /// A choice's value before it was looked at which of its values there are.
    [[nodiscard]] Tristate mode(SymbolId choice) const { return at(choice).mode; }
    [[nodiscard]] Tristate evaluate(ExpressionId id) const;
    /// bool where a tristate can be no m now.
    [[nodiscard]] SymbolType effectiveType(SymbolId id) const;
    /// The default in force; invalid without one.
    [[nodiscard]] PropertyId activeDefault(SymbolId id) const;
    [[nodiscard]] PropertyId activeRange(SymbolId id) const;
    /// The value a choice falls back to.
    [[nodiscard]] SymbolId choiceDefault(SymbolId choice) const;
    [[nodiscard]] bool hasUnmetDependency(SymbolId id) const;
    [[nodiscard]] Tristate modules() const;
    /// @}

    /// Symbols whose results have changed since the last call, in order; the first call begins to
    /// note them.
    [[nodiscard]] std::vector<SymbolId> takeChanges();

private:
    /// The symbol's results, brought up to date.
    const Result &at(SymbolId id) const
    {
        const Result &result = m_results.at(id);
        if (!m_confOrder)
            settle();
        else if (!result.isValid || result.isOpen)
            m_confOrder->calculate(id);
        return result;
    }
    void settle() const;
    void sweep() const;
    void touch(Unit unit) const;
    void forgetPending() const;
    bool work(Unit unit) const;
    void noteChange(SymbolId id) const;
    void workFirst(SymbolId id) const;
    void workSecond(SymbolId id) const;
    void findVisibility(SymbolId id) const;
    void findMode(SymbolId id) const;
    void findSelection(SymbolId id) const;
    void findSelectionByPriority(SymbolId id) const;
    void findTruthValue(SymbolId id) const;
    void findTextValue(SymbolId id) const;
    void keepInRange(SymbolId id, std::string &text) const;
    [[nodiscard]] SymbolId fallback(SymbolId choice) const;

    [[nodiscard]] Tristate value(ExpressionId id) const
    {
        if (!id.isValid())
            return Tristate::yes;
        const Expression &node = m_model.expression(id);
        return node.kind == ExpressionKind::symbol ? read(node.symbol) : compoundValue(id, node);
    }
    [[nodiscard]] Tristate compoundValue(ExpressionId id, const Expression &node) const;
    [[nodiscard]] Tristate row(ExpressionId id) const;
    [[nodiscard]] Tristate compare(const Expression &node) const;
    [[nodiscard]] Tristate read(SymbolId id) const
    {
        return m_isPlain && !m_model.symbol(id).isChoice ? m_results.at(id).value : readHere(id);
    }
    [[nodiscard]] Tristate readHere(SymbolId id) const;
    [[nodiscard]] std::string_view readText(SymbolId id) const;
    [[nodiscard]] bool isCut(Unit read) const;
    [[nodiscard]] Tristate currentModules() const;
    [[nodiscard]] SymbolType typeNow(SymbolId id) const;
    [[nodiscard]] PropertyId firstActive(SymbolId id, PropertyKind kind, Tristate &condition) const;
    /// Stands for a unit that is in no circle and after the modules symbol: a question from
    /// outside.
    static constexpr Unit outside = UINT32_MAX;

    const Model &m_model;
    const EvaluationPlan &m_plan;
    const Dialect m_dialect;
    // Asking for a result may have to work it out, so what follows changes behind const.
    mutable UserStore m_user;
    mutable ResultStore m_results;
    std::unique_ptr<ConfOrderEvaluation> m_confOrder;
    mutable std::vector<std::uint64_t> m_pending;  ///< a bit for each rank; empty: none
    mutable std::size_t m_firstPending = SIZE_MAX; ///< word; no bit is set before it
    mutable std::size_t m_endPending = 0;          ///< word; no bit is set from it on
    mutable bool m_allPending = true;
    mutable bool m_hasResults = false; ///< some were worked out by the plan, at any time
    mutable Unit m_unit = outside;     ///< the one being worked on
    mutable bool m_isPlain = true;     ///< it is in no circle
    /// During a sweep: by expression, its value + 1, or 0.
    mutable std::vector<std::uint8_t> m_known;
    mutable std::uint32_t m_readsOfOwn = 0; ///< reads whose result depends on who reads
    bool m_isTracking = false;
    mutable std::vector<SymbolId> m_changed;
};

} // namespace kconfig
