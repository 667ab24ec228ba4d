// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Forms the menu tree: carries the dependencies of blocks to what is in them, collects selects and
// implies at their targets, makes submenus of entries that depend on the one before them, finds the
// values of choices, and dissolves `if` blocks.
#pragma once

#include "draft.h"
#include "draft_diagnostics.h"
#include "simplifier.h"

#include <vector>

namespace kconfig {

class MenuFinalizer
{
public:
    MenuFinalizer(Draft &draft, DraftDiagnostics &diagnostics);

    void run();
    /// What 6.12 checks after it has looked for dependency loops.
    void checkChoiceValues();

private:
    enum class Phase : std::uint8_t
    {
        enter,
        children,
        childDone,
        submenu,
        submenuDone,
        leave
    };
    /// Nodes are worked on in a stack of these instead of by recursion, since a chain of submenus
    /// can be as long as a file.
    struct Frame
    {
        NodeId node;
        Phase phase = Phase::enter;
        NodeId cursor;
        NodeId last; ///< of the submenu
    };

    void step(Frame &frame);
    void enter(Frame &frame);
    void finishChildren(Frame &frame);
    void inferChoiceTypes(NodeId choice);
    void propagate(NodeId parent);
    void propagateToProperties(NodeId id);
    void noteReverseDependency(const Property &property, SymbolId from);
    bool belongsInSubmenu(NodeId parent, NodeId candidate);
    void closeSubmenu(const Frame &frame);
    void closeChildren(NodeId id);
    void adoptChoiceValue(SymbolId choice, NodeId id);
    void dissolve(NodeId parent, NodeId id);
    void leave(NodeId id);
    void checkChoiceValue(NodeId value);
    void setType(SymbolId symbol, SymbolType type);

    MenuNode &node(NodeId id) { return m_draft.nodes[id.index].node; }
    Property &property(PropertyId id) { return m_draft.properties[id.index]; }
    Symbol &symbol(SymbolId id) { return m_draft.symbols[id.index]; }
    [[nodiscard]] bool is(Dialect dialect) const { return m_diagnostics.dialect() == dialect; }
    [[nodiscard]] bool isChoice(NodeId id)
    {
        return node(id).symbol.isValid() && symbol(node(id).symbol).isChoice;
    }

    Draft &m_draft;
    ExpressionPool &m_pool;
    Simplifier m_simplifier;
    DraftDiagnostics &m_diagnostics;
    std::vector<Frame> m_stack;
    std::vector<std::uint8_t> m_checked; ///< by symbol
};

} // namespace kconfig
