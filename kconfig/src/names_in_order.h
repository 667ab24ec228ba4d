// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Finding symbols whose names come about in the order of the menu tree, as they do in files that
// were written from it.
#pragma once

#include "name_table.h"

#include "kconfig/model.h"

#include <cstdint>
#include <string_view>

namespace kconfig {

/// Finds what Model::find() finds. It looks at the nodes that follow the one it found last, whose
/// memory it fetches in time, before it looks into the table, where every look waits for memory.
class NamesInOrder
{
public:
    /// The model must outlive it.
    explicit NamesInOrder(const Model &model)
        : m_model(model)
        , m_end(static_cast<std::uint32_t>(model.nodeCount()))
    {}

    /// The symbol or choice of this name, invalid when there is none.
    [[nodiscard]] SymbolId find(std::string_view name)
    {
        constexpr std::uint32_t reach = 8; // more nodes than a file usually leaves out in a row
        std::uint32_t at = m_next;
        const std::uint32_t end = m_end - at > reach ? at + reach : m_end;
        for (; at < end; ++at) {
            fetch(at);
            const SymbolId id = m_model.node(NodeId{at}).symbol;
            if (id.isValid() && isNamed(m_model.symbol(id), name)) {
                m_next = at + 1;
                return id;
            }
        }
        const SymbolId id = m_model.find(name);
        if (id.isValid() && !m_model.symbol(id).nodes.empty())
            m_next = m_model.symbol(id).nodes.front().index + 1;
        return id;
    }

private:
    [[nodiscard]] static bool isNamed(const Symbol &symbol, std::string_view name)
    {
        return isSameName(symbol.name, name) && nameSpaceOf(symbol) == NameSpace::symbols;
    }
    /// Begins to fetch what later nodes will be asked for.
    void fetch(std::uint32_t at) const
    {
        constexpr std::uint32_t step = 8;
        if (at + 2 * step >= m_end)
            return;
        if (const SymbolId far = m_model.node(NodeId{at + 2 * step}).symbol; far.isValid()) {
            __builtin_prefetch(&m_model.symbol(far));
            __builtin_prefetch(&m_model.symbol(far).isChoice); // in another cache line
        }
        if (const SymbolId near = m_model.node(NodeId{at + step}).symbol; near.isValid())
            __builtin_prefetch(m_model.symbol(near).name.data());
    }

    const Model &m_model;
    std::uint32_t m_next = 0; ///< the node behind the one found last
    const std::uint32_t m_end;
};

} // namespace kconfig
