// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What can never be: prompts, defaults, options that are on.

#include "configuration_state.h"
#include "goal_decider.h"

#include <algorithm>
#include <map>

namespace kconfig {

namespace {

constexpr std::size_t mostMembersNamed = 5;

enum class Kind
{
    prompt,
    defaultValue,
    symbol
};

/// A goal and what it stands for.
struct Candidate
{
    Kind kind;
    NodeId node;
    PropertyId property;
    SymbolId symbol;
    Goal goal;
    /// Of defaults: how many conditions of earlier defaults the goal begins with.
    std::size_t earlier = 0;
};

const char *ruleOf(Kind kind)
{
    return kind == Kind::prompt         ? "prompt-never-shows"
           : kind == Kind::defaultValue ? "default-never-applies"
                                        : "symbol-never-on";
}

class NeverFinder
{
public:
    explicit NeverFinder(LintContext &context)
        : m_context(context)
        , m_model(context.model())
    {}

    void run()
    {
        m_context.tell("what can never be");
        if (m_context.isWanted(ruleOf(Kind::prompt)))
            collectPrompts();
        if (m_context.isWanted(ruleOf(Kind::defaultValue)))
            collectDefaults();
        if (m_context.isWanted(ruleOf(Kind::symbol)))
            collectSymbols();
        std::vector<Goal> goals;
        for (const Candidate &candidate : m_candidates)
            goals.push_back(candidate.goal);
        GoalDecider decider(m_context);
        const auto verdicts = decider.decide(goals);
        // What follows from a name that is missing or from what a macro gave is no contradiction
        // of the tree's own.
        goals.clear();
        std::vector<std::size_t> dead;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            if (verdicts[i].answer != PossibilitySolver::Answer::impossible)
                continue;
            dead.push_back(i);
            goals.push_back(m_candidates[i].goal);
        }
        const auto answers =
            m_context.solver()->decideAll(goals, anySurroundings, m_context.cancelled());
        m_context.tell("reasons");
        for (std::size_t i = 0; i < dead.size() && !m_context.isCancelled(); ++i)
            if (answers[i] == PossibilitySolver::Answer::impossible)
                report(m_candidates[dead[i]]);
        for (auto &[key, group] : m_groups)
            tell(group);
    }

private:
    static constexpr Surroundings anySurroundings{false, false};

    /// Findings with one reason in common.
    struct Group
    {
        std::vector<const Candidate *> members;
        std::vector<ExpressionId> conflict;
    };

    void collectPrompts()
    {
        for (std::uint32_t i = 0; i < m_model.nodeCount(); ++i) {
            const MenuNode &node = m_model.node(NodeId{i});
            if (!node.prompt.isValid() || NodeId{i} == m_model.root())
                continue;
            const ExpressionId condition = m_model.property(node.prompt).condition;
            if (condition.isValid())
                m_candidates.push_back({Kind::prompt, NodeId{i}, node.prompt, node.symbol,
                                        conditionsOf(condition), 0});
        }
    }

    void collectDefaults()
    {
        for (std::uint32_t i = 0; i < m_model.symbols().size(); ++i) {
            const Symbol &symbol = m_model.symbols()[i];
            if (symbol.isDefconfigList)
                continue;
            for (const PropertyId id : symbol.properties) {
                const Property &property = m_model.property(id);
                if (property.kind != PropertyKind::defaultValue)
                    continue;
                // Other definitions may well come first: that is how architectures override.
                Goal goal;
                for (const PropertyId before : symbol.properties) {
                    if (before == id)
                        break;
                    const Property &other = m_model.property(before);
                    if (other.kind == PropertyKind::defaultValue && other.node == property.node)
                        goal.push_back({other.condition, {}, Tristate::mod, false});
                }
                const std::size_t earlier = goal.size();
                const Goal own = conditionsOf(property.condition);
                goal.insert(goal.end(), own.begin(), own.end());
                if (!goal.empty())
                    m_candidates.push_back({Kind::defaultValue, property.node, id, SymbolId{i},
                                            std::move(goal), earlier});
            }
        }
    }

    void collectSymbols()
    {
        for (std::uint32_t i = 0; i < m_model.symbols().size(); ++i) {
            const Symbol &symbol = m_model.symbols()[i];
            if (!symbol.isDefined() || !isTruthType(symbol.type) || symbol.isChoice ||
                symbol.choice.isValid() || m_context.hasPrompt(SymbolId{i}) || !hasSource(symbol))
                continue;
            m_candidates.push_back({Kind::symbol,
                                    symbol.nodes.front(),
                                    {},
                                    SymbolId{i},
                                    {{{}, SymbolId{i}, Tristate::mod, true}},
                                    0});
        }
    }

    /// Whether something is meant to turn it on: a select, an imply, or a default that is not n.
    [[nodiscard]] bool hasSource(const Symbol &symbol) const
    {
        if (symbol.reverseDependency.isValid() || symbol.impliedDependency.isValid())
            return true;
        return std::any_of(symbol.properties.begin(), symbol.properties.end(), [&](PropertyId id) {
            const Property &property = m_model.property(id);
            if (property.kind != PropertyKind::defaultValue)
                return false;
            const Expression &value = m_model.expression(property.value);
            return value.kind != ExpressionKind::symbol ||
                   !(value.symbol == Model::constant(Tristate::no));
        });
    }

    [[nodiscard]] Goal conditionsOf(ExpressionId condition) const
    {
        Goal goal;
        for (const ExpressionId each : operandsOf(m_model, condition, ExpressionKind::conjunction))
            goal.push_back({each, {}, Tristate::mod, true});
        return goal;
    }

    void report(const Candidate &candidate)
    {
        PossibilitySolver &solver = *m_context.solver();
        if (solver.decide(candidate.goal, anySurroundings) != PossibilitySolver::Answer::impossible)
            return;
        const std::vector<std::size_t> conflict = solver.conflict();
        std::string key = ruleOf(candidate.kind);
        std::vector<ExpressionId> expressions;
        bool onlyInherited = candidate.kind == Kind::defaultValue;
        const std::vector<ExpressionId> inherited = operandsOf(
            m_model, m_model.node(candidate.node).dependency, ExpressionKind::conjunction);
        for (const std::size_t i : conflict) {
            const Condition &condition = candidate.goal[i];
            if (condition.symbol.isValid())
                continue;
            expressions.push_back(condition.expression);
            const std::string text = m_model.describe(condition.expression);
            key += '\n' + text;
            onlyInherited =
                onlyInherited && i >= candidate.earlier &&
                std::any_of(inherited.begin(), inherited.end(), [&](ExpressionId each) {
                    return each == condition.expression || m_model.describe(each) == text;
                });
        }
        // Where the whole entry is dead its defaults are no news.
        if (onlyInherited && candidate.earlier == 0)
            return;
        if (candidate.kind != Kind::prompt) // each has a story of its own
            key += '\n' + std::to_string(m_groups.size());
        Group &group = m_groups[key];
        group.members.push_back(&candidate);
        if (group.members.size() == 1)
            group.conflict = std::move(expressions);
    }

    [[nodiscard]] Argument subjectOf(const Candidate &candidate) const
    {
        if (candidate.symbol.isValid())
            return nameOf(m_model, candidate.symbol);
        return asArgument(say(Phrase::inQuotes, asText(m_model.promptText(candidate.node))));
    }

    void tell(const Group &group)
    {
        const Candidate &first = *group.members.front();
        Clause message;
        Position position = m_model.node(first.node).position;
        switch (first.kind) {
        case Kind::prompt:
            message = say(Phrase::promptNeverSeen, subjectOf(first));
            if (group.members.size() == 2)
                message = say(Phrase::norOneOther, std::move(message));
            else if (group.members.size() > 2)
                message =
                    say(Phrase::norOthers, std::move(message), asNumber(group.members.size() - 1));
            position = m_model.property(first.property).position;
            break;
        case Kind::defaultValue:
            message = say(Phrase::defaultNeverApplies, subjectOf(first));
            position = m_model.property(first.property).position;
            break;
        case Kind::symbol:
            message = say(Phrase::neverOn, subjectOf(first));
            break;
        }
        Finding &finding = m_context.add(ruleOf(first.kind), first.symbol, position,
                                         std::move(message), hintFor(first, group));
        auto &notes = finding.diagnostic.notes;
        if (first.kind == Kind::defaultValue && first.earlier > 0) {
            for (const PropertyId id : m_model.symbol(first.symbol).properties) {
                if (id == first.property)
                    break;
                const Property &other = m_model.property(id);
                if (other.kind == PropertyKind::defaultValue && other.node == first.node &&
                    std::find(group.conflict.begin(), group.conflict.end(), other.condition) !=
                        group.conflict.end())
                    notes.push_back(noteAt(other.position, say(Phrase::comesFirst)));
            }
        } else {
            for (const ExpressionId each : group.conflict)
                notes.push_back(noteAt(placeOf(each), conflictText(each, group.conflict.size())));
        }
        for (std::size_t i = 1; i < group.members.size() && i <= mostMembersNamed; ++i)
            notes.push_back(noteAt(m_model.property(group.members[i]->property).position,
                                   say(Phrase::norPromptOf, subjectOf(*group.members[i]))));
    }

    [[nodiscard]] static Clause hintFor(const Candidate &candidate, const Group &group)
    {
        if (candidate.kind == Kind::defaultValue && candidate.earlier > 0)
            return say(Phrase::moveDefault);
        if (candidate.kind == Kind::symbol)
            return say(Phrase::correctSources);
        return say(group.conflict.size() > 1 ? Phrase::correctOneCondition
                                             : Phrase::correctCondition);
    }

    [[nodiscard]] Clause conflictText(ExpressionId id, std::size_t count) const
    {
        return say(count == 1 ? Phrase::cantHold : Phrase::excludeEachOther,
                   asExpression(m_model.describe(id)), asNumber(count));
    }

    /// The place of an expression's first leaf.
    [[nodiscard]] Position placeOf(ExpressionId id) const
    {
        while (m_model.expression(id).left.isValid())
            id = m_model.expression(id).left;
        return m_model.expression(id).position;
    }

    LintContext &m_context;
    const Model &m_model;
    std::vector<Candidate> m_candidates;
    std::map<std::string, Group> m_groups;
};

} // namespace

void lintNever(LintContext &context)
{
    if (context.isWanted("prompt-never-shows") || context.isWanted("default-never-applies") ||
        context.isWanted("symbol-never-on"))
        NeverFinder(context).run();
}

void lintShadowedDefaults(LintContext &context)
{
    const Model &model = context.model();
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        PropertyId winner;
        for (const PropertyId id : model.symbols()[i].properties) {
            const Property &property = model.property(id);
            if (property.kind != PropertyKind::defaultValue)
                continue;
            if (winner.isValid() && model.property(winner).node == property.node) {
                Finding &finding =
                    context.add("default-never-applies", SymbolId{i}, property.position,
                                say(Phrase::defaultNeverApplies, nameOf(model, SymbolId{i})),
                                say(Phrase::moveDefault));
                finding.diagnostic.notes.push_back(
                    noteAt(model.property(winner).position, say(Phrase::comesFirst)));
            } else if (model.describe(property.condition) ==
                       model.describe(model.node(property.node).dependency)) {
                winner = id;
            }
        }
    }
}

} // namespace kconfig
