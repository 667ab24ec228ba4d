// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Choices and their values. Up to 6.1 the values are found, and get their types, while the menu
// tree is formed; in 6.12 they are known from reading, and only checked.

#include "menu_finalizer.h"

namespace kconfig {

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

/// Makes a child of a choice one of its values, if it is a symbol that is no value yet.
void MenuFinalizer::adoptChoiceValue(SymbolId choice, NodeId id)
{
    const SymbolId valueId = node(id).symbol;
    if (!valueId.isValid() || symbol(valueId).isChoice || symbol(valueId).choice.isValid())
        return;
    const Symbol &value = symbol(valueId);
    const auto name = [&value] { return say(Phrase::choiceValueName, asName(value.name)); };
    if (!node(id).prompt.isValid())
        m_diagnostics.warning(node(id).position, say(Phrase::hasNoPrompt, name()),
                              "give it one, or it can't be chosen",
                              "choice value must have a prompt");
    m_draft.forEachProperty(valueId, [&](PropertyId at) {
        const Property &each = property(at);
        if (each.kind == PropertyKind::defaultValue)
            m_diagnostics.warning(each.position, say(Phrase::defaultWithoutEffect, name()),
                                  say(Phrase::putDefault, asName(value.name)),
                                  "defaults for choice values not supported");
        if (each.node != id && each.kind == PropertyKind::prompt &&
            node(node(each.node).parent).symbol != choice)
            m_diagnostics.warning(each.position, say(Phrase::promptOutsideChoice, name()),
                                  "keep the prompt in the choice",
                                  "choice value used outside its choice group");
    });
    // In a tristate choice a bool can be on only when the choice as a whole is y.
    if (symbol(choice).type == SymbolType::tristate && value.type != SymbolType::tristate) {
        const ExpressionId isYes = m_pool.comparison(
            ExpressionKind::equal, choice, Model::constant(Tristate::yes), node(id).position);
        node(id).dependency = m_pool.conjunction(isYes, node(id).dependency);
        const DraftNode &draft = m_draft.nodes[id.index];
        for (std::uint32_t i = draft.firstProperty; i < draft.endProperty; ++i) {
            Property &property = m_draft.properties[i];
            property.condition = m_pool.conjunction(isYes, property.condition);
        }
    }
    m_draft.addChoiceValue(choice, valueId);
}

void MenuFinalizer::checkChoiceValues()
{
    for (std::uint32_t i = 0; i < m_draft.nodes.size(); ++i) {
        const NodeId id{i};
        if (node(id).symbol.isValid() && !isChoice(id)) {
            // Whatever is below a choice in the tree counts, submenus included.
            for (NodeId up = node(id).parent; up.isValid(); up = node(up).parent) {
                if (isChoice(up)) {
                    checkChoiceValue(id);
                    break;
                }
            }
        }
    }
}

void MenuFinalizer::checkChoiceValue(NodeId id)
{
    const Symbol &value = symbol(node(id).symbol);
    const auto name = [&value] { return say(Phrase::choiceValueName, asName(value.name)); };
    m_draft.forEachProperty(node(id).symbol, [&](PropertyId at) {
        const Property &each = property(at);
        if (each.kind == PropertyKind::defaultValue)
            m_diagnostics.error(each.position, say(Phrase::defaultWithoutEffect, name()),
                                say(Phrase::putDefault, asName(value.name)),
                                "error: defaults for choice values not supported");
        if (each.node != id && each.kind == PropertyKind::prompt &&
            node(each.node).parent != node(id).parent)
            m_diagnostics.error(each.position, say(Phrase::promptOutsideChoice, name()),
                                "keep the prompt in the choice",
                                "error: choice value has a prompt outside its choice group");
    });
}

} // namespace kconfig
