// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Forms the menu tree: carries the dependencies of blocks to what is in them, collects selects and
// implies at their targets, makes submenus of entries that depend on the one before them, finds the
// values of choices, and dissolves `if` blocks.
#pragma once

#include "diagnostic_sink.h"
#include "draft.h"
#include "simplifier.h"

#include <vector>

namespace kconfig {

class MenuFinalizer
{
public:
    MenuFinalizer(Draft &draft, Dialect dialect, DiagnosticSink &diagnostics);

    void run();

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
    void adoptChoiceValues(NodeId id);
    void adoptChoiceValue(SymbolId choice, NodeId id);
    void dissolve(NodeId parent, NodeId id);
    void leave(NodeId id);
    void setType(SymbolId symbol, SymbolType type);

    MenuNode &node(NodeId id) { return m_draft.nodes[id.index].node; }
    Property &property(PropertyId id) { return m_draft.properties[id.index].property; }
    DraftSymbol &symbol(SymbolId id) { return m_draft.symbols[id.index]; }
    [[nodiscard]] bool isChoice(NodeId id)
    {
        return node(id).symbol.isValid() && symbol(node(id).symbol).isChoice;
    }

    Draft &m_draft;
    /// 6.12: a choice is no symbol that others read, and its prompt's condition is its own affair.
    const bool m_isChoiceTransparent;
    const bool m_dropsTristateTests; ///< conditions of what is no tristate lose `!=n` (not in 6.12)
    ExpressionPool &m_pool;
    Simplifier m_simplifier;
    DiagnosticSink &m_diagnostics;
    std::vector<Frame> m_stack;
    std::vector<bool> m_checked; ///< by symbol
};

} // namespace kconfig
