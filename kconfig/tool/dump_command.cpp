// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf dump: the whole model as JSON, written as it goes. The shape is told by `kconf help dump`.

#include "commands.h"
#include "expression_text.h"
#include "tree_view.h"

#include <cstdio>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

namespace {

const char *kindName(NodeKind kind)
{
    switch (kind) {
    case NodeKind::mainMenu:
        return "mainmenu";
    case NodeKind::menu:
        return "menu";
    case NodeKind::comment:
        return "comment";
    case NodeKind::symbol:
        return "config";
    case NodeKind::choice:
        break;
    }
    return "choice";
}

const char *kindName(PropertyKind kind)
{
    switch (kind) {
    case PropertyKind::prompt:
        return "prompt";
    case PropertyKind::defaultValue:
        return "default";
    case PropertyKind::select:
        return "select";
    case PropertyKind::imply:
        return "imply";
    case PropertyKind::range:
        break;
    }
    return "range";
}

class Dump
{
public:
    Dump(const OpenTree &tree, bool withValues)
        : m_json(stdout)
        , m_tree(tree)
        , m_model(tree.model())
        , m_withValues(withValues)
    {}

    void write()
    {
        m_json.beginObject().member("format", "kconfig-model").member("version", 1U);
        m_json.member("dialect", dialectName(m_model.dialect()));
        m_json.member("mainmenu", m_model.promptText(m_model.root()));
        m_json.member("complete", !m_tree.hasErrors).key("configuration");
        if (m_withValues)
            m_json.text(m_tree.session->configPath());
        else
            m_json.null();
        m_json.key("modules");
        writeSymbolName(m_model.modulesSymbol());
        m_json.key("files").beginArray();
        for (std::uint32_t i = 0; i < m_model.sources().fileCount(); ++i) {
            m_json.beginLine('{').member("path", m_model.sources().path(FileId{i}));
            m_json.key("includedFrom");
            writePlace(m_model.sources().includedFrom(FileId{i}).value_or(Position{}));
            m_json.endLine('}');
        }
        m_json.endArray().key("environment").beginObject();
        for (const auto &[name, value] : m_model.environment())
            m_json.member(name, value);
        m_json.endObject().key("symbols").beginArray();
        for (std::uint32_t i = 0; i < m_model.symbols().size(); ++i)
            if (!m_model.symbols()[i].isConstant)
                writeSymbol(SymbolId{i});
        m_json.endArray().key("nodes").beginArray();
        for (std::uint32_t i = 0; i < m_model.nodeCount(); ++i)
            writeNode(NodeId{i});
        m_json.endArray().endObject().finish();
    }

private:
    void writePlace(const Position &position)
    {
        if (!position.isValid()) {
            m_json.null();
            return;
        }
        m_json.beginLine('[').number(position.file.index).number(position.line);
        m_json.number(position.column).endLine(']');
    }

    void writeSymbolName(SymbolId id)
    {
        if (id.isValid() && !m_model.symbol(id).isConstant)
            m_json.text(m_model.symbol(id).name);
        else
            m_json.null();
    }

    void writeId(std::uint32_t index)
    {
        if (index == UINT32_MAX)
            m_json.null();
        else
            m_json.number(index);
    }

    template <typename Ids>
    void writeIds(const char *key, const Ids &ids)
    {
        m_json.key(key).beginLine('[');
        for (const auto id : ids)
            m_json.number(id.index);
        m_json.endLine(']');
    }

    void writeLeaf(SymbolId id)
    {
        const Symbol &symbol = m_model.symbol(id);
        m_json.beginLine('{').member(symbol.isConstant ? "constant" : "symbol", symbol.name);
        if (!symbol.isConstant)
            m_json.member("id", id.index);
    }

    void writeTree(ExpressionId id)
    {
        const Expression *node = &m_model.expression(id);
        const ExpressionKind kind = node->kind;
        if (kind == ExpressionKind::symbol) {
            writeLeaf(node->symbol);
            m_json.key("at");
            writePlace(node->position);
            m_json.endLine('}');
            return;
        }
        m_json.beginLine('{').member("op", operatorSign(kind)).key("of").beginLine('[');
        if (kind == ExpressionKind::negation) {
            writeTree(node->left);
        } else if (kind == ExpressionKind::conjunction || kind == ExpressionKind::disjunction) {
            std::vector<ExpressionId> operands; // rows lean to the left and can be long
            for (; node->kind == kind; node = &m_model.expression(id)) {
                operands.push_back(node->right);
                id = node->left;
            }
            operands.push_back(id);
            for (auto operand = operands.rbegin(); operand != operands.rend(); ++operand)
                writeTree(*operand);
        } else {
            for (const SymbolId side : {node->symbol, node->other}) {
                writeLeaf(side);
                m_json.endLine('}');
            }
        }
        m_json.endLine(']');
        if (kind != ExpressionKind::negation && kind != ExpressionKind::conjunction &&
            kind != ExpressionKind::disjunction) {
            m_json.key("at");
            writePlace(node->position);
        }
        m_json.endLine('}');
    }

    void writeExpression(const char *key, ExpressionId id)
    {
        m_json.key(key);
        if (!id.isValid()) {
            m_json.null();
            return;
        }
        m_json.beginLine('{').member("text", m_model.describe(id)).key("tree");
        writeTree(id);
        m_json.endLine('}');
    }

    void writeSymbol(SymbolId id)
    {
        const Symbol &symbol = m_model.symbol(id);
        m_json.beginObject().member("id", id.index).member("name", symbol.name);
        m_json.member("type", typeText(symbol.type)).member("defined", symbol.isDefined());
        if (!symbol.isDefined()) {
            m_json.endObject();
            return;
        }
        m_json.member("isChoice", symbol.isChoice).member("optional", symbol.isOptionalChoice);
        m_json.key("choice");
        writeId(symbol.choice.index);
        writeIds("choiceValues", symbol.choiceValues);
        writeIds("nodes", symbol.nodes);
        writeExpression("directDependency", symbol.directDependency);
        writeExpression("selectedBy", symbol.reverseDependency);
        writeExpression("impliedBy", symbol.impliedDependency);
        m_json.key("properties").beginArray();
        for (const PropertyId property : symbol.properties)
            writeProperty(m_model.property(property));
        m_json.endArray();
        if (m_withValues)
            writeValue(id);
        m_json.endObject();
    }

    void writeValue(SymbolId id)
    {
        const Configuration &configuration = m_tree.configuration();
        const auto user = configuration.userValue(id);
        m_json.key("current").beginLine('{').member("value", configuration.value(id));
        m_json.member("visibility", std::string(1, letter(configuration.visibility(id))));
        m_json.member("changeable", configuration.isChangeable(id));
        m_json.member("origin", originName(configuration.origin(id).origin));
        m_json.member("written", configuration.isWritten(id)).key("userValue");
        if (user)
            m_json.text(*user);
        else
            m_json.null();
        m_json.endLine('}');
    }

    void writeProperty(const Property &property)
    {
        m_json.beginObject().member("kind", kindName(property.kind));
        m_json.member("node", property.node.index).key("at");
        writePlace(property.position);
        switch (property.kind) {
        case PropertyKind::prompt:
            m_json.member("text", property.text);
            break;
        case PropertyKind::range:
            m_json.member("low", m_model.symbol(property.low).name);
            m_json.member("high", m_model.symbol(property.high).name);
            break;
        default:
            writeExpression("value", property.value);
            break;
        }
        writeExpression("condition", property.condition);
        m_json.endObject();
    }

    void writeNode(NodeId id)
    {
        const MenuNode &node = m_model.node(id);
        m_json.beginObject().member("id", id.index).member("kind", kindName(node.kind));
        m_json.key("at");
        writePlace(node.position);
        m_json.key("symbol");
        writeId(node.symbol.index);
        m_json.key("prompt");
        if (node.prompt.isValid())
            m_json.text(m_model.promptText(id));
        else
            m_json.null();
        m_json.member("help", m_model.help(id)).member("menuconfig", node.isMenuconfig);
        writeExpression("dependency", node.dependency);
        writeExpression("visibleIf", node.visibleIf);
        m_json.key("parent");
        writeId(node.parent.index);
        m_json.key("children").beginLine('[');
        for (NodeId child = node.firstChild; child.isValid();
             child = m_model.node(child).nextSibling)
            m_json.number(child.index);
        m_json.endLine(']').endObject();
    }

    JsonWriter m_json;
    const OpenTree &m_tree;
    const Model &m_model;
    bool m_withValues;
};

} // namespace

int runDump(CommandLine &line)
{
    const auto tree = openTree(line, true);
    if (!tree)
        return statusTrouble;
    if (!line.operands.empty())
        return complain("can't read the tree '" + line.operands.front() +
                        "'; name its first file, as in: kconf dump --json Kconfig");
    const bool withValues = ::access(tree->session->configPath().c_str(), F_OK) == 0;
    if (withValues && !readConfiguration(*tree))
        return statusTrouble;
    Dump(*tree, withValues).write();
    return tree->hasErrors ? statusTrouble : statusFine;
}

} // namespace kconf
