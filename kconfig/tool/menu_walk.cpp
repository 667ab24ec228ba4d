// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "menu_walk.h"

namespace kconf {

using namespace kconfig;

std::vector<NodeId> nodesBelow(const Model &model, NodeId root)
{
    std::vector<NodeId> nodes;
    NodeId at = model.node(root).firstChild;
    while (at.isValid()) {
        nodes.push_back(at);
        if (model.node(at).firstChild.isValid()) {
            at = model.node(at).firstChild;
            continue;
        }
        while (!(at == root) && !model.node(at).nextSibling.isValid())
            at = model.node(at).parent;
        if (at == root)
            break;
        at = model.node(at).nextSibling;
    }
    return nodes;
}

} // namespace kconf
