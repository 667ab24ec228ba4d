// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The scheduling half of evaluation, and reading expressions.

#include "evaluator.h"

#include "values.h"

#include <algorithm>
#include <functional>

namespace kconfig {

Evaluator::Evaluator(const Model &model)
    : m_model(model)
    , m_plan(ModelAccess::plan(model))
    , m_user(model.symbols().size())
    , m_results(model.symbols().size())
    , m_texts(model.symbols().size())
    , m_isPending(model.symbols().size() * 2)
{
    for (const Tristate value : {Tristate::no, Tristate::mod, Tristate::yes})
        m_results[Model::constant(value).index].value = value;
}

void Evaluator::setUser(SymbolId id, UserValue value)
{
    m_user[id.index] = std::move(value);
    if (m_allPending)
        return;
    touch(firstUnit(id));
    touch(secondUnit(id));
}

void Evaluator::touch(Unit unit) const
{
    const std::uint32_t rank = m_plan.rank(unit);
    if (m_isPending[rank])
        return;
    m_isPending[rank] = true;
    m_pending.push_back(rank);
    std::push_heap(m_pending.begin(), m_pending.end(), std::greater<>());
}

void Evaluator::settle() const
{
    if (m_allPending) {
        m_allPending = false;
        for (const Unit unit : m_plan.order())
            work(unit);
        return;
    }
    while (!m_pending.empty()) {
        std::pop_heap(m_pending.begin(), m_pending.end(), std::greater<>());
        const std::uint32_t rank = m_pending.back();
        m_pending.pop_back();
        m_isPending[rank] = false;
        const Unit unit = m_plan.order()[rank];
        if (!work(unit))
            continue;
        for (const Unit dependent : m_plan.dependents(unit))
            touch(dependent);
    }
}

/// Works a unit out; true when its result is another one than before.
bool Evaluator::work(Unit unit) const
{
    const SymbolId id = symbolOf(unit);
    if (id.index <= Model::constant(Tristate::yes).index)
        return false;
    m_unit = unit;
    const Result before = m_results[id.index];
    if (!isSecond(unit)) {
        workFirst(id);
        return !(m_results[id.index] == before);
    }
    std::string textBefore = m_texts[id.index];
    workSecond(id);
    return !(m_results[id.index] == before) || m_texts[id.index] != textBefore;
}

bool Evaluator::isCut(Unit read) const
{
    const std::uint32_t component = m_plan.component(m_unit);
    return component != 0 && m_plan.component(read) == component;
}

Tristate Evaluator::currentModules() const
{
    if (m_plan.precedesModules(m_unit))
        return Tristate::no;
    return m_results[m_model.modulesSymbol().index].value;
}

Tristate Evaluator::read(SymbolId id) const
{
    if (id == m_model.symbol(symbolOf(m_unit)).choice) // a choice value looks at its choice
        return isSecond(m_unit) ? m_results[id.index].value : m_results[id.index].mode;
    if (isCut(secondUnit(id)))
        return Tristate::no;
    return m_results[id.index].value;
}

std::string Evaluator::readText(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    switch (symbol.type) {
    case SymbolType::boolean:
    case SymbolType::tristate: {
        const Tristate now = read(id);
        if (now == Tristate::mod && currentModules() == Tristate::no)
            return "n";
        return std::string(1, letter(now));
    }
    case SymbolType::unknown:
        return std::string(symbol.name);
    default:
        return isCut(secondUnit(id)) ? std::string() : m_texts[id.index];
    }
}

Tristate Evaluator::value(ExpressionId id) const
{
    if (!id.isValid())
        return Tristate::yes;
    // Down the left side in a loop: rows of && and || can be as long as a file. A row is of one
    // kind at a time; what came before a change of kind is applied on the way back up.
    const Expression *node = &m_model.expression(id);
    switch (node->kind) {
    case ExpressionKind::symbol:
        return read(node->symbol);
    case ExpressionKind::negation:
        return !value(node->left);
    case ExpressionKind::conjunction:
    case ExpressionKind::disjunction: {
        const ExpressionKind kind = node->kind;
        const bool both = kind == ExpressionKind::conjunction;
        Tristate result = both ? Tristate::yes : Tristate::no;
        while (node->kind == kind) {
            const Tristate right = value(node->right);
            result = both ? result && right : result || right;
            if (result == (both ? Tristate::no : Tristate::yes))
                return result;
            id = node->left;
            node = &m_model.expression(id);
        }
        const Tristate left = value(id);
        return both ? result && left : result || left;
    }
    default:
        return compare(*node);
    }
}

Tristate Evaluator::compare(const Expression &node) const
{
    const int order = compareValues(m_model.symbol(node.symbol).type, readText(node.symbol),
                                    m_model.symbol(node.other).type, readText(node.other));
    bool holds = false;
    switch (node.kind) {
    case ExpressionKind::equal:
        holds = order == 0;
        break;
    case ExpressionKind::unequal:
        holds = order != 0;
        break;
    case ExpressionKind::less:
        holds = order < 0;
        break;
    case ExpressionKind::lessEqual:
        holds = order <= 0;
        break;
    case ExpressionKind::greater:
        holds = order > 0;
        break;
    default:
        holds = order >= 0;
        break;
    }
    return holds ? Tristate::yes : Tristate::no;
}

Tristate Evaluator::tristate(SymbolId id) const
{
    settle();
    return m_results[id.index].value;
}

std::string Evaluator::text(SymbolId id) const
{
    settle();
    m_unit = 0;
    return readText(id);
}

Tristate Evaluator::visibility(SymbolId id) const
{
    settle();
    return m_results[id.index].visibility;
}

Tristate Evaluator::direct(SymbolId id) const
{
    settle();
    return m_results[id.index].direct;
}

Tristate Evaluator::reverse(SymbolId id) const
{
    settle();
    return m_results[id.index].reverse;
}

Tristate Evaluator::implied(SymbolId id) const
{
    settle();
    return m_results[id.index].implied;
}

bool Evaluator::isWritten(SymbolId id) const
{
    settle();
    return m_results[id.index].isWritten;
}

SymbolId Evaluator::selection(SymbolId choice) const
{
    settle();
    return m_results[choice.index].selection;
}

Tristate Evaluator::evaluate(ExpressionId id) const
{
    settle();
    m_unit = 0;
    return value(id);
}

SymbolType Evaluator::effectiveType(SymbolId id) const
{
    settle();
    m_unit = 0;
    return typeNow(id);
}

PropertyId Evaluator::activeDefault(SymbolId id) const
{
    settle();
    m_unit = 0;
    Tristate condition = Tristate::no;
    return firstActive(id, PropertyKind::defaultValue, condition);
}

PropertyId Evaluator::activeRange(SymbolId id) const
{
    settle();
    m_unit = 0;
    Tristate condition = Tristate::no;
    return firstActive(id, PropertyKind::range, condition);
}

SymbolId Evaluator::choiceDefault(SymbolId choice) const
{
    settle();
    m_unit = 0;
    return fallback(choice);
}

Tristate Evaluator::modules() const
{
    settle();
    return m_results[m_model.modulesSymbol().index].value;
}

} // namespace kconfig
