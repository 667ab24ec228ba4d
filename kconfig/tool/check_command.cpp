// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf check: options that no configuration can turn on, or off.

#include "commands.h"
#include "fix_report.h"
#include "resolver_access.h"
#include "tree_view.h"

#include <algorithm>
#include <cstdio>

namespace kconf {

using namespace kconfig;

namespace {

/// An option and why it is always what it is.
struct Verdict
{
    SymbolId symbol;
    bool isDead = false; ///< else always on
    std::optional<Impossibility> why;
};

class Checker
{
public:
    Checker(CommandLine &line, const OpenTree &tree, Resolver &resolver)
        : m_line(line)
        , m_configuration(tree.configuration())
        , m_model(tree.model())
        , m_resolver(resolver)
    {}

    int run(const ResolveOptions &options, const std::vector<SymbolId> &wanted)
    {
        m_options = options;
        if (wanted.empty())
            checkAll();
        else
            for (const SymbolId symbol : wanted)
                checkOne(symbol);
        if (m_line.json)
            write();
        else
            print(wanted);
        return m_verdicts.empty() && m_unknown.empty() ? statusFine : statusFindings;
    }

private:
    [[nodiscard]] std::size_t countOptions() const
    {
        return static_cast<std::size_t>(
            std::count_if(m_model.symbols().begin(), m_model.symbols().end(),
                          [](const Symbol &each) { return each.isDefined() && !each.isChoice; }));
    }

    void checkAll()
    {
        Resolver::Fixed fixed;
        {
            const BusyLine busy("checking " + std::to_string(countOptions()) + " options");
            fixed = m_resolver.findFixed(m_options);
        }
        m_unknown = withoutChoices(fixed.unknown);
        for (const bool isDead : {true, false}) {
            for (const SymbolId symbol : withoutChoices(isDead ? fixed.dead : fixed.alwaysOn)) {
                Verdict verdict{symbol, isDead, {}};
                if (m_line.has("--why"))
                    verdict.why = reasonFor(symbol, isDead);
                m_verdicts.push_back(std::move(verdict));
            }
        }
    }

    /// A question about one option needs no look at all the others.
    void checkOne(SymbolId symbol)
    {
        const SymbolType type = m_model.symbol(symbol).type;
        if (type != SymbolType::boolean && type != SymbolType::tristate)
            return; // numbers and texts are neither on nor off
        const BusyLine busy("checking " + displayName(m_model, symbol));
        std::optional<Impossibility> off;
        bool isDead = true;
        for (const char *value : {"m", "y", "n"}) {
            if (value[0] == 'm' && type != SymbolType::tristate)
                continue;
            const std::vector<Wish> wish{{symbol, value}};
            ResolveOptions options = m_options;
            options.mostAlternatives = 1;
            Resolution found = m_resolver.resolve(m_configuration, wish, options);
            if (!found.impossible && found.alternatives.empty()) {
                m_unknown.push_back(symbol);
                return;
            }
            if (value[0] != 'n') {
                isDead = isDead && found.impossible;
                off = std::move(found.impossible);
            } else if (found.impossible) {
                m_verdicts.push_back({symbol, false, std::move(found.impossible)});
            }
        }
        if (isDead)
            m_verdicts.push_back({symbol, true, std::move(off)});
    }

    /// Choices are no options.
    [[nodiscard]] std::vector<SymbolId> withoutChoices(const std::vector<SymbolId> &symbols) const
    {
        std::vector<SymbolId> kept;
        for (const SymbolId id : symbols)
            if (!m_model.symbol(id).isChoice)
                kept.push_back(id);
        return kept;
    }

    [[nodiscard]] std::optional<Impossibility> reasonFor(SymbolId symbol, bool isDead)
    {
        const bool isTristate = m_model.symbol(symbol).type == SymbolType::tristate;
        std::vector<Wish> wish{{symbol, isDead ? (isTristate ? "m" : "y") : "n"}};
        auto why = m_resolver.whyImpossible(wish, m_options);
        if (!why && isDead && isTristate) {
            wish.front().value = "y";
            why = m_resolver.whyImpossible(wish, m_options);
        }
        return why;
    }

    void printEntry(const Verdict &verdict) const
    {
        const NodeId entry = mainEntry(m_model, verdict.symbol);
        const std::string_view prompt = m_model.promptText(entry);
        std::printf("  %s  %s%s(%s)\n", displayName(m_model, verdict.symbol).c_str(),
                    std::string(prompt).c_str(), prompt.empty() ? "" : "  ",
                    shortPlace(m_model, m_model.node(entry).position).c_str());
        if (!verdict.why)
            return;
        std::printf("    %s\n", verdict.why->sentence.c_str());
    }

    void print(const std::vector<SymbolId> &wanted) const
    {
        for (const bool isDead : {true, false}) {
            const auto count =
                std::count_if(m_verdicts.begin(), m_verdicts.end(),
                              [&](const Verdict &each) { return each.isDead == isDead; });
            if (count == 0)
                continue;
            std::printf("%s in every configuration (%ld):\n", isDead ? "Off" : "On",
                        static_cast<long>(count));
            for (const Verdict &verdict : m_verdicts)
                if (verdict.isDead == isDead)
                    printEntry(verdict);
            std::printf("\n");
        }
        if (!m_unknown.empty()) {
            constexpr std::size_t most = 8;
            std::printf("Not decided in the time given (%zu):", m_unknown.size());
            for (std::size_t i = 0; i < std::min(most, m_unknown.size()); ++i)
                std::printf(" %s", displayName(m_model, m_unknown[i]).c_str());
            std::printf(m_unknown.size() > most ? " …; --json has them all\n\n" : "\n\n");
        }
        if (m_verdicts.empty() && m_unknown.empty())
            std::printf(wanted.empty() ? "Every option can be turned on, and every one off.\n"
                                       : "It can be turned on, and it can be turned off.\n");
        else if (!m_verdicts.empty() && !m_verdicts.front().why)
            std::printf("kconf check %s says why; --why does for all.\n",
                        displayName(m_model, m_verdicts.front().symbol).c_str());
    }

    void write() const
    {
        JsonWriter json(stdout);
        json.beginObject();
        for (const bool isDead : {true, false}) {
            json.key(isDead ? "dead" : "alwaysOn").beginArray();
            for (const Verdict &verdict : m_verdicts) {
                if (verdict.isDead != isDead)
                    continue;
                const NodeId entry = mainEntry(m_model, verdict.symbol);
                json.beginObject().member("symbol", m_model.symbol(verdict.symbol).name);
                json.member("prompt", m_model.promptText(entry)).key("position");
                writePosition(json, m_model, m_model.node(entry).position);
                json.key("impossible");
                writeImpossible(json, m_model, verdict.why);
                json.endObject();
            }
            json.endArray();
        }
        json.key("unknown").beginArray();
        for (const SymbolId id : m_unknown)
            json.text(m_model.symbol(id).name);
        json.endArray().member("complete", m_unknown.empty()).endObject().finish();
    }

    CommandLine &m_line;
    const Configuration &m_configuration;
    const Model &m_model;
    Resolver &m_resolver;
    ResolveOptions m_options;
    std::vector<Verdict> m_verdicts;
    std::vector<SymbolId> m_unknown;
};

} // namespace

int runCheck(CommandLine &line)
{
    if (!hasResolver())
        return complainAboutSolver("check");
    const auto deadline = deadlineOf(line, std::nullopt);
    if (!deadline)
        return complain(deadline.error());
    const auto tree = openTree(line, !line.operands.empty());
    if (!tree || tree->hasErrors)
        return statusTrouble;
    std::vector<SymbolId> wanted;
    for (const std::string &name : line.operands) {
        wanted.push_back(findSymbol(*tree, name));
        if (!wanted.back().isValid())
            return statusFindings;
    }
    const auto resolver = resolverFor(tree->configuration().sharedModel());
    ResolveOptions options;
    options.deadline = *deadline;
    return Checker(line, *tree, *resolver).run(options, wanted);
}

} // namespace kconf
