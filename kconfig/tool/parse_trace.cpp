// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "parse_trace.h"

namespace kconf {

using namespace kconfig;

namespace {

/// What begins the entry in the file, with its name or text.
std::string entryText(const Model &model, NodeId id)
{
    const MenuNode &node = model.node(id);
    const auto quoted = [&] { return " \"" + std::string(model.promptText(id)) + '"'; };
    switch (node.kind) {
    case NodeKind::mainMenu:
        return "mainmenu" + quoted();
    case NodeKind::menu:
        return "menu" + quoted();
    case NodeKind::comment:
        return "comment" + quoted();
    case NodeKind::choice: {
        const std::string_view name = model.symbol(node.symbol).name;
        return name.empty() ? "choice" : "choice " + std::string(name);
    }
    case NodeKind::symbol:
        break;
    }
    return (node.isMenuconfig ? "menuconfig " : "config ") +
           std::string(model.symbol(node.symbol).name);
}

} // namespace

std::string parseTrace(const Model &model)
{
    std::string text;
    for (std::uint32_t i = 0; i < model.nodeCount(); ++i) {
        const Position &position = model.node(NodeId{i}).position;
        if (position.line == 0) // a main menu that no file names
            continue;
        text += std::string(model.sources().path(position.file)) + ':' +
                std::to_string(position.line) + ':' + std::to_string(position.column) + ": " +
                entryText(model, NodeId{i}) + '\n';
    }
    return text;
}

} // namespace kconf
