// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "tree_view.h"

#include <cstdio>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

std::optional<OpenTree> openTree(CommandLine &line, bool treeMayBeOperand)
{
    if (!findTree(line, treeMayBeOperand))
        return std::nullopt;
    line.options.silent = true; // these commands say themselves what they do
    OpenTree tree;
    tree.session = std::make_unique<Session>(line.options, line.environment);
    tree.session->read();
    const LoadResult &loaded = tree.session->loaded();
    for (const std::string &message : loaded.messages)
        std::fprintf(stderr, "%s\n", message.c_str()); // the standard output is the command's own
    for (const Diagnostic &diagnostic : loaded.diagnostics)
        if (diagnostic.severity != Severity::note)
            std::fputs(format(diagnostic, loaded.model->sources()).c_str(), stderr);
    tree.hasErrors = loaded.hasErrors();
    // Without its first file there is nothing to go on with.
    if (tree.hasErrors && tree.model().files().empty())
        return std::nullopt;
    return tree;
}

bool readConfiguration(const OpenTree &tree)
{
    const std::string path = tree.session->configPath();
    if (::access(path.c_str(), F_OK) == 0 && ::access(path.c_str(), R_OK) != 0) {
        std::fprintf(stderr, "kconf: %s can't be read; check its permissions\n", path.c_str());
        return false;
    }
    tree.session->readUserConfig();
    return true;
}

std::string suggestion(const Model &model, const std::vector<SymbolId> &similar)
{
    std::string text;
    for (std::size_t i = 0; i < similar.size(); ++i)
        text += (i == 0                    ? "; did you mean "
                 : i + 1 == similar.size() ? " or "
                                           : ", ") +
                displayName(model, similar[i]);
    return text.empty() ? text : text + '?';
}

SymbolId findSymbol(const OpenTree &tree, const std::string &name)
{
    const Model &model = tree.model();
    SymbolId symbol = model.find(name);
    const std::string prefix = tree.session->prefix();
    if (!symbol.isValid() && name.compare(0, prefix.size(), prefix) == 0)
        symbol = model.find(name.substr(prefix.size()));
    if (symbol.isValid())
        return symbol;
    const SearchIndex index(tree.configuration().sharedModel());
    std::fprintf(stderr, "kconf: the tree has no option '%s'%s\n", name.c_str(),
                 suggestion(model, index.similarNames(name)).c_str());
    return {};
}

std::string pathText(const Model &model, NodeId node)
{
    std::string text;
    for (const NodeId each : menuPath(model, node))
        text += (text.empty() ? "" : " → ") + std::string(model.promptText(each));
    return text;
}

NodeId mainEntry(const Model &model, SymbolId id)
{
    const Symbol &symbol = model.symbol(id);
    for (const NodeId node : symbol.nodes)
        if (model.node(node).prompt.isValid())
            return node;
    return symbol.nodes.empty() ? NodeId{} : symbol.nodes.front();
}

const char *originName(Origin origin)
{
    switch (origin) {
    case Origin::user:
        return "user";
    case Origin::defaultValue:
        return "default";
    case Origin::selected:
        return "select";
    case Origin::implied:
        return "imply";
    case Origin::choice:
        return "choice";
    case Origin::constant:
        return "constant";
    case Origin::none:
        break;
    }
    return "none";
}

const char *typeText(SymbolType type)
{
    return typeName(type);
}

void writePosition(JsonWriter &json, const Model &model, const Position &position)
{
    if (!position.isValid()) {
        json.null();
        return;
    }
    json.beginObject().member("file", model.sources().path(position.file));
    json.member("line", position.line).member("column", position.column).endObject();
}

void writePath(JsonWriter &json, const Model &model, NodeId node)
{
    json.beginArray();
    for (const NodeId each : menuPath(model, node))
        json.text(model.promptText(each));
    json.endArray();
}

} // namespace kconf
