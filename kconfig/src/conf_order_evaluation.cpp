// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The order of evaluation: validity, expressions, and how deep one symbol may lead to the next.

#include "conf_order_evaluation.h"

#include "values.h"

#include <algorithm>
#include <utility>

namespace kconfig {

namespace {

/// Symbols that one may lead to, each within the last, before their chain is unrolled: deep enough
/// for any tree that people write, shallow enough for any stack.
constexpr int mostNested = 1000;

} // namespace

ConfOrderEvaluation::ConfOrderEvaluation(const Model &model, UserStore &user, ResultStore &results,
                                         Warn warn)
    : m_model(model)
    , m_dialect(model.dialect())
    , m_user(user)
    , m_results(results)
    , m_warn(std::move(warn))
    , m_known(model.expressionCount())
{
    invalidateAll();
}

ConfOrderEvaluation::ConfOrderEvaluation(const ConfOrderEvaluation &other, UserStore &user,
                                         ResultStore &results)
    : m_model(other.m_model)
    , m_dialect(other.m_dialect)
    , m_user(user)
    , m_results(results)
    , m_warn(other.m_warn)
    , m_modules(other.m_modules)
    , m_warningCount(other.m_warningCount)
    , m_known(other.m_known)
    , m_knowsAny(other.m_knowsAny)
{}

void ConfOrderEvaluation::forgetExpressions()
{
    if (m_knowsAny)
        m_known.clear();
    m_knowsAny = false;
}

void ConfOrderEvaluation::invalidate(SymbolId id)
{
    m_results.at(id).isValid = false;
    forgetExpressions();
}

void ConfOrderEvaluation::invalidateAll()
{
    const std::uint32_t first = Model::constant(Tristate::yes).index + 1;
    for (std::size_t i = first; i < m_results.results.size(); ++i)
        m_results.results[i].isValid = false;
    forgetExpressions();
}

void ConfOrderEvaluation::restart()
{
    invalidateAll();
    calculate(m_model.modulesSymbol());
}

void ConfOrderEvaluation::markChoices()
{
    const auto symbols = m_model.symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        const SymbolId id{i};
        if (symbols[i].choice.isValid() || (symbols[i].isChoice && !m_user.isSet(id)))
            m_results.at(id).needsValues = true;
    }
}

void ConfOrderEvaluation::answerChoice(SymbolId choice)
{
    for (const SymbolId value : m_model.symbol(choice).choiceValues) {
        if (m_user.isSet(value))
            continue;
        UserValue user = m_user.get(value);
        user.tristate = Tristate::no;
        m_user.set(value, user);
    }
    m_user.setIsSet(choice, true);
    m_results.at(choice).needsValues = false;
    invalidate(choice);
}

void ConfOrderEvaluation::calculate(SymbolId id)
{
    Result &result = m_results.at(id);
    if (result.isValid) {
        if (result.isOpen)
            ++m_unfinishedReads;
        return;
    }
    if (result.needsValues && m_model.symbol(id).choice.isValid()) {
        result.needsValues = false;
        calculate(m_model.symbol(id).choice);
    }
    if (m_depth >= mostNested) {
        prepare(id);
        if (result.isValid)
            return;
    }
    ++m_depth;
    work(id);
    --m_depth;
}

void ConfOrderEvaluation::expect(std::span<const SymbolId> order, std::size_t at) const
{
    // Step by step, since each needs what the one before has fetched. How far ahead was measured;
    // anything from 4 to 16 symbols a step does about as well.
    constexpr std::size_t step = 8;
    if (order.size() - at <= 3 * step)
        return;
    const auto fetch = [](const void *memory) { __builtin_prefetch(memory); };
    const SymbolId third = order[at + 3 * step];
    const Symbol &symbol = m_model.symbol(third);
    fetch(&symbol);
    fetch(&symbol.choice); // it takes more than one cache line
    fetch(&m_results.at(third));

    const Symbol &second = m_model.symbol(order[at + 2 * step]);
    fetch(second.properties.data());
    if (second.directDependency.isValid())
        fetch(&m_model.expression(second.directDependency));

    const Symbol &first = m_model.symbol(order[at + step]);
    if (!first.properties.empty())
        fetch(&m_model.property(first.properties.front()));
    if (first.directDependency.isValid()) {
        const Expression &node = m_model.expression(first.directDependency);
        if (node.kind == ExpressionKind::symbol)
            fetch(&m_results.at(node.symbol));
        else if (node.right.isValid())
            fetch(&m_model.expression(node.right));
    }

    const Symbol &next = m_model.symbol(order[at + step / 2]);
    if (!next.properties.empty()) {
        const Property &property = m_model.property(next.properties.front());
        if (property.condition.isValid())
            fetch(&m_model.expression(property.condition));
        if (next.properties.size() > 1)
            fetch(&m_model.property(next.properties[1]).condition);
    }
}

/// Works out all that a symbol leads to, the last first, and so itself with little nesting.
void ConfOrderEvaluation::prepare(SymbolId id)
{
    struct Visit
    {
        SymbolId symbol;
        bool isDone;
    };
    std::vector<bool> seen(m_model.symbols().size());
    std::vector<Visit> rest{{id, false}};
    std::vector<SymbolId> order;
    std::vector<ExpressionId> expressions;
    const auto visit = [&](SymbolId symbol) {
        if (symbol.isValid() && !seen[symbol.index] && !m_results.at(symbol).isValid)
            rest.push_back({symbol, false});
    };
    const auto read = [&](ExpressionId expression) {
        if (expression.isValid())
            expressions.push_back(expression);
        while (!expressions.empty()) {
            const Expression &node = m_model.expression(expressions.back());
            expressions.pop_back();
            visit(node.symbol);
            visit(node.other);
            if (node.left.isValid())
                expressions.push_back(node.left);
            if (node.right.isValid())
                expressions.push_back(node.right);
        }
    };
    while (!rest.empty()) {
        Visit &top = rest.back();
        const SymbolId symbolId = top.symbol;
        if (top.isDone || seen[symbolId.index]) {
            if (top.isDone)
                order.push_back(symbolId);
            rest.pop_back();
            continue;
        }
        top.isDone = true;
        seen[symbolId.index] = true;
        const Symbol &symbol = m_model.symbol(symbolId);
        visit(symbol.choice);
        read(symbol.directDependency);
        read(symbol.reverseDependency);
        read(symbol.impliedDependency);
        for (const PropertyId propertyId : symbol.properties) {
            const Property &property = m_model.property(propertyId);
            if (property.kind == PropertyKind::select || property.kind == PropertyKind::imply)
                continue;
            read(property.condition);
            read(property.value);
            visit(property.low);
            visit(property.high);
        }
    }
    const int depth = std::exchange(m_depth, 0);
    for (const SymbolId symbol : order)
        calculate(symbol);
    m_depth = depth;
}

Tristate ConfOrderEvaluation::truthOf(SymbolId id)
{
    calculate(id);
    return m_results.at(id).value;
}

Tristate ConfOrderEvaluation::compoundValue(ExpressionId id, const Expression &node)
{
    if (node.kind == ExpressionKind::negation)
        return !value(node.left);
    if (node.kind != ExpressionKind::conjunction && node.kind != ExpressionKind::disjunction)
        return compare(node);
    if (m_known[node.left.index] == 0 && m_model.expression(node.left).kind == node.kind)
        return rowValue(id);
    const std::uint32_t readsBefore = m_unfinishedReads;
    const Tristate left = value(node.left);
    const Tristate right = value(node.right);
    const Tristate result =
        node.kind == ExpressionKind::conjunction ? left && right : left || right;
    if (m_unfinishedReads == readsBefore)
        remember(id, result);
    return result;
}

Tristate ConfOrderEvaluation::compare(const Expression &node)
{
    calculate(node.symbol);
    calculate(node.other);
    return holds(node.kind,
                 compareValues(comparedType(m_model, node.symbol), currentText(node.symbol),
                               comparedType(m_model, node.other), currentText(node.other)));
}

/// A row of && or of ||, from its left end; what is known of its beginning is not read again. Rows
/// can be as long as a file.
Tristate ConfOrderEvaluation::rowValue(ExpressionId id)
{
    const ExpressionKind kind = m_model.expression(id).kind;
    const bool both = kind == ExpressionKind::conjunction;
    const std::uint32_t readsBefore = m_unfinishedReads;
    const std::size_t base = m_joints.size();
    ExpressionId at = id;
    while (m_known[at.index] == 0 && m_model.expression(at).kind == kind) {
        m_joints.push_back(at);
        at = m_model.expression(at).left;
    }
    Tristate result = value(at);
    while (m_joints.size() > base) {
        const ExpressionId joint = m_joints.back();
        m_joints.pop_back();
        const Tristate right = value(m_model.expression(joint).right);
        result = both ? result && right : result || right;
        if (m_unfinishedReads == readsBefore)
            remember(joint, result);
    }
    return result;
}

SymbolType ConfOrderEvaluation::currentType(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.type == SymbolType::tristate &&
        (m_modules == Tristate::no || (!isChoiceByPriority() && symbol.choice.isValid() &&
                                       m_results.at(id).visibility == Tristate::yes)))
        return SymbolType::boolean;
    return symbol.type;
}

std::string_view ConfOrderEvaluation::currentText(SymbolId id) const
{
    const Symbol &symbol = m_model.symbol(id);
    switch (symbol.type) {
    case SymbolType::boolean:
    case SymbolType::tristate: {
        const Tristate now = m_results.at(id).value;
        if (m_dialect == Dialect::unikraft && now == Tristate::mod &&
            m_results.at(m_model.modulesSymbol()).value == Tristate::no)
            return "n";
        return std::string_view("nmy").substr(static_cast<std::size_t>(now), 1);
    }
    case SymbolType::unknown:
        return symbol.name;
    default:
        return m_results.text(id);
    }
}

PropertyId ConfOrderEvaluation::firstActive(SymbolId id, PropertyKind kind, Tristate &condition)
{
    for (const PropertyId propertyId : m_model.symbol(id).properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind != kind)
            continue;
        condition = value(property.condition);
        if (condition != Tristate::no)
            return propertyId;
    }
    return {};
}

} // namespace kconfig
