// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf diff: how two configurations differ, in values and in edits.

#include "commands.h"
#include "config_text.h"
#include "tree_view.h"

#include "kconfig/config_file.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <unistd.h>

namespace kconf {

using namespace kconfig;

namespace {

struct Difference
{
    SymbolId symbol;
    std::string a, b;
    bool isConsequence = false; ///< follows from the others, or from the value of its choice
};

struct WantedEdit
{
    std::string name;
    std::string value;
};

std::string shown(const std::string &value)
{
    return value.empty() ? "empty" : value;
}

/// Two configurations on a tree.
class TreeDiff
{
public:
    TreeDiff(const Configuration &a, const Configuration &b)
        : m_model(a.model())
        , m_a(a)
        , m_b(b)
    {
        for (const NodeId node : nodesInOrder()) {
            const SymbolId id = m_model.node(node).symbol;
            if (!id.isValid() || m_model.symbol(id).isChoice || m_known[id] ||
                m_a.value(id) == m_b.value(id))
                continue;
            m_known[id] = true;
            m_differences.push_back({id, shownValue(m_a, id), shownValue(m_b, id)});
        }
        findEdits();
        for (Difference &each : m_differences)
            each.isConsequence =
                std::none_of(m_edits.begin(), m_edits.end(),
                             [&](const WantedEdit &edit) {
                                 return edit.name == m_model.symbol(each.symbol).name;
                             }) &&
                std::find(m_unreached.begin(), m_unreached.end(), each.symbol) == m_unreached.end();
    }

    [[nodiscard]] bool isEmpty() const { return m_differences.empty(); }

    void print(const std::string &prefix) const
    {
        for (const bool consequences : {false, true}) {
            std::vector<std::pair<std::string, std::vector<const Difference *>>> groups;
            for (const Difference &each : m_differences) {
                if (each.isConsequence != consequences)
                    continue;
                const std::string path = pathText(m_model, mainEntry(m_model, each.symbol));
                auto group = std::find_if(groups.begin(), groups.end(),
                                          [&](const auto &known) { return known.first == path; });
                if (group == groups.end())
                    group = groups.insert(groups.end(), {path, {}});
                group->second.push_back(&each);
            }
            if (consequences && !groups.empty())
                std::printf("Following from these:\n");
            for (const auto &[path, differences] : groups) {
                std::printf("%s\n", path.empty() ? "(main menu)" : path.c_str());
                for (const Difference *each : differences) {
                    const auto prompt = m_model.promptText(mainEntry(m_model, each->symbol));
                    std::printf("  %s%s: %s → %s%s%s\n", prefix.c_str(),
                                displayName(m_model, each->symbol).c_str(), shown(each->a).c_str(),
                                shown(each->b).c_str(), prompt.empty() ? "" : "    ",
                                std::string(prompt).c_str());
                }
            }
        }
        if (!m_edits.empty())
            std::printf("\nEdits that turn the first into the second:\n  kconf set%s\n",
                        editsText().c_str());
        for (const SymbolId id : m_unreached)
            std::printf("  no edit gives %s its value\n", displayName(m_model, id).c_str());
    }

    void write(JsonWriter &json) const
    {
        json.beginObject().member("tree", true).key("differences").beginArray();
        for (const Difference &each : m_differences) {
            const NodeId entry = mainEntry(m_model, each.symbol);
            json.beginObject().member("name", m_model.symbol(each.symbol).name);
            json.member("prompt", m_model.promptText(entry));
            json.member("a", m_a.value(each.symbol)).member("b", m_b.value(each.symbol));
            json.member("consequence", each.isConsequence).key("path");
            writePath(json, m_model, entry);
            json.endObject();
        }
        json.endArray().key("edits").beginArray();
        for (const WantedEdit &edit : m_edits)
            json.beginLine('{').member("name", edit.name).member("value", edit.value).endLine('}');
        json.endArray().key("unreachable").beginArray();
        for (const SymbolId id : m_unreached)
            json.text(displayName(m_model, id));
        json.endArray().endObject().finish();
    }

private:
    [[nodiscard]] std::vector<NodeId> nodesInOrder() const
    {
        std::vector<NodeId> order;
        std::vector<NodeId> rest{m_model.root()};
        while (!rest.empty()) {
            const NodeId at = rest.back();
            rest.pop_back();
            order.push_back(at);
            if (m_model.node(at).nextSibling.isValid())
                rest.push_back(m_model.node(at).nextSibling);
            if (m_model.node(at).firstChild.isValid())
                rest.push_back(m_model.node(at).firstChild);
        }
        return order;
    }

    /// Edits in the order of the menus, round after round, until A has become B. What follows from
    /// an edit needs none of its own.
    void findEdits()
    {
        Configuration now = m_a;
        for (bool changed = true; changed;) {
            changed = false;
            for (const Difference &each : m_differences) {
                const std::string wanted = m_b.value(each.symbol);
                if (now.value(each.symbol) == wanted || !m_b.isChangeable(each.symbol))
                    continue;
                // Another value of a choice is taken by choosing it, not by leaving the old one.
                if (m_model.symbol(each.symbol).choice.isValid() && wanted == "n")
                    continue;
                const auto known =
                    std::find_if(m_edits.begin(), m_edits.end(), [&](const WantedEdit &edit) {
                        return edit.name == m_model.symbol(each.symbol).name;
                    });
                if (known != m_edits.end() || !now.apply({each.symbol, wanted}))
                    continue;
                m_edits.push_back({std::string(m_model.symbol(each.symbol).name), wanted});
                changed = true;
            }
        }
        for (std::uint32_t i = 0; i < m_model.symbols().size(); ++i)
            if (!m_model.symbols()[i].isChoice && now.value(SymbolId{i}) != m_b.value(SymbolId{i}))
                m_unreached.push_back(SymbolId{i});
    }

    /// The edits as a shell takes them.
    [[nodiscard]] std::string editsText() const
    {
        std::string text;
        for (const WantedEdit &edit : m_edits) {
            text.append(1, ' ').append(edit.name).append(1, '=');
            const bool isPlain = std::all_of(edit.value.begin(), edit.value.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '_' || c == '-' || c == '.' || c == '/';
            });
            if (isPlain) {
                text += edit.value;
                continue;
            }
            text += '\'';
            for (const char c : edit.value) {
                if (c == '\'')
                    text.append("'\\''");
                else
                    text += c;
            }
            text += '\'';
        }
        return text;
    }

    const Model &m_model;
    const Configuration &m_a;
    const Configuration &m_b;
    struct Less
    {
        bool operator()(SymbolId a, SymbolId b) const { return a.index < b.index; }
    };
    std::map<SymbolId, bool, Less> m_known;
    std::vector<Difference> m_differences;
    std::vector<WantedEdit> m_edits;
    std::vector<SymbolId> m_unreached;
};

using Lines = std::map<std::string, std::string>;

/// The options of a file as it stands: names with their prefix, values as written, "n" for "is not
/// set".
Lines optionsOf(const std::string &text, const std::string &prefix)
{
    Lines lines;
    const std::string notSet = " is not set";
    const std::string comment = std::string("# ").append(prefix);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = text.substr(at, end - at);
        at = end + 1;
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.compare(0, prefix.size(), prefix) == 0) {
            if (const std::size_t sign = line.find('='); sign != std::string::npos)
                lines[line.substr(0, sign)] = line.substr(sign + 1);
        } else if (line.compare(0, comment.size(), comment) == 0 && line.size() > notSet.size() &&
                   line.compare(line.size() - notSet.size(), notSet.size(), notSet) == 0) {
            lines.insert_or_assign(line.substr(2, line.size() - 2 - notSet.size()),
                                   std::string(1, 'n'));
        }
    }
    return lines;
}

int diffTexts(const CommandLine &line, const std::string &a, const std::string &b)
{
    const auto prefix = line.environment.find("CONFIG_");
    const std::string start = prefix == line.environment.end() ? "CONFIG_" : prefix->second;
    const Lines left = optionsOf(a, start);
    const Lines right = optionsOf(b, start);
    Lines names = left;
    names.insert(right.begin(), right.end());
    JsonWriter json(stdout);
    if (line.json)
        json.beginObject().member("tree", false).key("differences").beginArray();
    bool differs = false;
    for (const auto &[name, ignored] : names) {
        const auto inLeft = left.find(name);
        const auto inRight = right.find(name);
        if (inLeft != left.end() && inRight != right.end() && inLeft->second == inRight->second)
            continue;
        differs = true;
        if (!line.json) {
            std::printf("%s: %s → %s\n", name.c_str(),
                        inLeft == left.end() ? "(absent)" : inLeft->second.c_str(),
                        inRight == right.end() ? "(absent)" : inRight->second.c_str());
            continue;
        }
        json.beginLine('{').member("name", name);
        for (const auto &[key, side, end] :
             {std::tuple("a", inLeft, left.end()), std::tuple("b", inRight, right.end())}) {
            json.key(key);
            if (side == end)
                json.null();
            else
                json.text(side->second);
        }
        json.endLine('}');
    }
    if (line.json)
        json.endArray().endObject().finish();
    return differs ? statusFindings : statusFine;
}

} // namespace

int runDiff(CommandLine &line)
{
    const bool namesTree = line.operands.size() == 3;
    if (line.operands.size() != 2 && !namesTree)
        return complain("diff needs two configurations, as in: kconf diff old.config .config");
    if (namesTree && line.options.rootFile.empty()) {
        line.options.rootFile = line.operands.back();
        line.operands.pop_back();
    }
    std::string texts[2];
    for (int i = 0; i < 2; ++i) {
        auto text = readFile(line.operands[static_cast<std::size_t>(i)]);
        if (!text)
            return complain(text.error().message);
        texts[i] = std::move(*text);
    }
    if (line.has("--text") || !hasTree(line))
        return diffTexts(line, texts[0], texts[1]);
    const auto tree = openTree(line, false);
    if (!tree || tree->hasErrors)
        return statusTrouble;
    ReadOptions options;
    options.prefix = tree->session->prefix();
    options.reportUnknownSymbols = false;
    Configuration a(tree->configuration().sharedModel());
    Configuration b(tree->configuration().sharedModel());
    Configuration *sides[] = {&a, &b};
    for (std::size_t i = 0; i < 2; ++i) {
        const ReadReport report = readConfig(*sides[i], texts[i], line.operands[i], options);
        for (const Diagnostic &diagnostic : report.diagnostics)
            if (diagnostic.severity != Severity::note)
                std::fputs(format(diagnostic, report.sources).c_str(), stderr);
    }
    const TreeDiff diff(a, b);
    if (line.json) {
        JsonWriter json(stdout);
        diff.write(json);
    } else {
        diff.print({});
    }
    return diff.isEmpty() ? statusFine : statusFindings;
}

} // namespace kconf
