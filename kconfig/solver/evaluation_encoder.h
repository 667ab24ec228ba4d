// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Evaluation as a formula: what a user says about symbols are variables, and everything that
// follows from it are gates over them, unit by unit as the evaluator works them out (see
// src/evaluation_plan.h). A model of the formula is an evaluation, but for what isExact() tells.
#pragma once

#include "symbol_variables.h"
#include "text_domains.h"

#include "evaluation_plan.h"
#include "user_values.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace kconfig::solver {

/// What a user says about one symbol: exactly one of the states is true.
struct Input
{
    enum class Kind : std::uint8_t
    {
        truth, ///< a bool, a tristate or a choice's mode: nothing, n, m, y
        text,  ///< a number or string: nothing, one of the group's texts in their order, or (last,
               ///< only where the group is not complete) any other
        selection ///< which value of a choice was picked: as before, or one of them
    };
    Kind kind = Kind::truth;
    SymbolId symbol;
    std::vector<Literal> states; ///< no() for what can't be said
};

/// The units and all that they depend on, dependencies first.
[[nodiscard]] std::vector<Unit> coneOf(const EvaluationPlan &plan, std::span<const Unit> wanted);

/// Whether the rules of symbols can be switched off.
enum class Rules : std::uint8_t
{
    fixed,     ///< all hold, as gates
    switchable ///< each symbol's under a literal of its own, for proofs that name those needed
};

class EvaluationEncoder
{
public:
    /// Both have to outlive it; domains must not change as long as it is used.
    EvaluationEncoder(const Model &model, TextDomains &domains, Rules rules = Rules::fixed);

    /// Adds the units of a cone.
    void encode(std::span<const Unit> cone);
    [[nodiscard]] std::size_t unitCount() const { return m_unitCount; }
    [[nodiscard]] bool isEncoded(Unit unit) const { return m_isEncoded[unit]; }

    [[nodiscard]] Clauses &clauses() { return m_clauses; }
    /// Constant n for what is not encoded.
    [[nodiscard]] const Levels &value(SymbolId id) const { return m_formulas[id.index].value; }
    [[nodiscard]] const Levels &visibility(SymbolId id) const
    {
        return m_formulas[id.index].visibility;
    }
    [[nodiscard]] const Levels &mode(SymbolId choice) const
    {
        return m_formulas[choice.index].mode;
    }
    /// For each value of a choice, in order: it is the selected one.
    [[nodiscard]] std::span<const Literal> selection(SymbolId choice) const;
    /// For each text of the symbol's group, in order: it is the symbol's value.
    [[nodiscard]] std::span<const Literal> texts(SymbolId id) const;
    /// The input that a unit reads; null for most.
    [[nodiscard]] const Input *input(Unit unit) const;
    /// Assumed: what was said before about a choice's values is what it is in this store.
    [[nodiscard]] Literal assumedSelection(SymbolId choice, const UserStore &users);
    /// What there is of a tristate choice (not 6.12's) before its mode is edited.
    struct WhileYes
    {
        Literal isYes;                ///< the mode is y then
        std::vector<Literal> visible; ///< for each value: it can be picked while that is so
    };
    /// `state`: that of the choice's input before. The choice has been encoded.
    [[nodiscard]] WhileYes whileYes(SymbolId choice, std::size_t state);
    /// With switchable rules, assumed: those of the symbol hold. 0 for what has none.
    [[nodiscard]] Literal rulesOf(SymbolId id) const
    {
        return m_rules.empty() ? 0 : m_rules[id.index];
    }
    /// Whether something that it encodes was left open.
    [[nodiscard]] bool isExact() const { return m_isExact; }

private:
    struct Formula
    {
        Levels visibility, reverse, implied;
        Levels direct{Clauses::yes(), Clauses::yes()};
        Levels mode, value;
        std::uint32_t firstInput = 0;  ///< of the first unit: input + 1
        std::uint32_t secondInput = 0; ///< of the second unit
        std::uint32_t lists = 0;       ///< texts or selection: place + 1
        bool hasOtherTexts = false;    ///< its value may be a text that its group lacks
    };
    struct Lists
    {
        std::vector<Literal> values;     ///< texts, or which value is selected
        std::vector<Literal> remembered; ///< which value is, when none was picked anew
        std::vector<Literal> fallback;   ///< which value is, when nobody said anything
        std::map<std::string, Literal> assumed;
    };
    struct TextCase
    {
        std::string_view text;
        Literal literal;
    };

    void encodeUnit(Unit unit);
    void makeSwitchable(Unit unit);
    void putBehindSwitch(Literal &literal, Literal isOn);
    void putBehindSwitch(Levels &levels, Literal isOn, SymbolType type);
    void encodeVisibility(SymbolId id);
    void encodeMode(SymbolId id);
    void encodeSelection(SymbolId id);
    void encodeFallback(SymbolId choice, Lists &lists);
    void encodeTruth(SymbolId id);
    void encodeText(SymbolId id);
    void keepInRange(SymbolId id, std::vector<std::vector<Literal>> &sources);
    [[nodiscard]] Levels defaults(SymbolId id);
    [[nodiscard]] Levels asked(SymbolId id, const Input &input, Literal &isAsked);
    [[nodiscard]] Levels roundedUp(const Levels &levels, Literal condition);
    [[nodiscard]] Literal isBool(SymbolId id);
    [[nodiscard]] bool hasPrompt(SymbolId id) const;
    Input &addInput(Unit unit, Input::Kind kind, std::size_t stateCount);
    Input &addTruthInput(Unit unit);
    [[nodiscard]] Literal selectionBefore(SymbolId choice, const UserStore &users, Lists &lists);

    [[nodiscard]] Levels levels(ExpressionId id);
    [[nodiscard]] Levels row(ExpressionId id);
    [[nodiscard]] Levels read(SymbolId id);
    [[nodiscard]] Literal compare(const Expression &node);
    /// All that a symbol may be as a text; `isClosed` is set to false when that is not all.
    [[nodiscard]] std::vector<TextCase> textCases(SymbolId id, bool &isClosed);
    [[nodiscard]] bool isCut(Unit read) const;
    [[nodiscard]] Literal modules();
    [[nodiscard]] Levels choose(Literal condition, const Levels &then, const Levels &otherwise);

    const Model &m_model;
    const EvaluationPlan &m_plan;
    const Dialect m_dialect;
    TextDomains &m_domains;
    Clauses m_clauses;
    std::vector<bool> m_isEncoded; ///< by unit
    std::vector<Formula> m_formulas;
    std::vector<Lists> m_lists;
    std::vector<Input> m_inputs;
    std::vector<Levels> m_known;  ///< by expression; literal 0: not yet
    std::vector<Literal> m_rules; ///< by symbol; empty: fixed
    std::size_t m_unitCount = 0;
    Unit m_unit = 0;                ///< being encoded
    std::uint32_t m_readsOfOwn = 0; ///< reads whose result depends on who reads
    bool m_isExact = true;
};

} // namespace kconfig::solver
