// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A model in the making.
#pragma once

#include "expression_pool.h"

#include "kconfig/model.h"

#include <vector>

namespace kconfig {

/// A menu node while the tree is being formed. `if` blocks are nodes, too, until they dissolve.
struct DraftNode
{
    MenuNode node;
    bool isIf = false;
    NodeId lastChild;
    std::uint32_t firstProperty = 0; ///< its properties stand in a row
    std::uint32_t endProperty = 0;
};

struct Draft
{
    std::vector<Symbol> symbols; ///< in order of their first mention, after n, m and y
    std::vector<DraftNode> nodes;
    std::vector<Property> properties;
    ExpressionPool expressions;
    SymbolId modules;
    SymbolId defconfigList;
};

} // namespace kconfig
