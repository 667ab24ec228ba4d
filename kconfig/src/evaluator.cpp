// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The scheduling half of evaluation.

#include "evaluator.h"

#include <algorithm>
#include <bit>

namespace kconfig {

namespace {

constexpr std::size_t bitsOfWord = 64;

bool isSame(const Result &a, const Result &b)
{
    return a.value == b.value && a.mode == b.mode && a.visibility == b.visibility &&
           a.direct == b.direct && a.reverse == b.reverse && a.implied == b.implied &&
           a.isWritten == b.isWritten && a.detail == b.detail;
}

} // namespace

Evaluator::Evaluator(const Model &model)
    : m_model(model)
    , m_plan(ModelAccess::plan(model))
    , m_dialect(model.dialect())
    , m_user(model)
    , m_results(model)
{}

Evaluator::Evaluator(const Evaluator &other)
    : m_model(other.m_model)
    , m_plan(other.m_plan)
    , m_dialect(other.m_dialect)
    , m_user(other.m_user)
    , m_results(other.m_results)
    , m_confOrder(other.m_confOrder
                      ? std::make_unique<ConfOrderEvaluation>(*other.m_confOrder, m_user, m_results)
                      : nullptr)
    , m_pending(other.m_pending)
    , m_firstPending(other.m_firstPending)
    , m_endPending(other.m_endPending)
    , m_allPending(other.m_allPending)
    , m_hasResults(other.m_hasResults)
{
    for (const SymbolId id : other.m_changed) // a copy counts its own changes
        m_results.at(id).isNoted = false;
}

ConfOrderEvaluation &Evaluator::evaluateInConfOrder(ConfOrderEvaluation::Warn warn)
{
    if (m_hasResults || m_confOrder)
        m_results = ResultStore(m_model);
    m_confOrder =
        std::make_unique<ConfOrderEvaluation>(m_model, m_user, m_results, std::move(warn));
    return *m_confOrder;
}

void Evaluator::setUser(SymbolId id, const UserValue &value)
{
    m_user.set(id, value);
    if (m_allPending || m_confOrder)
        return;
    touch(firstUnit(id));
    touch(secondUnit(id));
    // In 6.12 a choice heeds what its values want.
    if (m_model.symbol(id).choice.isValid())
        touch(secondUnit(m_model.symbol(id).choice));
}

void Evaluator::raise(SymbolId choiceValue)
{
    m_user.raise(choiceValue);
    if (!m_allPending && !m_confOrder)
        touch(secondUnit(m_model.symbol(choiceValue).choice));
}

void Evaluator::lower(SymbolId choiceValue)
{
    m_user.lower(choiceValue);
    if (!m_allPending && !m_confOrder)
        touch(secondUnit(m_model.symbol(choiceValue).choice));
}

void Evaluator::clear()
{
    m_user = UserStore(m_model);
    if (m_confOrder)
        return;
    forgetPending();
    m_allPending = true;
}

void Evaluator::touch(Unit unit) const
{
    const std::size_t rank = m_plan.rank(unit);
    if (m_pending.empty())
        m_pending.resize(m_plan.order().size() / bitsOfWord + 1);
    m_pending[rank / bitsOfWord] |= std::uint64_t{1} << (rank % bitsOfWord);
    m_firstPending = std::min(m_firstPending, rank / bitsOfWord);
    m_endPending = std::max(m_endPending, rank / bitsOfWord + 1);
}

void Evaluator::forgetPending() const
{
    m_pending.clear();
    m_firstPending = SIZE_MAX;
    m_endPending = 0;
}

void Evaluator::settle() const
{
    if (m_allPending) {
        m_allPending = false;
        m_hasResults = true;
        m_plan.prepare();
        sweep();
        return;
    }
    if (m_endPending == 0)
        return;
    while (m_firstPending < m_endPending) {
        std::uint64_t &word = m_pending[m_firstPending];
        if (word == 0) {
            ++m_firstPending;
            continue;
        }
        const auto bit = static_cast<std::size_t>(std::countr_zero(word));
        const Unit unit = m_plan.order()[m_firstPending * bitsOfWord + bit];
        word &= word - 1;
        if (!work(unit))
            continue;
        for (const Unit dependent : m_plan.dependents(unit))
            touch(dependent);
    }
    m_firstPending = SIZE_MAX;
    m_endPending = 0;
    m_unit = outside;
    m_isPlain = true;
}

/// Does all units in order. Expressions that many share are read once.
void Evaluator::sweep() const
{
    m_known.assign(m_model.expressionCount(), 0);
    for (const Unit unit : m_plan.order())
        work(unit);
    m_known = {};
    m_unit = outside;
    m_isPlain = true;
}

/// Works a unit out; true when its result is another one than before.
bool Evaluator::work(Unit unit) const
{
    const SymbolId id = symbolOf(unit);
    if (id.index <= Model::constant(Tristate::yes).index)
        return false;
    m_unit = unit;
    m_isPlain = m_plan.component(unit) == 0;
    const Result before = m_results.at(id);
    if (!isSecond(unit)) {
        workFirst(id);
        if (isSame(m_results.at(id), before))
            return false;
        noteChange(id);
        return true;
    }
    const SymbolType type = m_model.symbol(id).type;
    if (type == SymbolType::string || type == SymbolType::integer || type == SymbolType::hex) {
        const std::string textBefore = m_results.text(id);
        workSecond(id);
        if (isSame(m_results.at(id), before) && m_results.text(id) == textBefore)
            return false;
    } else {
        workSecond(id);
        if (isSame(m_results.at(id), before))
            return false;
    }
    noteChange(id);
    return true;
}

void Evaluator::noteChange(SymbolId id) const
{
    Result &result = m_results.at(id);
    if (!m_isTracking || result.isNoted)
        return;
    result.isNoted = true;
    m_changed.push_back(id);
}

std::vector<SymbolId> Evaluator::takeChanges()
{
    settle();
    m_isTracking = true;
    std::vector<SymbolId> changes;
    changes.swap(m_changed);
    for (const SymbolId id : changes)
        m_results.at(id).isNoted = false;
    std::sort(changes.begin(), changes.end(),
              [](SymbolId a, SymbolId b) { return a.index < b.index; });
    return changes;
}

std::string_view Evaluator::text(SymbolId id) const
{
    at(id);
    return m_confOrder ? m_confOrder->currentText(id) : readText(id);
}

Tristate Evaluator::evaluate(ExpressionId id) const
{
    if (m_confOrder)
        return m_confOrder->value(id);
    settle();
    return value(id);
}

std::optional<bool> Evaluator::isPrompted(SymbolId id) const
{
    if (m_confOrder || m_model.symbol(id).choice.isValid())
        return std::nullopt;
    const Tristate visibility = at(id).visibility; // the plan is made by now
    const Unit unit = firstUnit(id);
    if (m_plan.component(unit) != 0 || m_plan.precedesModules(unit))
        return std::nullopt;
    return visibility != Tristate::no;
}

SymbolType Evaluator::effectiveType(SymbolId id) const
{
    at(id);
    return m_confOrder ? m_confOrder->currentType(id) : typeNow(id);
}

PropertyId Evaluator::activeDefault(SymbolId id) const
{
    Tristate condition = Tristate::no;
    if (m_confOrder)
        return m_confOrder->firstActive(id, PropertyKind::defaultValue, condition);
    settle();
    return firstActive(id, PropertyKind::defaultValue, condition);
}

PropertyId Evaluator::activeRange(SymbolId id) const
{
    Tristate condition = Tristate::no;
    if (m_confOrder)
        return m_confOrder->firstActive(id, PropertyKind::range, condition);
    settle();
    return firstActive(id, PropertyKind::range, condition);
}

SymbolId Evaluator::choiceDefault(SymbolId choice) const
{
    if (m_confOrder)
        return m_confOrder->choiceDefault(choice);
    settle();
    return fallback(choice);
}

Tristate Evaluator::modules() const
{
    return at(m_model.modulesSymbol()).value;
}

bool Evaluator::hasUnmetDependency(SymbolId id) const
{
    const Result &result = at(id);
    const Symbol &symbol = m_model.symbol(id);
    return (symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate) &&
           !symbol.choice.isValid() && result.direct < result.reverse;
}

} // namespace kconfig
