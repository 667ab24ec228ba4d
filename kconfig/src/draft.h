// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A model in the making. Lists grow by chaining entries through their indices; the builder lays
// them out in rows once they are complete.
#pragma once

#include "expression_pool.h"
#include "name_table.h"
#include "text_arena.h"

#include "kconfig/model.h"

#include <memory>
#include <string_view>
#include <vector>

namespace kconfig {

/// The lists of a symbol while they grow.
struct SymbolChains
{
    NodeId firstNode, lastNode;     ///< chained by DraftNode::nextOfSymbol
    SymbolId firstValue, lastValue; ///< of a choice; chained by nextValue
    SymbolId nextValue;             ///< of the choice that this is a value of
};

/// A menu node while the tree is being formed. `if` blocks are nodes, too, until they dissolve.
struct DraftNode
{
    MenuNode node;
    bool isIf = false;
    bool isBelowVisibleIf = false; ///< a menu around it has `visible if`
    NodeId lastChild;
    NodeId nextOfSymbol;
    std::uint32_t firstProperty = 0; ///< its properties stand in a row
    std::uint32_t endProperty = 0;
    std::string_view help; ///< as it stands in the file
};

struct Draft
{
    /// In order of their first mention, after n, m and y. They become the model's, which gives them
    /// their lists.
    std::vector<Symbol> symbols;
    std::vector<SymbolChains> chains; ///< by symbol
    NameTable names;
    std::vector<DraftNode> nodes;
    std::vector<Property> properties; ///< become the model's
    ExpressionPool expressions;
    /// Those texts that the files don't have.
    std::shared_ptr<TextArena> texts = std::make_shared<TextArena>();
    SymbolId modules;
    SymbolId defconfigList;

    /// Calls `visit` with each property of a symbol, by id: those of all its definitions, in order.
    template <typename Visit>
    void forEachProperty(SymbolId symbol, Visit visit) const
    {
        for (NodeId at = chains[symbol.index].firstNode; at.isValid();
             at = nodes[at.index].nextOfSymbol) {
            const DraftNode &node = nodes[at.index];
            for (std::uint32_t i = node.firstProperty; i < node.endProperty; ++i)
                visit(PropertyId{i});
        }
    }

    /// Makes a symbol a value of a choice, unless it is one of any choice already.
    void addChoiceValue(SymbolId choice, SymbolId value)
    {
        if (symbols[value.index].choice.isValid())
            return;
        symbols[value.index].choice = choice;
        SymbolChains &owner = chains[choice.index];
        if (owner.lastValue.isValid())
            chains[owner.lastValue.index].nextValue = value;
        else
            owner.firstValue = value;
        owner.lastValue = value;
    }
};

} // namespace kconfig
