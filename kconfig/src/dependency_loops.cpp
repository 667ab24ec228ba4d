// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The search. It walks in loops, with stacks of its own: chains of dependencies can be as long as a
// tree is large.

#include "dependency_loops.h"

namespace kconfig {

namespace {

constexpr std::uint32_t symbolMark = 0x80000000U; ///< an entry of the rest that is a symbol
constexpr std::uint32_t readMark = 0x40000000U;   ///< an expression of which all has been read

/// Calls `visit` on every node of the menu tree in order.
template <typename Visit>
void walkTree(const Model &model, Visit visit)
{
    NodeId at = model.root();
    while (at.isValid()) {
        visit(at);
        if (model.node(at).firstChild.isValid()) {
            at = model.node(at).firstChild;
            continue;
        }
        while (at.isValid() && !model.node(at).nextSibling.isValid())
            at = model.node(at).parent;
        if (at.isValid())
            at = model.node(at).nextSibling;
    }
}

} // namespace

DependencyLoops::DependencyLoops(const Model &model, DiagnosticSink &diagnostics)
    : m_model(model)
    , m_diagnostics(diagnostics)
    , m_flags(model.symbols().size())
    , m_isKnown(model.expressionCount())
    , m_rest(256)
{}

void DependencyLoops::find()
{
    if (m_model.dialect() == Dialect::linux_6_12) {
        walkTree(m_model, [this](NodeId node) {
            if (m_model.node(node).symbol.isValid())
                check(m_model.node(node).symbol);
        });
        return;
    }
    for (const SymbolId id : m_model.symbolsInTableOrder())
        check(id);
}

void DependencyLoops::check(SymbolId root)
{
    enter(root);
    while (!m_levels.empty()) {
        if (m_levels.back().kind == Level::Kind::choice) {
            advanceChoice();
        } else if (readOn()) {
            while (!m_levels.empty()) // one report for each start, as conf does
                close();
        }
    }
}

bool DependencyLoops::enter(SymbolId id)
{
    if ((m_flags[id.index] & onTheWay) != 0) {
        report(id);
        return true;
    }
    if ((m_flags[id.index] & wasChecked) != 0)
        return false;
    const Symbol &symbol = m_model.symbol(id);
    if (symbol.choice.isValid()) {
        open(Level::Kind::value, id);
        return enter(symbol.choice);
    }
    if (symbol.isChoice) {
        open(Level::Kind::choice, id);
        for (const SymbolId value : symbol.choiceValues)
            m_flags[value.index] |= onTheWay | wasChecked;
    } else {
        open(Level::Kind::symbol, id);
    }
    m_flags[id.index] |= onTheWay | wasChecked;
    return false;
}

void DependencyLoops::open(Level::Kind kind, SymbolId id)
{
    Level level;
    level.kind = kind;
    level.symbol = id;
    level.restBase = static_cast<std::uint32_t>(m_restCount);
    m_levels.push_back(level);
}

void DependencyLoops::close()
{
    const Level &level = m_levels.back();
    constexpr auto cleared = static_cast<std::uint8_t>(~onTheWay);
    if (level.kind == Level::Kind::symbol || level.kind == Level::Kind::choice)
        m_flags[level.symbol.index] &= cleared;
    if (level.kind == Level::Kind::choice)
        for (const SymbolId value : m_model.symbol(level.symbol).choiceValues)
            m_flags[value.index] &= cleared;
    m_restCount = level.restBase;
    m_levels.pop_back();
}

void DependencyLoops::advanceChoice()
{
    Level &level = m_levels.back();
    const auto values = m_model.symbol(level.symbol).choiceValues;
    const std::uint32_t next = level.next++;
    if (next == 0) {
        open(Level::Kind::unmarked, level.symbol);
    } else if (next <= values.size()) {
        m_flags[level.symbol.index] &= static_cast<std::uint8_t>(~onTheWay);
        open(Level::Kind::unmarked, values[next - 1]);
    } else {
        close();
    }
}

bool DependencyLoops::readOn()
{
    if (m_levels.back().kind == Level::Kind::value) { // its choice has been checked
        close();
        return false;
    }
    const std::size_t base = m_levels.back().restBase;
    while (true) {
        if (m_restCount == base && !nextExpression()) {
            close();
            return false;
        }
        std::uint32_t part = m_rest[--m_restCount];
        if ((part & readMark) != 0) {
            m_isKnown[part & ~readMark] = 1;
            continue;
        }
        if (m_restCount + 3 > m_rest.size()) // room for what one expression can leave behind
            m_rest.resize(m_rest.size() * 2);
        SymbolId leaf;
        if ((part & symbolMark) != 0) {
            leaf = SymbolId{part & ~symbolMark};
        } else {
            const Expression &node = m_model.expression(ExpressionId{part});
            if (node.kind == ExpressionKind::symbol) {
                leaf = node.symbol;
            } else if (m_isKnown[part] != 0) {
                continue;
            } else if (node.kind == ExpressionKind::negation) {
                m_rest[m_restCount++] = node.left.index;
                continue;
            } else if (node.left.isValid()) {
                const bool isLeftDone = isDone(m_model.expression(node.left), node.left);
                const bool isRightDone = isDone(m_model.expression(node.right), node.right);
                if (isLeftDone && isRightDone) {
                    m_isKnown[part] = 1;
                    continue;
                }
                m_rest[m_restCount++] = part | readMark;
                if (!isRightDone)
                    m_rest[m_restCount++] = node.right.index;
                if (!isLeftDone)
                    m_rest[m_restCount++] = node.left.index;
                continue;
            } else {
                m_rest[m_restCount++] = node.other.index | symbolMark;
                leaf = node.symbol;
            }
        }
        if ((m_flags[leaf.index] & (onTheWay | wasChecked)) == wasChecked)
            continue;
        return enter(leaf);
    }
}

bool DependencyLoops::nextExpression()
{
    Level &level = m_levels.back();
    const Symbol &symbol = m_model.symbol(level.symbol);
    const auto isOpen = [&](ExpressionId id) {
        return id.isValid() && !isDone(m_model.expression(id), id);
    };
    // stepOf() reads level.next the other way round.
    const auto read = [&](std::uint32_t next, ExpressionId id) {
        level.next = next;
        if (m_restCount == m_rest.size())
            m_rest.resize(m_rest.size() * 2);
        m_rest[m_restCount++] = id.index;
        return true;
    };
    // What a choice of 6.12 depends on shows in its prompt alone.
    if (level.next == 0 && symbol.isChoice && m_model.dialect() == Dialect::linux_6_12)
        level.next = 3;
    if (level.next < 1 && isOpen(symbol.directDependency))
        return read(1, symbol.directDependency);
    if (level.next < 2 && isOpen(symbol.reverseDependency))
        return read(2, symbol.reverseDependency);
    if (level.next < 3 && isOpen(symbol.impliedDependency))
        return read(3, symbol.impliedDependency);
    // Each property has two expressions: its condition, then its value.
    std::uint32_t place = level.next < 3 ? 0 : (level.next - 3) / 2;
    bool wasConditionRead = level.next >= 3 && (level.next - 3) % 2 == 1;
    for (; place < symbol.properties.size(); ++place, wasConditionRead = false) {
        const Property &property = m_model.property(symbol.properties[place]);
        if (property.kind == PropertyKind::select || property.kind == PropertyKind::imply)
            continue;
        if (!wasConditionRead && isOpen(property.condition))
            return read(3 + 2 * place + 1, property.condition);
        if (property.kind == PropertyKind::defaultValue && !symbol.isChoice &&
            isOpen(property.value))
            return read(3 + 2 * place + 2, property.value);
    }
    return false;
}

DependencyStep DependencyLoops::stepOf(const Level &level) const
{
    DependencyStep step;
    step.symbol = level.symbol;
    const bool isReading = level.kind == Level::Kind::symbol || level.kind == Level::Kind::unmarked;
    if (!isReading || level.next == 0)
        return step;
    const Symbol &symbol = m_model.symbol(level.symbol);
    if (level.next == 1) {
        step.how = DependencyStep::How::direct;
        step.expression = symbol.directDependency;
    } else if (level.next == 2) {
        step.how = DependencyStep::How::reverse;
        step.expression = symbol.reverseDependency;
    } else if (level.next == 3) {
        step.how = DependencyStep::How::implied;
        step.expression = symbol.impliedDependency;
    } else {
        const bool isValue = level.next % 2 == 1;
        step.property = symbol.properties[(level.next - 4) / 2];
        const Property &property = m_model.property(step.property);
        step.how = isValue ? DependencyStep::How::defaultValue : DependencyStep::How::condition;
        step.expression = isValue ? property.value : property.condition;
    }
    return step;
}

void DependencyLoops::report(SymbolId last)
{
    std::vector<DependencyStep> steps;
    for (const Level &level : m_levels)
        steps.push_back(stepOf(level));
    const SymbolId choice = m_model.symbol(last).choice;
    if (choice.isValid()) {
        DependencyStep step;
        step.symbol = last;
        steps.push_back(step);
        last = choice;
    }
    std::size_t first = steps.size();
    while (first > 0 && !(steps[first - 1].symbol == last))
        --first;
    if (first == 0)
        return;
    steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(first) - 1);

    Diagnostic diagnostic;
    diagnostic.kind = DiagnosticKind::dependencyLoop;
    diagnostic.confText = confReport(m_model, steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const SymbolId next = steps[i + 1 < steps.size() ? i + 1 : 0].symbol;
        if (!(next == steps[i].symbol) || steps.size() == 1)
            diagnostic.notes.push_back(describe(m_model, steps[i], next));
    }
    diagnostic.position = diagnostic.notes.front().position;
    Clause told = diagnostic.notes.front().said;
    if (diagnostic.notes.size() > 1)
        told = say(Phrase::andRound, std::move(told));
    diagnostic.said = say(Phrase::dependencyLoop, std::move(told));
    diagnostic.message = diagnostic.said.text();
    diagnostic.hint = "break the circle; a select that should be a depends on is the usual reason";
    m_diagnostics.add(std::move(diagnostic));
}

} // namespace kconfig
