// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Works out values. Results are kept and, after a change of user values, only those units are done
// again that can have changed, in the order of the plan.
#pragma once

#include "evaluation_plan.h"

#include "kconfig/model.h"
#include "kconfig/tristate.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kconfig {

/// What the user (or a file) said about one symbol.
struct UserValue
{
    bool isSet = false;
    Tristate tristate = Tristate::no; ///< bools, tristates, choices (their mode)
    std::string text;                 ///< the others
    SymbolId selection;               ///< choices: the value picked last; independent of isSet
};

class Evaluator
{
public:
    explicit Evaluator(const Model &model);

    [[nodiscard]] const UserValue &user(SymbolId id) const { return m_user[id.index]; }
    /// Changes a user value; what it means for others is worked out when it is asked for.
    void setUser(SymbolId id, UserValue value);

    /// \name Results, up to date
    /// @{
    [[nodiscard]] Tristate tristate(SymbolId id) const;
    /// The value as text, as .config shows it.
    [[nodiscard]] std::string text(SymbolId id) const;
    [[nodiscard]] Tristate visibility(SymbolId id) const;
    [[nodiscard]] Tristate direct(SymbolId id) const;
    [[nodiscard]] Tristate reverse(SymbolId id) const;
    [[nodiscard]] Tristate implied(SymbolId id) const;
    [[nodiscard]] bool isWritten(SymbolId id) const;
    [[nodiscard]] SymbolId selection(SymbolId choice) const;
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

private:
    struct Result
    {
        Tristate value = Tristate::no;
        Tristate mode = Tristate::no; ///< choices: before its values were looked at
        Tristate visibility = Tristate::no;
        Tristate direct = Tristate::yes;
        Tristate reverse = Tristate::no;
        Tristate implied = Tristate::no;
        bool isWritten = false;
        SymbolId selection;

        friend bool operator==(const Result &, const Result &) = default;
    };

    void settle() const;
    void touch(Unit unit) const;
    bool work(Unit unit) const;
    void workFirst(SymbolId id) const;
    void workSecond(SymbolId id) const;
    void findVisibility(SymbolId id) const;
    void findMode(SymbolId id) const;
    void findSelection(SymbolId id) const;
    void findTruthValue(SymbolId id) const;
    void findTextValue(SymbolId id) const;
    void keepInRange(SymbolId id, std::string &text) const;
    [[nodiscard]] SymbolId fallback(SymbolId choice) const;

    [[nodiscard]] Tristate value(ExpressionId id) const;
    [[nodiscard]] Tristate compare(const Expression &node) const;
    [[nodiscard]] Tristate read(SymbolId id) const;
    [[nodiscard]] std::string readText(SymbolId id) const;
    [[nodiscard]] bool isCut(Unit read) const;
    [[nodiscard]] Tristate currentModules() const;
    [[nodiscard]] SymbolType typeNow(SymbolId id) const;
    [[nodiscard]] PropertyId firstActive(SymbolId id, PropertyKind kind, Tristate &condition) const;
    [[nodiscard]] bool isChoiceValue(SymbolId id) const
    {
        return m_model.symbol(id).choice.isValid();
    }

    const Model &m_model;
    const EvaluationPlan &m_plan;
    std::vector<UserValue> m_user;
    mutable std::vector<Result> m_results;
    mutable std::vector<std::string> m_texts;
    mutable std::vector<std::uint32_t> m_pending; ///< a heap of ranks, the lowest first
    mutable std::vector<bool> m_isPending;        ///< by rank
    mutable bool m_allPending = true;
    mutable Unit m_unit = 0; ///< the one being worked on
};

} // namespace kconfig
