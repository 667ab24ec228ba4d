// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf set: edits from the command line, all of them or none.

#include "commands.h"
#include "config_text.h"
#include "reason_view.h"
#include "tree_view.h"

#include "kconfig/config_file.h"

#include <cstdio>

namespace kconf {

using namespace kconfig;

namespace {

/// One edit and what became of it.
struct Outcome
{
    std::string name; ///< as the user wrote it
    SymbolId symbol;
    std::optional<std::string> wanted; ///< nothing: the user's value is taken back
    std::string before;
    std::string refusal; ///< empty when it was done
    Position position;   ///< of the refusal
    std::vector<Reason> reasons;
};

struct Change
{
    SymbolId symbol;
    std::string before, after;
};

class Setter
{
public:
    explicit Setter(const OpenTree &tree)
        : m_tree(tree)
        , m_configuration(tree.configuration())
        , m_model(tree.model())
        , m_before(tree.configuration())
    {}

    void apply(const std::string &operand)
    {
        Outcome outcome;
        const std::size_t sign = operand.find('=');
        outcome.name = operand.substr(0, sign);
        if (sign + 1 < operand.size())
            outcome.wanted = operand.substr(sign + 1);
        outcome.symbol = m_model.find(outcome.name);
        const std::string prefix = m_tree.session->prefix();
        if (!outcome.symbol.isValid() && outcome.name.compare(0, prefix.size(), prefix) == 0)
            outcome.symbol = m_model.find(outcome.name.substr(prefix.size()));
        if (!outcome.symbol.isValid()) {
            const SearchIndex index(m_configuration.sharedModel());
            outcome.refusal = "the tree has no option '" + outcome.name + '\'' +
                              suggestion(m_model, index.similarNames(outcome.name));
            m_outcomes.push_back(std::move(outcome));
            return;
        }
        outcome.before = m_configuration.value(outcome.symbol);
        const auto done = m_configuration.apply({outcome.symbol, outcome.wanted});
        if (!done) {
            outcome.refusal = done.error().message;
            const Explanation story = explain(m_configuration, outcome.symbol);
            if (!story.definitions.empty())
                outcome.position = story.definitions.front().position;
            // Where the value is no value at all, what stands in the way is beside the point.
            if (!story.isChangeable)
                outcome.reasons = story.obstacles;
        }
        m_outcomes.push_back(std::move(outcome));
    }

    /// An edit that a later one undid is as bad as one refused.
    void checkResults()
    {
        for (Outcome &outcome : m_outcomes) {
            if (!outcome.refusal.empty() || !outcome.wanted || outcome.wanted->empty())
                continue;
            const std::string now = m_configuration.value(outcome.symbol);
            if (isSame(outcome.symbol, *outcome.wanted, now))
                continue;
            const Explanation story = explain(m_configuration, outcome.symbol);
            outcome.refusal = outcome.name + " was set to " + *outcome.wanted + ", but is " +
                              (now.empty() ? "empty" : now) + " after the edits that follow";
            if (!story.definitions.empty())
                outcome.position = story.definitions.front().position;
            outcome.reasons.push_back(story.whyValue);
        }
    }

    [[nodiscard]] bool isRefused() const
    {
        for (const Outcome &outcome : m_outcomes)
            if (!outcome.refusal.empty())
                return true;
        return false;
    }

    /// What has changed besides what was asked for.
    [[nodiscard]] std::vector<Change> sideEffects() const
    {
        std::vector<Change> changes;
        for (std::uint32_t i = 0; i < m_model.symbols().size(); ++i) {
            const SymbolId id{i};
            if (m_model.symbol(id).isChoice || !m_model.symbol(id).isDefined() || isNamed(id))
                continue;
            std::string before = m_before.value(id);
            std::string after = m_configuration.value(id);
            if (before != after)
                changes.push_back({id, std::move(before), std::move(after)});
        }
        return changes;
    }

    void print(const std::vector<Change> &effects) const
    {
        for (const Outcome &outcome : m_outcomes) {
            if (outcome.refusal.empty()) {
                if (isRefused())
                    continue;
                const std::string now = m_configuration.value(outcome.symbol);
                std::printf("%s: %s\n", displayName(m_model, outcome.symbol).c_str(),
                            now == outcome.before ? (now + ", as before").c_str()
                                                  : (outcome.before + " → " + now).c_str());
                continue;
            }
            const std::string where = m_model.sources().describe(outcome.position);
            std::fprintf(stderr, "kconf: %s%s%s\n", outcome.refusal.c_str(),
                         where.empty() ? "" : "; defined at ", where.c_str());
            printReasons(stderr, m_model, outcome.reasons, 2);
        }
        if (isRefused() || effects.empty())
            return;
        std::printf("This changes %zu more:\n", effects.size());
        for (const Change &change : effects)
            std::printf("  %s: %s → %s%s\n", displayName(m_model, change.symbol).c_str(),
                        change.before.empty() ? "empty" : change.before.c_str(),
                        change.after.empty() ? "empty" : change.after.c_str(),
                        why(change.symbol).c_str());
    }

    void write(const std::vector<Change> &effects, const std::string &written) const
    {
        JsonWriter json(stdout);
        json.beginObject().member("accepted", !isRefused()).key("written");
        if (written.empty())
            json.null();
        else
            json.text(written);
        json.key("edits").beginArray();
        for (const Outcome &outcome : m_outcomes) {
            json.beginObject().member("name", outcome.name).key("value");
            if (outcome.wanted)
                json.text(*outcome.wanted);
            else
                json.null();
            json.member("before", outcome.before);
            json.member("accepted", outcome.refusal.empty());
            json.member("message", outcome.refusal).key("position");
            writePosition(json, m_model, outcome.position);
            json.endObject();
        }
        json.endArray().key("sideEffects").beginArray();
        for (const Change &change : effects) {
            json.beginLine('{').member("name", m_model.symbol(change.symbol).name);
            json.member("before", change.before).member("after", change.after);
            json.member("origin", originName(m_configuration.origin(change.symbol).origin));
            json.endLine('}');
        }
        json.endArray().endObject().finish();
    }

private:
    [[nodiscard]] bool isNamed(SymbolId id) const
    {
        for (const Outcome &outcome : m_outcomes)
            if (outcome.symbol == id)
                return true;
        return false;
    }

    [[nodiscard]] bool isSame(SymbolId id, const std::string &wanted, const std::string &now) const
    {
        const SymbolType type = m_model.symbol(id).type;
        if (type == SymbolType::string)
            return wanted == now;
        std::string low;
        for (const char c : wanted)
            low += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        std::string other;
        for (const char c : now)
            other += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return low == other || (type == SymbolType::hex && "0x" + low == other);
    }

    [[nodiscard]] std::string why(SymbolId id) const
    {
        const ValueOrigin origin = m_configuration.origin(id);
        if (origin.by.isValid() && !m_model.symbol(origin.by).isChoice)
            return std::string(" (") +
                   (origin.origin == Origin::selected ? "selected by " : "implied by ") +
                   displayName(m_model, origin.by) + ')';
        return origin.origin == Origin::defaultValue ? " (default)" : "";
    }

    const OpenTree &m_tree;
    Configuration &m_configuration;
    const Model &m_model;
    Configuration m_before;
    std::vector<Outcome> m_outcomes;
};

} // namespace

int runSet(CommandLine &line)
{
    const auto isEdit = [](const std::string &operand) {
        const std::size_t sign = operand.find('=');
        return sign != std::string::npos && sign > 0;
    };
    const auto tree = openTree(line, !line.operands.empty() && !isEdit(line.operands.back()));
    if (!tree)
        return statusTrouble;
    if (line.operands.empty())
        return complain("set needs edits, as in: kconf set NET=y HEAP_SIZE=64");
    for (const std::string &operand : line.operands)
        if (!isEdit(operand))
            return complain("'" + operand + "' is no edit; write " + operand + "=VALUE, or " +
                            operand + "= to take your value back");
    if (tree->hasErrors || !readConfiguration(*tree))
        return statusTrouble;
    Setter setter(*tree);
    for (const std::string &operand : line.operands)
        setter.apply(operand);
    setter.checkResults();
    const std::vector<Change> effects =
        setter.isRefused() ? std::vector<Change>() : setter.sideEffects();
    if (!line.json)
        setter.print(effects);
    std::string written;
    int status = statusFine;
    if (setter.isRefused()) {
        status = statusFindings;
    } else if (!line.has("--dry-run")) {
        if (tree->session->writeConfig())
            written = tree->session->configPath();
        else
            status = statusTrouble;
    }
    if (line.json)
        setter.write(effects, written);
    else if (!written.empty())
        std::printf("Written to %s\n", written.c_str());
    else if (status == statusFindings)
        std::fprintf(stderr, "kconf: nothing was written\n");
    return status;
}

} // namespace kconf
