// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "loop_freedom.h"

namespace kconfig {

namespace {

/// Symbols and expressions, each reading the next, before the proof is given up: more than trees
/// have that people write, little enough for any stack.
constexpr int mostNested = 2000;

} // namespace

LoopFreedom::LoopFreedom(const Model &model)
    : m_model(model)
    , m_states(model.symbols().size())
    , m_isKnown(model.expressionCount())
{}

bool LoopFreedom::isProven()
{
    const auto count = static_cast<std::uint32_t>(m_states.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        expect(i);
        if (!visit(SymbolId{i}))
            return false;
    }
    return true;
}

/// Fetches what the symbols after this one will need: most of the time goes into waiting for
/// memory.
inline void LoopFreedom::expect(std::uint32_t index) const
{
    constexpr std::uint32_t ahead = 8; // measured; 4 to 16 do about as well
    if (index + ahead >= m_states.size())
        return;
    const Symbol &symbol = m_model.symbol(SymbolId{index + ahead});
    const auto fetch = [&](ExpressionId id) {
        if (id.isValid())
            __builtin_prefetch(&m_model.expression(id));
    };
    fetch(symbol.directDependency);
    fetch(symbol.reverseDependency);
    if (!symbol.properties.empty())
        __builtin_prefetch(&m_model.property(symbol.properties.front()));
}

inline bool LoopFreedom::visit(SymbolId id)
{
    return m_states[id.index] == State::done || enter(id);
}

bool LoopFreedom::enter(SymbolId id)
{
    if (id == m_ownChoice) {
        ++m_readsOfOwnChoice;
        return true;
    }
    if (m_states[id.index] == State::open || m_depth >= mostNested)
        return false;
    ++m_depth;
    const SymbolId ownBefore = m_ownChoice;
    const Symbol &symbol = m_model.symbol(id);
    bool isGood = false;
    if (symbol.isChoice || symbol.choice.isValid()) {
        isGood = readGroup(symbol.isChoice ? id : symbol.choice);
    } else {
        m_ownChoice = {};
        m_states[id.index] = State::open;
        isGood = readSymbol(id);
        m_states[id.index] = State::done;
    }
    m_ownChoice = ownBefore;
    --m_depth;
    return isGood;
}

void LoopFreedom::setGroup(SymbolId choice, State state)
{
    m_states[choice.index] = state;
    for (const SymbolId value : m_model.symbol(choice).choiceValues)
        m_states[value.index] = state;
}

/// A choice and its values lead to each other and so count as one.
bool LoopFreedom::readGroup(SymbolId choice)
{
    setGroup(choice, State::open);
    m_ownChoice = {};
    if (!readSymbol(choice))
        return false;
    for (const SymbolId value : m_model.symbol(choice).choiceValues) {
        m_ownChoice = choice;
        if (!readSymbol(value))
            return false;
    }
    setGroup(choice, State::done);
    return true;
}

/// Reads what the search reads of a symbol.
bool LoopFreedom::readSymbol(SymbolId id)
{
    const Symbol &symbol = m_model.symbol(id);
    const bool isBareChoice = symbol.isChoice && m_model.dialect() == Dialect::linux_6_12;
    if (!isBareChoice && !(read(symbol.directDependency) && read(symbol.reverseDependency) &&
                           read(symbol.impliedDependency)))
        return false;
    ExpressionId last = symbol.directDependency; // most properties have no condition of their own
    for (const PropertyId propertyId : symbol.properties) {
        const Property &property = m_model.property(propertyId);
        if (property.kind == PropertyKind::select || property.kind == PropertyKind::imply)
            continue;
        if (isBareChoice || property.condition != last) {
            last = property.condition;
            if (!read(last))
                return false;
        }
        if (property.kind == PropertyKind::defaultValue && !symbol.isChoice &&
            !read(property.value))
            return false;
    }
    return true;
}

inline bool LoopFreedom::read(ExpressionId id)
{
    if (!id.isValid())
        return true;
    if (m_isKnown[id.index] != 0) // asked first: the node need not be fetched from memory then
        return true;
    const Expression &node = m_model.expression(id);
    if (node.kind == ExpressionKind::symbol)
        return visit(node.symbol);
    // Of most, both sides have been met before.
    if (node.right.isValid() && isDone(node.left) && isDone(node.right)) {
        m_isKnown[id.index] = 1;
        return true;
    }
    return readRow(id);
}

inline bool LoopFreedom::isDone(ExpressionId id) const
{
    if (m_isKnown[id.index] != 0)
        return true;
    const Expression &node = m_model.expression(id);
    return node.kind == ExpressionKind::symbol && m_states[node.symbol.index] == State::done;
}

/// Reads any expression but a plain symbol. Rows can be as long as a file; they lean to the left.
bool LoopFreedom::readRow(ExpressionId id)
{
    if (++m_depth > mostNested)
        return false;
    const std::uint32_t readsBefore = m_readsOfOwnChoice;
    ExpressionId at = id;
    while (m_isKnown[at.index] == 0) {
        const Expression &node = m_model.expression(at);
        if (node.kind == ExpressionKind::conjunction || node.kind == ExpressionKind::disjunction) {
            if (!read(node.right))
                return false;
        } else if (node.kind != ExpressionKind::negation) {
            if (!visit(node.symbol) || (node.other.isValid() && !visit(node.other)))
                return false;
            break;
        }
        at = node.left;
    }
    // To who is no value of the choice, naming it means to depend on it.
    if (m_readsOfOwnChoice == readsBefore)
        for (; id != at; id = m_model.expression(id).left)
            m_isKnown[id.index] = 1;
    --m_depth;
    return true;
}

} // namespace kconfig
