// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf explain: why an option is what it is.

#include "commands.h"
#include "config_text.h"
#include "reason_view.h"
#include "tree_view.h"

#include <cstdio>

namespace kconf {

using namespace kconfig;

namespace {

class Printer
{
public:
    explicit Printer(const OpenTree &tree)
        : m_model(tree.model())
        , m_configuration(tree.configuration())
    {}

    void print(const Explanation &explanation) const
    {
        const Symbol &symbol = m_model.symbol(explanation.symbol);
        const NodeId entry = mainEntry(m_model, explanation.symbol);
        std::printf("%s", displayName(m_model, explanation.symbol).c_str());
        if (entry.isValid() && !m_model.promptText(entry).empty() && !symbol.name.empty())
            std::printf(": %s", std::string(m_model.promptText(entry)).c_str());
        std::printf(" (%s)\n\n%s.\n", typeText(symbol.type), explanation.sentence.c_str());
        if (explanation.isChangeable && !explanation.settableValues.empty()) {
            std::printf("\nIt can be");
            for (const Tristate value : explanation.settableValues)
                std::printf(" %c", letter(value));
            std::printf(" now.\n");
        }
        if (!explanation.obstacles.empty()) {
            std::printf("\n%s:\n", explanation.isChangeable ? "Limits" : "Why it can't be changed");
            printReasons(stdout, m_model, explanation.obstacles, 2);
        }
        if (!explanation.definitions.empty())
            std::printf("\nDirect dependency, %c now:\n  %s\n", letter(explanation.dependencyValue),
                        explanation.dependency.c_str());
        for (const DefinitionView &view : explanation.definitions) {
            const std::string path = pathText(m_model, view.node);
            std::printf("\nDefined at %s\n", place(view.position).c_str());
            if (!view.prompt.empty())
                std::printf("  prompt      %s\n", view.prompt.c_str());
            if (!path.empty())
                std::printf("  in          %s\n", path.c_str());
            if (view.dependency.isValid())
                std::printf("  depends on  %s [=%c]\n", m_model.describe(view.dependency).c_str(),
                            letter(view.dependencyValue));
            printDefaults(view.node, symbol);
        }
        printSelects("Selected by", explanation.selectedBy);
        printSelects("Implied by", explanation.impliedBy);
        printSelects("Selects", explanation.selects);
        printSelects("Implies", explanation.implies);
        if (!explanation.references.empty())
            std::printf("\nReferenced from:\n");
        for (const ReferenceView &view : explanation.references)
            std::printf("  %s%s\n", place(view.position).c_str(), owner(view.from).c_str());
    }

private:
    [[nodiscard]] std::string place(const Position &position) const
    {
        return m_model.sources().describe(position);
    }

    [[nodiscard]] std::string owner(NodeId node) const
    {
        if (!node.isValid())
            return {};
        const MenuNode &entry = m_model.node(node);
        if (entry.symbol.isValid())
            return "  in " + displayName(m_model, entry.symbol);
        return "  in \"" + std::string(m_model.promptText(node)) + '"';
    }

    void printDefaults(NodeId node, const Symbol &symbol) const
    {
        for (const PropertyId id : symbol.properties) {
            const Property &property = m_model.property(id);
            if (!(property.node == node) || (property.kind != PropertyKind::defaultValue &&
                                             property.kind != PropertyKind::range))
                continue;
            const bool isDefault = property.kind == PropertyKind::defaultValue;
            const std::string what = isDefault
                                         ? m_model.describe(property.value)
                                         : std::string(m_model.symbol(property.low).name) + " … " +
                                               std::string(m_model.symbol(property.high).name);
            std::printf("  %s  %s", isDefault ? "default   " : "range     ", what.c_str());
            if (property.condition.isValid())
                std::printf(" if %s [=%c]", m_model.describe(property.condition).c_str(),
                            letter(m_configuration.evaluate(property.condition)));
            std::printf("  (%s)\n", place(property.position).c_str());
        }
    }

    void printSelects(const char *title, const std::vector<SelectView> &views) const
    {
        if (views.empty())
            return;
        std::printf("\n%s:\n", title);
        for (const SelectView &view : views) {
            std::printf("  [%c] %s", letter(view.strength),
                        displayName(m_model, view.other).c_str());
            if (view.condition.isValid())
                std::printf(" if %s", m_model.describe(view.condition).c_str());
            std::printf("  (%s)\n", place(view.position).c_str());
        }
    }

    const Model &m_model;
    const Configuration &m_configuration;
};

class Writer
{
public:
    Writer(JsonWriter &json, const OpenTree &tree)
        : m_json(json)
        , m_model(tree.model())
    {}

    void write(const Explanation &explanation)
    {
        const Symbol &symbol = m_model.symbol(explanation.symbol);
        m_json.beginObject();
        m_json.member("name", symbol.name).member("type", typeText(symbol.type));
        m_json.member("sentence", explanation.sentence).member("value", explanation.value);
        m_json.member("origin", originName(explanation.origin));
        m_json.member("changeable", explanation.isChangeable);
        m_json.key("settable").beginArray();
        for (const Tristate value : explanation.settableValues)
            m_json.text(std::string(1, letter(value)));
        m_json.endArray().key("range");
        if (explanation.range)
            m_json.beginObject()
                .member("low", explanation.range->low)
                .member("high", explanation.range->high)
                .endObject();
        else
            m_json.null();
        m_json.key("whyValue");
        writeReason(m_json, m_model, explanation.whyValue);
        m_json.key("obstacles");
        writeReasons(m_json, m_model, explanation.obstacles);
        m_json.key("dependency").beginObject().member("text", explanation.dependency);
        m_json.member("value", std::string(1, letter(explanation.dependencyValue))).endObject();
        m_json.key("definitions").beginArray();
        for (const DefinitionView &view : explanation.definitions) {
            m_json.beginObject().member("prompt", view.prompt).key("position");
            writePosition(m_json, m_model, view.position);
            m_json.key("path");
            writePath(m_json, m_model, view.node);
            m_json.member("dependsOn", m_model.describe(view.dependency));
            m_json.member("dependencyValue", std::string(1, letter(view.dependencyValue)));
            m_json.endObject();
        }
        m_json.endArray();
        writeSelects("selectedBy", explanation.selectedBy);
        writeSelects("impliedBy", explanation.impliedBy);
        writeSelects("selects", explanation.selects);
        writeSelects("implies", explanation.implies);
        m_json.key("references").beginArray();
        for (const ReferenceView &view : explanation.references) {
            m_json.beginObject().key("position");
            writePosition(m_json, m_model, view.position);
            m_json.key("in");
            if (view.from.isValid() && m_model.node(view.from).symbol.isValid())
                m_json.text(m_model.symbol(m_model.node(view.from).symbol).name);
            else
                m_json.null();
            m_json.endObject();
        }
        m_json.endArray().endObject();
    }

private:
    void writeSelects(const char *key, const std::vector<SelectView> &views)
    {
        m_json.key(key).beginArray();
        for (const SelectView &view : views) {
            m_json.beginObject().member("name", m_model.symbol(view.other).name);
            m_json.member("condition", m_model.describe(view.condition));
            m_json.member("strength", std::string(1, letter(view.strength))).key("position");
            writePosition(m_json, m_model, view.position);
            m_json.endObject();
        }
        m_json.endArray();
    }

    JsonWriter &m_json;
    const Model &m_model;
};

} // namespace

int runExplain(CommandLine &line)
{
    // The tree may stand behind the symbols.
    if (line.operands.empty())
        return complain("explain needs the name of an option, as in: kconf explain NET");
    const auto tree = openTree(line, line.operands.size() > 1);
    if (!tree || !readConfiguration(*tree))
        return statusTrouble;
    bool missing = false;
    std::vector<SymbolId> symbols;
    for (const std::string &name : line.operands) {
        symbols.push_back(findSymbol(*tree, name));
        missing = missing || !symbols.back().isValid();
    }
    JsonWriter json(stdout);
    if (line.json)
        json.beginArray();
    bool first = true;
    for (const SymbolId symbol : symbols) {
        if (!symbol.isValid())
            continue;
        const Explanation explanation = explain(tree->configuration(), symbol);
        if (line.json) {
            Writer(json, *tree).write(explanation);
            continue;
        }
        if (!first)
            std::printf("\n");
        first = false;
        Printer(*tree).print(explanation);
    }
    if (line.json)
        json.endArray().finish();
    if (tree->hasErrors)
        return statusTrouble;
    return missing ? statusFindings : statusFine;
}

} // namespace kconf
