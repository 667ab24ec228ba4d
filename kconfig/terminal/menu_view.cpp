// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "menu_view.h"

#include <algorithm>

namespace kconfig::terminal {

namespace {

struct Pending
{
    NodeId node;
    int depth = 0;
    bool isSelection = false;
};

void pushChildren(const Model &model, NodeId parent, int depth, std::vector<Pending> &rest)
{
    const auto begin = static_cast<std::ptrdiff_t>(rest.size());
    for (NodeId child = model.node(parent).firstChild; child.isValid();
         child = model.node(child).nextSibling)
        rest.push_back({child, depth});
    std::reverse(rest.begin() + begin, rest.end());
}

bool isShown(const Configuration &configuration, NodeId node, bool showAll)
{
    return configuration.model().node(node).prompt.isValid() &&
           (showAll || configuration.isVisible(node));
}

/// The definition of a choice's selected value inside that choice.
NodeId selectedChild(const Configuration &configuration, NodeId choice)
{
    const Model &model = configuration.model();
    const SymbolId symbol = model.node(choice).symbol;
    const SymbolId selected = configuration.selection(symbol);
    if (!selected.isValid() || configuration.tristate(symbol) != Tristate::yes)
        return {};
    for (NodeId child = model.node(choice).firstChild; child.isValid();
         child = model.node(child).nextSibling)
        if (model.node(child).symbol == selected)
            return child;
    return {};
}

} // namespace

bool isPage(const Model &model, NodeId id)
{
    const MenuNode &node = model.node(id);
    return id == model.root() || node.kind == NodeKind::menu || node.kind == NodeKind::choice ||
           node.kind == NodeKind::mainMenu || node.isMenuconfig;
}

std::vector<Row> rowsOf(const Configuration &configuration, NodeId page, bool showAll)
{
    const Model &model = configuration.model();
    const SymbolId choice =
        model.node(page).kind == NodeKind::choice ? model.node(page).symbol : SymbolId{};
    std::vector<Row> rows;
    std::vector<Pending> rest;
    pushChildren(model, page, 0, rest);
    while (!rest.empty()) {
        const auto [id, depth, isSelection] = rest.back();
        rest.pop_back();
        if (!isShown(configuration, id, showAll))
            continue;
        const MenuNode &node = model.node(id);
        Row row{id, RowKind::option, depth, configuration.isVisible(id), isPage(model, id)};
        bool descends = !row.opens;
        if (node.kind == NodeKind::comment) {
            row.kind = RowKind::comment;
        } else if (node.kind == NodeKind::choice) {
            row.kind = RowKind::choice;
            // A choice in module mode has no single value: its values are options like others.
            descends = configuration.tristate(node.symbol) == Tristate::mod;
            const NodeId selected = selectedChild(configuration, id);
            if (selected.isValid() && model.node(selected).firstChild.isValid())
                rest.push_back({selected, depth + 1, true});
        } else if (!node.symbol.isValid()) {
            row.kind = RowKind::menu;
        } else if (isSelection) {
            row.kind = RowKind::selection;
        } else if (choice.isValid() && model.symbol(node.symbol).choice == choice) {
            row.kind = RowKind::choiceValue;
        }
        rows.push_back(row);
        if (descends)
            pushChildren(model, id, depth + 1, rest);
    }
    return rows;
}

bool isEmptyPage(const Configuration &configuration, NodeId page, bool showAll)
{
    const Model &model = configuration.model();
    for (NodeId child = model.node(page).firstChild; child.isValid();
         child = model.node(child).nextSibling)
        if (isShown(configuration, child, showAll))
            return false;
    return true;
}

NodeId pageOf(const Model &model, NodeId node)
{
    do {
        if (node == model.root())
            return node;
        node = model.node(node).parent;
    } while (node.isValid() && !isPage(model, node));
    return node.isValid() ? node : model.root();
}

std::vector<NodeId> pathTo(const Model &model, NodeId page)
{
    std::vector<NodeId> path;
    for (; page != model.root(); page = pageOf(model, page))
        path.push_back(page);
    std::reverse(path.begin(), path.end());
    return path;
}

std::string pathText(const Model &model, NodeId page)
{
    std::string text;
    for (const NodeId each : pathTo(model, page)) {
        if (!text.empty())
            text += " > ";
        text += model.promptText(each);
    }
    return text.empty() ? std::string(model.promptText(model.root())) : text;
}

} // namespace kconfig::terminal
