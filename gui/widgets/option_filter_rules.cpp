// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which nodes OptionFilterModel shows; the rows it makes of them are in option_filter_model.cpp.
#include "widgets/option_filter_model.h"

#include "widgets/option_tree_model.h"

#include <kconfig/config_file.h>

namespace kiln {

using kconfig::NodeId;

void OptionFilterModel::rank()
{
    const kconfig::Model &model = m_tree->configuration()->model();
    m_nodes.resize(model.nodeCount());
    m_order.reserve(model.nodeCount());
    NodeId at = model.root();
    while (at.isValid()) {
        m_nodes[at.index].rank = std::uint32_t(m_order.size());
        m_order.push_back(at);
        if (model.node(at).firstChild.isValid()) {
            at = model.node(at).firstChild;
            continue;
        }
        m_nodes[at.index].end = std::uint32_t(m_order.size());
        while (at.isValid() && !model.node(at).nextSibling.isValid()) {
            at = model.node(at).parent;
            if (at.isValid())
                m_nodes[at.index].end = std::uint32_t(m_order.size());
        }
        if (at.isValid())
            at = model.node(at).nextSibling;
    }
}

void OptionFilterModel::findHolders()
{
    const kconfig::Model &model = m_tree->configuration()->model();
    for (const NodeId id : m_order) {
        NodeId holder = model.node(id).parent;
        if (m_show == Show::flat)
            holder = {};
        else if (m_show == Show::menusOnly && holder.isValid() && !m_tree->isMenu(holder))
            holder = m_nodes[holder.index].holder; // comes earlier in the order
        m_nodes[id.index].holder = holder;
    }
}

int OptionFilterModel::matchCount() const
{
    return m_order.empty() ? 0 : m_nodes[m_order.front().index].matchesBelow;
}

bool OptionFilterModel::judgeDefaults()
{
    const kconfig::Configuration &configuration = *m_tree->configuration();
    bool changed = false;
    for (const NodeId id : m_order) {
        const kconfig::SymbolId symbol = configuration.model().node(id).symbol;
        const bool differs = symbol.isValid() && kconfig::differsFromDefault(configuration, symbol);
        changed = changed || differs != m_nodes[id.index].isNonDefault;
        m_nodes[id.index].isNonDefault = differs;
    }
    return changed;
}

void OptionFilterModel::judgeAll()
{
    if (m_filter.onlyNonDefault)
        (void)judgeDefaults();
    for (Node &node : m_nodes)
        node.isWanted = false;
    if (m_filter.only) {
        for (const NodeId id : *m_filter.only)
            m_nodes[id.index].isWanted = true;
    }
    for (auto id = m_order.rbegin(); id != m_order.rend(); ++id) {
        Node &node = m_nodes[id->index];
        node.matches = matches(*id);
        node.matchesBelow = node.matches ? 1 : 0;
        for (const NodeId child : m_tree->children(*id))
            node.matchesBelow += m_nodes[child.index].matchesBelow;
    }
}

bool OptionFilterModel::matches(NodeId id) const
{
    const Node &node = m_nodes[id.index];
    if (!m_filter.showAll && !m_tree->isVisible(id))
        return false;
    if (m_filter.only && !node.isWanted)
        return false;
    if (m_filter.onlyChanged && !m_tree->isChanged(id))
        return false;
    if (m_filter.onlyNonDefault && !node.isNonDefault)
        return false;
    // Menus and comments are there for what is in them, unless they were searched for.
    return m_filter.only || m_tree->configuration()->model().node(id).symbol.isValid();
}

bool OptionFilterModel::accepts(NodeId id) const
{
    const Node &node = m_nodes[id.index];
    if (m_show == Show::flat)
        return node.matches && m_tree->configuration()->model().node(id).symbol.isValid();
    // The main menu is where everything hangs, and stays even when nothing in it is shown.
    if (node.rank == 0)
        return true;
    if (m_show == Show::menusOnly && !m_tree->isMenu(id))
        return false;
    return (m_filter.showAll || m_tree->isVisible(id)) &&
           (!m_filter.narrows() || node.matchesBelow > 0);
}

void OptionFilterModel::setMatches(NodeId id, bool matches)
{
    if (m_nodes[id.index].matches == matches)
        return;
    m_nodes[id.index].matches = matches;
    const kconfig::Model &model = m_tree->configuration()->model();
    for (NodeId at = id; at.isValid(); at = model.node(at).parent)
        m_nodes[at.index].matchesBelow += matches ? 1 : -1;
}

} // namespace kiln
