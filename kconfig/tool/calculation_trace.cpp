// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "calculation_trace.h"

#include "configuration_state.h"
#include "unmet_dependencies.h"

#include <cstdio>

namespace kconf {

using namespace kconfig;

void CalculationTrace::attach(const Configuration &configuration)
{
    m_configuration = &configuration;
    m_isCalculated.assign(configuration.model().symbols().size(), false);
    m_quiet = Quiet::unknown;
}

void CalculationTrace::invalidate()
{
    if (m_quiet == Quiet::no)
        m_isCalculated.assign(m_isCalculated.size(), false);
    m_quiet = Quiet::unknown;
}

void CalculationTrace::invalidate(SymbolId symbol)
{
    m_isCalculated[symbol.index] = false;
}

/// Whether there is nothing to warn of, so that nobody's footsteps matter.
bool CalculationTrace::isQuiet()
{
    if (m_quiet == Quiet::unknown) {
        const Evaluator &evaluator = ConfigurationAccess::state(*m_configuration).evaluator;
        const auto symbols = m_configuration->model().symbols();
        m_quiet = Quiet::yes;
        for (std::uint32_t i = 0; i < symbols.size() && m_quiet == Quiet::yes; ++i)
            if (symbols[i].reverseDependency.isValid() &&
                evaluator.hasUnmetDependency(SymbolId{i}))
                m_quiet = Quiet::no;
    }
    return m_quiet == Quiet::yes;
}

void CalculationTrace::calculate(SymbolId symbol)
{
    if (!symbol.isValid() || isQuiet())
        return;
    m_tasks.push_back({Step::symbol, symbol.index});
    run();
}

void CalculationTrace::calculate(ExpressionId expression)
{
    if (!expression.isValid() || isQuiet())
        return;
    push(expression);
    run();
}

void CalculationTrace::calculateAll()
{
    if (isQuiet())
        return;
    for (const SymbolId symbol : m_configuration->model().symbolsInTableOrder())
        calculate(symbol);
}

void CalculationTrace::run()
{
    while (!m_tasks.empty()) {
        const Task task = m_tasks.back();
        m_tasks.pop_back();
        switch (task.step) {
        case Step::symbol:
            walkSymbol(SymbolId{task.index});
            break;
        case Step::visibility:
            walkVisibility(SymbolId{task.index});
            break;
        case Step::value:
            walkValue(SymbolId{task.index});
            break;
        case Step::warning:
            warn(SymbolId{task.index});
            break;
        case Step::range:
            walkRange(SymbolId{task.index});
            break;
        case Step::expression:
            walkExpression(ExpressionId{task.index});
            break;
        }
    }
}

void CalculationTrace::push(ExpressionId id)
{
    if (id.isValid())
        m_tasks.push_back({Step::expression, id.index});
}

/// What comes first is done first.
void CalculationTrace::pushInOrder(const std::vector<Task> &tasks)
{
    m_tasks.insert(m_tasks.end(), tasks.rbegin(), tasks.rend());
}

void CalculationTrace::walkSymbol(SymbolId id)
{
    if (m_isCalculated[id.index] || m_configuration->model().symbol(id).isConstant)
        return;
    m_isCalculated[id.index] = true;
    if (m_configuration->model().symbol(id).type == SymbolType::unknown)
        return;
    m_tasks.push_back({Step::value, id.index});
    m_tasks.push_back({Step::visibility, id.index});
}

void CalculationTrace::walkVisibility(SymbolId id)
{
    const Model &model = m_configuration->model();
    const Symbol &symbol = model.symbol(id);
    if (!symbol.choice.isValid()) {
        push(symbol.impliedDependency);
        push(symbol.reverseDependency);
        push(symbol.directDependency);
    }
    std::vector<Task> prompts;
    for (const PropertyId property : symbol.properties) {
        const Property &each = model.property(property);
        if (each.kind == PropertyKind::prompt && each.condition.isValid())
            prompts.push_back({Step::expression, each.condition.index});
    }
    pushInOrder(prompts);
}

/// The conditions of defaults up to the first that holds, and that default's value.
void CalculationTrace::walkDefault(SymbolId id, std::vector<Task> &tasks) const
{
    const Model &model = m_configuration->model();
    for (const PropertyId property : model.symbol(id).properties) {
        const Property &each = model.property(property);
        if (each.kind != PropertyKind::defaultValue)
            continue;
        if (each.condition.isValid())
            tasks.push_back({Step::expression, each.condition.index});
        if (m_configuration->evaluate(each.condition) == Tristate::no)
            continue;
        if (each.value.isValid())
            tasks.push_back({Step::expression, each.value.index});
        return;
    }
}

void CalculationTrace::walkValue(SymbolId id)
{
    const Model &model = m_configuration->model();
    const Symbol &symbol = model.symbol(id);
    const auto &evaluator = ConfigurationAccess::state(*m_configuration).evaluator;
    const bool isSeen = evaluator.visibility(id) != Tristate::no;
    const bool fromUser = isSeen && evaluator.user(id).isSet;
    std::vector<Task> tasks;
    if (!isTruthType(symbol.type)) {
        if (!fromUser)
            walkDefault(id, tasks);
        tasks.push_back({Step::range, id.index});
    } else if (symbol.isChoice) {
        if (evaluator.tristate(id) == Tristate::yes)
            for (const SymbolId value : symbol.choiceValues)
                tasks.push_back({Step::visibility, value.index});
    } else if (symbol.choice.isValid() &&
               (model.dialect() == Dialect::linux_6_12 ||
                evaluator.visibility(id) == Tristate::yes)) {
        if (model.dialect() == Dialect::linux_6_12)
            for (const SymbolId value : model.symbol(symbol.choice).choiceValues)
                tasks.push_back({Step::visibility, value.index});
    } else {
        if (!fromUser)
            walkDefault(id, tasks);
        tasks.push_back({Step::warning, id.index});
    }
    pushInOrder(tasks);
}

void CalculationTrace::walkRange(SymbolId id)
{
    const Model &model = m_configuration->model();
    std::vector<Task> tasks;
    for (const PropertyId property : model.symbol(id).properties) {
        const Property &each = model.property(property);
        if (each.kind != PropertyKind::range)
            continue;
        if (each.condition.isValid())
            tasks.push_back({Step::expression, each.condition.index});
        if (m_configuration->evaluate(each.condition) == Tristate::no)
            continue;
        tasks.push_back({Step::symbol, each.low.index});
        tasks.push_back({Step::symbol, each.high.index});
        break;
    }
    pushInOrder(tasks);
}

void CalculationTrace::walkExpression(ExpressionId id)
{
    const Expression &node = m_configuration->model().expression(id);
    switch (node.kind) {
    case ExpressionKind::symbol:
        m_tasks.push_back({Step::symbol, node.symbol.index});
        break;
    case ExpressionKind::negation:
        push(node.left);
        break;
    case ExpressionKind::conjunction:
    case ExpressionKind::disjunction:
        push(node.right);
        push(node.left);
        break;
    default:
        m_tasks.push_back({Step::symbol, node.other.index});
        m_tasks.push_back({Step::symbol, node.symbol.index});
        break;
    }
}

void CalculationTrace::warn(SymbolId id)
{
    const std::string text = describeUnmetDependency(*m_configuration, id);
    if (text.empty())
        return;
    std::fputs(text.c_str(), stderr);
    ++m_warnings;
}

} // namespace kconf
