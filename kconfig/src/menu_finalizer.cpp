// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "menu_finalizer.h"

#include "property_checks.h"

namespace kconfig {

MenuFinalizer::MenuFinalizer(Draft &draft, DraftDiagnostics &diagnostics)
    : m_draft(draft)
    , m_pool(draft.expressions)
    , m_simplifier(draft.expressions, draft.symbols, diagnostics)
    , m_diagnostics(diagnostics)
    , m_checked(draft.symbols.size())
{}

void MenuFinalizer::run()
{
    m_stack.push_back({NodeId{0}, Phase::enter, {}, {}});
    while (!m_stack.empty())
        step(m_stack.back());
}

void MenuFinalizer::step(Frame &frame)
{
    switch (frame.phase) {
    case Phase::enter:
        enter(frame);
        break;
    case Phase::children:
        finishChildren(frame);
        break;
    case Phase::childDone: // only now: the child may have taken its successors into a submenu
        frame.cursor = node(frame.cursor).nextSibling;
        frame.phase = Phase::children;
        break;
    case Phase::submenu:
        if (!frame.cursor.isValid() || !belongsInSubmenu(frame.node, frame.cursor)) {
            closeSubmenu(frame);
            frame.phase = Phase::leave;
            break;
        }
        frame.phase = Phase::submenuDone;
        m_stack.push_back({frame.cursor, Phase::enter, {}, {}}); // invalidates frame
        break;
    case Phase::submenuDone:
        node(frame.cursor).parent = frame.node;
        frame.last = frame.cursor;
        frame.cursor = node(frame.cursor).nextSibling;
        frame.phase = Phase::submenu;
        break;
    case Phase::leave: {
        const NodeId id = frame.node;
        m_stack.pop_back();
        leave(id);
        break;
    }
    }
}

void MenuFinalizer::enter(Frame &frame)
{
    const NodeId id = frame.node;
    frame.phase = Phase::leave;
    if (node(id).firstChild.isValid()) {
        if (isChoice(id) && !is(Dialect::linux_6_12))
            inferChoiceTypes(id);
        propagate(id);
        frame.cursor = node(id).firstChild;
        frame.phase = Phase::children;
    } else if (node(id).symbol.isValid()) {
        frame.cursor = node(id).nextSibling;
        frame.phase = Phase::submenu;
    }
}

/// Finishes children up to one that has, or gets, something below it: most have not.
void MenuFinalizer::finishChildren(Frame &frame)
{
    const bool isInside612Choice = is(Dialect::linux_6_12) && isChoice(frame.node);
    while (frame.cursor.isValid()) {
        const NodeId id = frame.cursor;
        const MenuNode &entry = node(id);
        const NodeId next = entry.nextSibling;
        if (entry.firstChild.isValid()) {
            frame.phase = Phase::childDone;
            m_stack.push_back({id, Phase::enter, {}, {}}); // invalidates frame
            return;
        }
        if (entry.symbol.isValid()) {
            if (isInside612Choice) {
                leave(id); // no submenus, and its dependencies are nobody's
                frame.cursor = next;
                continue;
            }
            if (next.isValid() && belongsInSubmenu(id, next)) {
                frame.phase = Phase::childDone;
                m_stack.push_back({id, Phase::submenuDone, next, {}});
                m_stack.push_back({next, Phase::enter, {}, {}});
                return;
            }
            closeSubmenu({id, Phase::submenu, {}, {}});
            leave(id);
        }
        frame.cursor = next;
    }
    frame.phase = Phase::leave;
}

void MenuFinalizer::setType(SymbolId id, SymbolType type)
{
    symbol(id).type = type;
    if (m_pool.isMentioned(id))
        m_simplifier.typesChanged();
}

void MenuFinalizer::propagate(NodeId parent)
{
    ExpressionId inherited = node(parent).dependency;
    if (isChoice(parent)) {
        // Before 6.12 the choice's own value limits how far its values can be seen.
        if (!is(Dialect::linux_6_12))
            inherited = m_pool.leaf(node(parent).symbol, node(parent).position);
    } else if (is(Dialect::unikraft) && node(parent).prompt.isValid()) {
        inherited = property(node(parent).prompt).condition;
    }
    for (NodeId at = node(parent).firstChild; at.isValid(); at = node(at).nextSibling) {
        const ExpressionId own =
            m_simplifier.normalize(m_simplifier.bindModules(node(at).dependency, m_draft.modules));
        node(at).dependency = m_simplifier.withoutDuplicates(m_pool.conjunction(inherited, own));
        propagateToProperties(at);
    }
}

void MenuFinalizer::propagateToProperties(NodeId id)
{
    const DraftNode &draft = m_draft.nodes[id.index];
    const SymbolId owner = draft.node.symbol;
    const bool dropsTristateTests =
        is(Dialect::unikraft) && owner.isValid() && symbol(owner).type != SymbolType::tristate;
    for (std::uint32_t i = draft.firstProperty; i < draft.endProperty; ++i) {
        Property &property = m_draft.properties[i];
        ExpressionId condition = draft.node.dependency;
        if (property.condition.isValid()) {
            const ExpressionId own = m_simplifier.normalize(
                m_simplifier.bindModules(property.condition, m_draft.modules));
            condition = m_simplifier.withoutDuplicates(m_pool.conjunction(condition, own));
        }
        if (dropsTristateTests)
            condition = m_simplifier.withoutTristateTests(condition);
        property.condition = condition;
        if (property.kind == PropertyKind::select || property.kind == PropertyKind::imply)
            noteReverseDependency(property, owner);
    }
}

void MenuFinalizer::noteReverseDependency(const Property &property, SymbolId from)
{
    ExpressionId source = m_pool.leaf(from, property.position);
    if (property.condition.isValid())
        source = m_pool.joinUnshaped(ExpressionKind::conjunction, source, property.condition);
    Symbol &target = symbol(m_pool[property.value].symbol);
    ExpressionId &reverse =
        property.kind == PropertyKind::select ? target.reverseDependency : target.impliedDependency;
    reverse = reverse.isValid() ? m_pool.joinUnshaped(ExpressionKind::disjunction, reverse, source)
                                : source;
}

bool MenuFinalizer::belongsInSubmenu(NodeId parent, NodeId candidate)
{
    const SymbolId head = node(parent).symbol;
    const auto conditionOf = [&](NodeId id) {
        const PropertyId prompt = node(id).prompt;
        return prompt.isValid() ? property(prompt).condition : node(id).dependency;
    };
    const ExpressionId condition = conditionOf(candidate);
    if (!condition.isValid() || !m_pool.mayMention(condition, head))
        return false;
    if (m_simplifier.demands(condition, head))
        return true;
    if (!m_simplifier.mentions(condition, head))
        return false;
    const PropertyId prompt = node(parent).prompt;
    const ExpressionId base = prompt.isValid() ? property(prompt).condition : ExpressionId{};
    return m_simplifier.isStricter(condition, base);
}

void MenuFinalizer::closeSubmenu(const Frame &frame)
{
    MenuNode &parent = node(frame.node);
    if (frame.last.isValid()) {
        parent.firstChild = parent.nextSibling;
        parent.nextSibling = node(frame.last).nextSibling;
        node(frame.last).nextSibling = {};
    }
    Symbol &owner = symbol(parent.symbol);
    if (owner.directDependency.isValid() && parent.dependency.isValid())
        owner.directDependency = m_pool.joinUnshaped(ExpressionKind::disjunction,
                                                     owner.directDependency, parent.dependency);
    else if (parent.dependency.isValid())
        owner.directDependency = parent.dependency;
}

void MenuFinalizer::closeChildren(NodeId id)
{
    const bool adopts = isChoice(id) && !is(Dialect::linux_6_12);
    for (NodeId at = node(id).firstChild; at.isValid(); at = node(at).nextSibling) {
        if (adopts)
            adoptChoiceValue(node(id).symbol, at);
        if (node(at).firstChild.isValid() && !node(at).prompt.isValid())
            dissolve(id, at);
    }
}

/// Puts the children of an `if`, or of a submenu below a symbol without prompt, behind it.
void MenuFinalizer::dissolve(NodeId parent, NodeId id)
{
    NodeId last = node(id).firstChild;
    while (true) {
        node(last).parent = parent;
        if (!node(last).nextSibling.isValid())
            break;
        last = node(last).nextSibling;
    }
    node(last).nextSibling = node(id).nextSibling;
    node(id).nextSibling = node(id).firstChild;
    node(id).firstChild = {};
}

void MenuFinalizer::leave(NodeId id)
{
    if (node(id).firstChild.isValid())
        closeChildren(id);
    const SymbolId owner = node(id).symbol;
    if (!owner.isValid())
        return;
    if (!m_checked[owner.index]) {
        m_checked[owner.index] = 1;
        checkProperties(m_draft, id, m_diagnostics);
    }
    if (is(Dialect::linux_6_12))
        return;
    // A choice that is no `optional` one can't be turned off while it can be seen.
    const PropertyId prompt = node(id).prompt;
    if (symbol(owner).isChoice && !symbol(owner).isOptionalChoice && prompt.isValid()) {
        const ExpressionId on =
            m_pool.conjunction(property(prompt).condition,
                               m_pool.leaf(Model::constant(Tristate::mod), node(id).position));
        symbol(owner).reverseDependency = m_pool.disjunction(symbol(owner).reverseDependency, on);
    }
}

} // namespace kconfig
