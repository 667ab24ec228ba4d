// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "impossibility_text.h"

#include "configuration_state.h"
#include "explanation_sentence.h"
#include "references.h"

#include <algorithm>
#include <deque>
#include <functional>

namespace kconfig {

namespace {

using Kind = RuleGroup::Kind;

/// What a chain of needs asks of a symbol.
enum class Need : std::uint8_t
{
    on,
    off,
    value ///< of a number or text, or either way
};

/// Tells a proof by following what each rule asks of other symbols, from the wishes on.
class ProofTeller
{
public:
    ProofTeller(const Model &model, std::span<const Wish> wishes, std::span<const RuleGroup> rules)
        : m_model(model)
        , m_wishes(wishes)
        , m_rules(rules)
        , m_isCore(model.symbols().size())
        , m_isWished(model.symbols().size())
        , m_isSeen(model.symbols().size())
    {
        for (const RuleGroup &rule : rules)
            if (rule.symbol.isValid())
                m_isCore[rule.symbol.index] = true;
        for (const Wish &wish : wishes)
            m_isWished[wish.symbol.index] = true;
    }

    Impossibility tell()
    {
        for (const Wish &wish : m_wishes)
            ask(wish.symbol, needOf(wish));
        follow();
        // What no chain leads to: told last, as it stands.
        for (const RuleGroup &rule : m_rules) {
            if (rule.symbol.isValid() && !m_isSeen[rule.symbol.index]) {
                ask(rule.symbol, Need::value);
                follow();
            }
        }
        tellChoices();
        tellKept();
        Impossibility result;
        for (const Wish &wish : m_wishes)
            result.sentence += (result.sentence.empty() ? "" : " with ") + wishText(wish);
        result.sentence += " is impossible";
        for (std::size_t i = 0; i < m_reasons.size(); ++i) {
            const Reason &reason = m_reasons[i];
            const bool isLast = i + 1 == m_reasons.size();
            result.sentence += (i == 0 ? ": " : isLast ? ", and " : ", ") + reason.text;
            if (reason.position.isValid() && !placeBehind(m_model, reason).empty())
                result.sentence += " (" + shortPlace(m_model, reason.position) + ')';
        }
        result.reasons = std::move(m_reasons);
        return result;
    }

private:
    [[nodiscard]] std::string name(SymbolId id) const { return displayName(m_model, id); }

    [[nodiscard]] std::string wishText(const Wish &wish) const
    {
        const bool isText = m_model.symbol(wish.symbol).type == SymbolType::string;
        return name(wish.symbol) + '=' + (isText ? '"' + wish.value + '"' : wish.value);
    }

    [[nodiscard]] Need needOf(const Wish &wish) const
    {
        if (!isTruthType(m_model.symbol(wish.symbol).type))
            return Need::value;
        return wish.value == "n" ? Need::off : Need::on;
    }

    void ask(SymbolId id, Need need)
    {
        const bool matters =
            id.isValid() && !m_model.symbol(id).isConstant &&
            (m_isCore[id.index] || m_isWished[id.index] || !m_model.symbol(id).isDefined());
        if (!matters || m_isSeen[id.index])
            return;
        m_isSeen[id.index] = true;
        m_queue.emplace_back(id, need);
    }

    void follow()
    {
        while (!m_queue.empty()) {
            const auto [id, need] = m_queue.front();
            m_queue.pop_front();
            if (need == Need::on)
                m_on.push_back(id);
            if (!m_isCore[id.index] && m_model.symbol(id).isDefined())
                continue; // a wish of which no rule is needed
            if (!m_model.symbol(id).isDefined())
                add(id, {}, name(id) + " is defined by no file, so it is always n");
            else if (need == Need::off)
                tellOff(id);
            else
                tellOn(id, need);
        }
    }

    void add(SymbolId id, const Position &position, std::string text)
    {
        const bool isKnown = std::any_of(m_reasons.begin(), m_reasons.end(),
                                         [&](const Reason &other) { return other.text == text; });
        if (isKnown)
            return;
        Reason reason;
        reason.symbol = id;
        reason.position = position;
        reason.text = std::move(text);
        m_reasons.push_back(std::move(reason));
    }

    /// Calls `leaf` for every symbol of an expression with what the expression asks of it.
    void eachLeaf(ExpressionId id, bool isPositive,
                  const std::function<void(SymbolId, Need)> &leaf) const
    {
        std::vector<std::pair<ExpressionId, bool>> rest{{id, isPositive}};
        while (!rest.empty()) {
            const auto [at, holds] = rest.back();
            rest.pop_back();
            if (!at.isValid())
                continue;
            const Expression &node = m_model.expression(at);
            switch (node.kind) {
            case ExpressionKind::conjunction:
            case ExpressionKind::disjunction:
                rest.emplace_back(node.right, holds);
                rest.emplace_back(node.left, holds);
                break;
            case ExpressionKind::negation:
                rest.emplace_back(node.left, !holds);
                break;
            case ExpressionKind::symbol:
                leaf(node.symbol, holds ? Need::on : Need::off);
                break;
            default:
                leaf(node.symbol, Need::value);
                leaf(node.other, Need::value);
            }
        }
    }

    [[nodiscard]] bool namesCore(ExpressionId id) const
    {
        bool found = false;
        eachLeaf(id, true, [&](SymbolId symbol, Need) {
            const Symbol &each = m_model.symbol(symbol);
            found = found || (!each.isConstant && (m_isCore[symbol.index] ||
                                                   m_isWished[symbol.index] || !each.isDefined()));
        });
        return found;
    }

    /// The conjuncts of a condition that have to do with the proof, all when none has.
    [[nodiscard]] std::vector<ExpressionId> relevantParts(ExpressionId condition) const
    {
        std::vector<ExpressionId> all, relevant;
        std::vector<ExpressionId> rest{condition};
        while (!rest.empty()) {
            const ExpressionId at = rest.back();
            rest.pop_back();
            if (!at.isValid())
                continue;
            const Expression &node = m_model.expression(at);
            if (node.kind == ExpressionKind::conjunction) {
                rest.push_back(node.right);
                rest.push_back(node.left);
                continue;
            }
            const std::string text = m_model.describe(at);
            const auto isSame = [&](ExpressionId other) { return m_model.describe(other) == text; };
            if (std::none_of(all.begin(), all.end(), isSame)) {
                all.push_back(at);
                if (namesCore(at))
                    relevant.push_back(at);
            }
        }
        return relevant.empty() ? all : relevant;
    }

    [[nodiscard]] std::string partsText(const std::vector<ExpressionId> &parts) const
    {
        std::string text;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const bool isRow = parts.size() > 1 &&
                               m_model.expression(parts[i]).kind == ExpressionKind::disjunction;
            text += (i == 0                  ? ""
                     : i + 1 == parts.size() ? " and "
                                             : ", ") +
                    (isRow ? '(' + m_model.describe(parts[i]) + ')' : m_model.describe(parts[i]));
        }
        return text;
    }

    void askParts(const std::vector<ExpressionId> &parts)
    {
        for (const ExpressionId part : parts)
            eachLeaf(part, true, [this](SymbolId symbol, Need need) { ask(symbol, need); });
    }

    /// A place of an expression: of its first leaf.
    [[nodiscard]] Position placeOf(const std::vector<ExpressionId> &parts,
                                   const Position &otherwise) const
    {
        if (parts.empty())
            return otherwise;
        ExpressionId at = parts.front();
        while (m_model.expression(at).left.isValid())
            at = m_model.expression(at).left;
        const Position &position = m_model.expression(at).position;
        return position.isValid() ? position : otherwise;
    }

    /// How a symbol could get another value than n, or the value wished for.
    void tellOn(SymbolId id, Need need)
    {
        struct Way
        {
            std::string how;
            std::vector<ExpressionId> parts;
            Position position;
            SymbolId by;
        };
        std::vector<Way> ways;
        const Symbol &symbol = m_model.symbol(id);
        for (const PropertyId each : symbol.properties) {
            const Property &property = m_model.property(each);
            if (property.kind == PropertyKind::prompt)
                ways.push_back(
                    {"its prompt", relevantParts(property.condition), property.position, {}});
            if (property.kind != PropertyKind::defaultValue)
                continue;
            const Expression &value = m_model.expression(property.value);
            const bool isNo = need == Need::on && value.kind == ExpressionKind::symbol &&
                              value.symbol == Model::constant(Tristate::no);
            if (isNo)
                continue;
            Way way{"its default " + m_model.describe(property.value),
                    relevantParts(property.condition),
                    property.position,
                    {}};
            if (need == Need::on && namesCore(property.value))
                way.parts.push_back(property.value);
            ways.push_back(std::move(way));
        }
        if (!symbol.choice.isValid()) {
            for (const auto &[kind, verb] : {std::pair(PropertyKind::select, "a select from "),
                                             std::pair(PropertyKind::imply, "an imply from ")}) {
                for (const PropertyId each : propertiesNaming(m_model, id, kind)) {
                    const Property &property = m_model.property(each);
                    const SymbolId by = m_model.node(property.node).symbol;
                    ways.push_back({verb + name(by), relevantParts(property.condition),
                                    property.position, by});
                }
            }
        }
        for (const Way &way : ways) {
            ask(way.by, Need::on);
            askParts(way.parts);
        }
        if (ways.empty()) {
            add(id, m_model.node(symbol.nodes.front()).position,
                name(id) + " has no prompt and no default, and nothing selects it");
            return;
        }
        if (symbol.isChoice && ways.front().parts.empty())
            return; // it is there whenever it is asked for; tellChoices() has the rest
        tellRanges(id);
        // The same condition for all of them is what it needs.
        const std::string first = partsText(ways.front().parts);
        const bool isOne = std::all_of(ways.begin(), ways.end(), [&](const Way &way) {
            return !way.by.isValid() && partsText(way.parts) == first;
        });
        if (isOne) {
            const bool hasPrompt = ways.front().how == "its prompt";
            if (!first.empty())
                add(id, placeOf(ways.front().parts, ways.front().position),
                    name(id) + (hasPrompt ? " needs " : " has no prompt, and its default needs ") +
                        first);
            else if (!hasPrompt)
                add(id, ways.front().position,
                    name(id) + " has no prompt: it has " + ways.front().how);
            return;
        }
        constexpr std::size_t most = 4;
        std::string text = name(id) + " comes only by ";
        for (std::size_t i = 0; i < ways.size() && i < most; ++i) {
            text += (i == 0 ? "" : " or ") + ways[i].how;
            if (!ways[i].parts.empty())
                text += ", which needs " + partsText(ways[i].parts);
            text += " at " + shortPlace(m_model, ways[i].position);
        }
        if (ways.size() > most)
            text += " or " + std::to_string(ways.size() - most) + " others like these";
        add(id, ways.front().position, text);
    }

    void tellRanges(SymbolId id)
    {
        for (const PropertyId each : m_model.symbol(id).properties) {
            const Property &property = m_model.property(each);
            if (property.kind != PropertyKind::range)
                continue;
            add(id, property.position,
                name(id) + " has to be within " + std::string(m_model.symbol(property.low).name) +
                    " … " + std::string(m_model.symbol(property.high).name));
            ask(property.low, Need::value);
            ask(property.high, Need::value);
        }
    }

    /// Why a symbol can't be n.
    void tellOff(SymbolId id)
    {
        const Symbol &symbol = m_model.symbol(id);
        const std::size_t before = m_reasons.size();
        bool hasPrompt = false;
        for (const PropertyId each : propertiesNaming(m_model, id, PropertyKind::select)) {
            const Property &property = m_model.property(each);
            const SymbolId by = m_model.node(property.node).symbol;
            if (!m_isCore[by.index] && !m_isWished[by.index])
                continue;
            const std::vector<ExpressionId> parts = relevantParts(property.condition);
            const bool hasCondition = std::any_of(parts.begin(), parts.end(),
                                                  [&](ExpressionId at) { return namesCore(at); });
            add(by, property.position,
                name(by) + " selects " + name(id) +
                    (hasCondition ? " if " + partsText(parts) : ""));
            ask(by, Need::off);
        }
        for (const PropertyId each : symbol.properties)
            hasPrompt = hasPrompt || m_model.property(each).kind == PropertyKind::prompt;
        if (m_reasons.size() != before)
            return;
        for (const PropertyId each : symbol.properties) {
            const Property &property = m_model.property(each);
            if (property.kind == PropertyKind::defaultValue) {
                const std::vector<ExpressionId> parts = relevantParts(property.condition);
                add(id, property.position,
                    name(id) + (hasPrompt ? "" : " has no prompt and") + " is " +
                        m_model.describe(property.value) + " by default" +
                        (parts.empty() ? "" : " if " + partsText(parts)));
                eachLeaf(property.value, false, [this](SymbolId s, Need n) { ask(s, n); });
                askParts(parts);
            }
        }
        if (m_reasons.size() == before && symbol.choice.isValid()) {
            add(symbol.choice, m_model.node(m_model.symbol(symbol.choice).nodes.front()).position,
                name(id) + " is the only value that " + name(symbol.choice) + " can have");
            ask(symbol.choice, Need::value);
        }
    }

    void tellChoices()
    {
        for (std::size_t i = 0; i < m_on.size(); ++i) {
            const SymbolId choice = m_model.symbol(m_on[i]).choice;
            if (!choice.isValid())
                continue;
            for (std::size_t j = i + 1; j < m_on.size(); ++j)
                if (m_model.symbol(m_on[j]).choice == choice)
                    add(choice, m_model.node(m_model.symbol(choice).nodes.front()).position,
                        name(m_on[i]) + " and " + name(m_on[j]) + " are both values of " +
                            name(choice) + ", which has one at a time");
        }
    }

    void tellKept()
    {
        for (const RuleGroup &rule : m_rules)
            if (rule.kind == Kind::kept)
                add(rule.symbol, {},
                    name(rule.symbol) + " is to be kept at " +
                        (rule.value.empty() ? "\"\"" : rule.value));
    }

    const Model &m_model;
    std::span<const Wish> m_wishes;
    std::span<const RuleGroup> m_rules;
    std::vector<bool> m_isCore, m_isWished, m_isSeen;
    std::vector<SymbolId> m_on; ///< symbols that have to be on, in the order of the chain
    std::deque<std::pair<SymbolId, Need>> m_queue;
    std::vector<Reason> m_reasons;
};

} // namespace

Impossibility describeImpossibility(const Model &model, std::span<const Wish> wishes,
                                    std::span<const RuleGroup> rules)
{
    return ProofTeller(model, wishes, rules).tell();
}

} // namespace kconfig
