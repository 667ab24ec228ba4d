// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "menu_finalizer.h"

#include "property_checks.h"

namespace kconfig {

MenuFinalizer::MenuFinalizer(Draft &draft, Dialect dialect, DiagnosticSink &diagnostics)
    : m_draft(draft)
    , m_isChoiceTransparent(dialect == Dialect::linux_6_12)
    , m_dropsTristateTests(dialect != Dialect::linux_6_12)
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
        if (isChoice(id))
            inferChoiceTypes(id);
        propagate(id);
        frame.cursor = node(id).firstChild;
        frame.phase = Phase::children;
    } else if (node(id).symbol.isValid() &&
               !(m_isChoiceTransparent && node(id).parent.isValid() && isChoice(node(id).parent))) {
        frame.cursor = node(id).nextSibling;
        frame.phase = Phase::submenu;
    }
}

/// Finishes children up to one that has, or gets, something below it: most have not.
void MenuFinalizer::finishChildren(Frame &frame)
{
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

/// A choice without a type takes that of its first typed value; values without one take the
/// choice's.
void MenuFinalizer::inferChoiceTypes(NodeId id)
{
    const SymbolId choice = node(id).symbol;
    if (symbol(choice).type == SymbolType::unknown) {
        for (NodeId at = node(id).firstChild; at.isValid(); at = node(at).nextSibling) {
            if (node(at).symbol.isValid() && symbol(node(at).symbol).type != SymbolType::unknown) {
                setType(choice, symbol(node(at).symbol).type);
                break;
            }
        }
    }
    for (NodeId at = node(id).firstChild; at.isValid(); at = node(at).nextSibling) {
        if (node(at).symbol.isValid() && symbol(node(at).symbol).type == SymbolType::unknown &&
            symbol(choice).type != SymbolType::unknown)
            setType(node(at).symbol, symbol(choice).type);
    }
}

void MenuFinalizer::propagate(NodeId parent)
{
    ExpressionId inherited;
    if (m_isChoiceTransparent)
        inherited = node(parent).dependency;
    else if (isChoice(parent)) // the choice's own value limits how far its values can be seen
        inherited = m_pool.leaf(node(parent).symbol, node(parent).position);
    else if (node(parent).prompt.isValid())
        inherited = property(node(parent).prompt).condition;
    else
        inherited = node(parent).dependency;

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
    const bool isTristate = owner.isValid() && symbol(owner).type == SymbolType::tristate;
    for (std::uint32_t i = draft.firstProperty; i < draft.endProperty; ++i) {
        Property &property = m_draft.properties[i].property;
        ExpressionId condition = draft.node.dependency;
        if (property.condition.isValid()) {
            const ExpressionId own = m_simplifier.normalize(
                m_simplifier.bindModules(property.condition, m_draft.modules));
            condition = m_simplifier.withoutDuplicates(m_pool.conjunction(condition, own));
        }
        if (m_dropsTristateTests && owner.isValid() && !isTristate)
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
    DraftSymbol &target = symbol(m_pool[property.value].symbol);
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
    DraftSymbol &owner = symbol(parent.symbol);
    if (owner.directDependency.isValid() && parent.dependency.isValid())
        owner.directDependency = m_pool.joinUnshaped(ExpressionKind::disjunction,
                                                     owner.directDependency, parent.dependency);
    else if (parent.dependency.isValid())
        owner.directDependency = parent.dependency;
}

void MenuFinalizer::adoptChoiceValues(NodeId id)
{
    const SymbolId owner = node(id).symbol;
    const bool choice = isChoice(id);
    for (NodeId at = node(id).firstChild; at.isValid(); at = node(at).nextSibling) {
        const SymbolId value = node(at).symbol;
        if (choice && value.isValid() && !symbol(value).isChoice &&
            !symbol(value).choice.isValid() && value != owner)
            adoptChoiceValue(owner, at);
        if (node(at).firstChild.isValid() && !node(at).prompt.isValid())
            dissolve(id, at);
    }
}

void MenuFinalizer::adoptChoiceValue(SymbolId choice, NodeId id)
{
    const SymbolId valueId = node(id).symbol;
    DraftSymbol &value = symbol(valueId);
    const std::string name(value.name);
    if (!node(id).prompt.isValid())
        m_diagnostics.warning(node(id).position, "the choice value '" + name + "' has no prompt",
                              "give it one, or it can't be chosen");
    for (PropertyId at = value.firstProperty; at.isValid();
         at = m_draft.properties[at.index].nextOfSymbol) {
        const Property &each = property(at);
        if (each.kind == PropertyKind::defaultValue)
            m_diagnostics.warning(each.position,
                                  "the default of the choice value '" + name + "' has no effect",
                                  "put 'default " + name + "' into the choice");
        if (each.node != id && each.kind == PropertyKind::prompt &&
            node(node(each.node).parent).symbol != choice)
            m_diagnostics.warning(each.position,
                                  "the choice value '" + name + "' has a prompt outside its choice",
                                  "keep the prompt in the choice");
    }
    // In a tristate choice a bool can be on only when the choice as a whole is y.
    if (symbol(choice).type == SymbolType::tristate && value.type != SymbolType::tristate) {
        const ExpressionId isYes = m_pool.comparison(
            ExpressionKind::equal, choice, Model::constant(Tristate::yes), node(id).position);
        node(id).dependency = m_pool.conjunction(isYes, node(id).dependency);
        const DraftNode &draft = m_draft.nodes[id.index];
        for (std::uint32_t i = draft.firstProperty; i < draft.endProperty; ++i) {
            Property &property = m_draft.properties[i].property;
            property.condition = m_pool.conjunction(isYes, property.condition);
        }
    }
    value.choice = choice;
    DraftSymbol &owner = symbol(choice);
    if (owner.lastValue.isValid())
        symbol(owner.lastValue).nextValue = valueId;
    else
        owner.firstValue = valueId;
    owner.lastValue = valueId;
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
        adoptChoiceValues(id);
    const SymbolId owner = node(id).symbol;
    if (!owner.isValid())
        return;
    if (!m_checked[owner.index]) {
        m_checked[owner.index] = true;
        checkProperties(m_draft, id, m_diagnostics);
    }
    // A choice that is no `optional` one can't be turned off while it can be seen.
    const PropertyId prompt = node(id).prompt;
    if (symbol(owner).isChoice && !symbol(owner).isOptionalChoice && prompt.isValid() &&
        !m_isChoiceTransparent) {
        const ExpressionId on =
            m_pool.conjunction(property(prompt).condition,
                               m_pool.leaf(Model::constant(Tristate::mod), node(id).position));
        symbol(owner).reverseDependency = m_pool.disjunction(symbol(owner).reverseDependency, on);
    }
}

} // namespace kconfig
