// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "impossibility_text.h"

#include "configuration_state.h"
#include "proof_conditions.h"
#include "reasons.h"
#include "references.h"
#include "values.h"

#include <algorithm>
#include <deque>

namespace kconfig {

namespace {

using Kind = RuleGroup::Kind;

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
        , m_isShared(model.symbols().size())
        , m_isYes(model.symbols().size())
        , m_conditions(model, [this](SymbolId id) { return isInvolved(id); })
    {
        for (const RuleGroup &rule : rules)
            if (rule.symbol.isValid())
                m_isCore[rule.symbol.index] = true;
        for (const Wish &wish : wishes)
            m_isWished[wish.symbol.index] = true;
        findShared();
    }

    ToldProof tell()
    {
        for (const Wish &wish : m_wishes) {
            m_isYes[wish.symbol.index] = wish.value == "y" && canBeModule(wish.symbol);
            ask(wish.symbol, needOf(wish));
        }
        follow();
        // What no chain leads to: told last, as it stands.
        for (const RuleGroup &rule : m_rules) {
            if (rule.symbol.isValid() && !m_isSeen[rule.symbol.index]) {
                ask(rule.symbol, Need::value);
                follow();
            }
        }
        for (const RuleGroup &rule : m_rules)
            if (rule.kind == Kind::kept && rule.value == "y")
                m_on.push_back(rule.symbol);
        tellChoices();
        tellKept();
        std::vector<Argument> wishes;
        for (const Wish &wish : m_wishes)
            wishes.push_back(wishText(wish));
        return {say(Phrase::isImpossible,
                    listOf(std::move(wishes), Phrase::withWish, Phrase::withWish)),
                std::move(m_reasons)};
    }

private:
    [[nodiscard]] Argument name(SymbolId id) const { return nameOf(m_model, id); }

    [[nodiscard]] Argument wishText(const Wish &wish) const
    {
        const bool isText = m_model.symbol(wish.symbol).type == SymbolType::string;
        return asArgument(say(Phrase::wish, name(wish.symbol),
                              asValue(isText ? '"' + wish.value + '"' : wish.value)));
    }

    [[nodiscard]] bool canBeModule(SymbolId id) const
    {
        const SymbolId modules = m_model.modulesSymbol();
        return m_model.symbol(id).type == SymbolType::tristate && modules.isValid() &&
               m_model.symbol(modules).isDefined();
    }

    [[nodiscard]] const Wish *wishFor(SymbolId id) const
    {
        const auto found = std::find_if(m_wishes.begin(), m_wishes.end(),
                                        [&](const Wish &wish) { return wish.symbol == id; });
        return found == m_wishes.end() ? nullptr : &*found;
    }

    [[nodiscard]] Need needOf(const Wish &wish) const
    {
        if (!isTruthType(m_model.symbol(wish.symbol).type))
            return Need::value;
        return wish.value == "n" ? Need::off : Need::on;
    }

    [[nodiscard]] bool isInvolved(SymbolId id) const
    {
        return m_isCore[id.index] || m_isWished[id.index] || m_isShared[id.index];
    }

    /// What two rules name in their conditions is where they may exclude each other, though it has
    /// no rule in the proof itself: "A needs C, B needs !C".
    void findShared()
    {
        std::vector<SymbolId> lastBy(m_model.symbols().size());
        for (std::uint32_t i = 0; i < m_isCore.size(); ++i) {
            if (!m_isCore[i])
                continue;
            for (const PropertyId each : m_model.symbols()[i].properties)
                m_conditions.eachLeaf(m_model.property(each).condition, true,
                                      [&](SymbolId leaf, Need) {
                                          SymbolId &by = lastBy[leaf.index];
                                          if (by.isValid() && by.index != i)
                                              m_isShared[leaf.index] = true;
                                          by = SymbolId{i};
                                      });
        }
    }

    void ask(SymbolId id, Need need)
    {
        const bool matters = id.isValid() && !m_model.symbol(id).isConstant &&
                             (m_isCore[id.index] || m_isWished[id.index] ||
                              (!m_model.symbol(id).isDefined() && need != Need::value));
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
                add(id, {}, say(Phrase::definedByNoFile, name(id)));
            else if (need == Need::off)
                tellOff(id);
            else
                tellOn(id, need);
        }
    }

    void add(SymbolId id, const Position &position, Clause clause)
    {
        const bool isKnown =
            std::any_of(m_reasons.begin(), m_reasons.end(),
                        [&](const Reason &other) { return other.clause == clause; });
        if (isKnown)
            return;
        Reason reason;
        reason.symbol = id;
        reason.position = position;
        reason.clause = std::move(clause);
        m_reasons.push_back(std::move(reason));
    }

    void askParts(const std::vector<ExpressionId> &parts)
    {
        for (const ExpressionId part : parts)
            m_conditions.eachLeaf(part, true,
                                  [this](SymbolId symbol, Need need) { ask(symbol, need); });
    }

    /// How a symbol could get another value than n, or the value wished for.
    void tellOn(SymbolId id, Need need)
    {
        struct Way
        {
            Clause how;
            std::vector<ExpressionId> parts;
            Position position;
            SymbolId by;
        };
        std::vector<Way> ways;
        Position defaultOfNo;
        const Symbol &symbol = m_model.symbol(id);
        for (const PropertyId each : symbol.properties) {
            const Property &property = m_model.property(each);
            if (property.kind == PropertyKind::prompt)
                ways.push_back({say(Phrase::itsPromptAsWay),
                                m_conditions.parts(property.condition, !symbol.choice.isValid()),
                                property.position,
                                {}});
            if (property.kind != PropertyKind::defaultValue)
                continue;
            const Expression &value = m_model.expression(property.value);
            const bool isNo = need == Need::on && value.kind == ExpressionKind::symbol &&
                              value.symbol == Model::constant(Tristate::no);
            if (isNo) {
                defaultOfNo = property.position;
                continue;
            }
            Way way{say(Phrase::itsDefaultAsWay, asExpression(m_model.describe(property.value))),
                    m_conditions.parts(property.condition),
                    property.position,
                    {}};
            if (need == Need::on && m_conditions.isRelevant(property.value))
                way.parts.push_back(property.value);
            ways.push_back(std::move(way));
        }
        if (!symbol.choice.isValid()) {
            for (const auto &[kind, verb] : {std::pair(PropertyKind::select, Phrase::selectAsWay),
                                             std::pair(PropertyKind::imply, Phrase::implyAsWay)}) {
                for (const PropertyId each : propertiesNaming(m_model, id, kind)) {
                    const Property &property = m_model.property(each);
                    const SymbolId by = m_model.node(property.node).symbol;
                    ways.push_back({say(verb, name(by)), m_conditions.parts(property.condition),
                                    property.position, by});
                }
            }
        }
        for (const Way &way : ways) {
            const SymbolId only = m_conditions.onlySymbol(way.parts);
            if (m_isYes[id.index] && only.isValid() && canBeModule(only))
                m_isYes[only.index] = true;
            ask(way.by, Need::on);
            askParts(way.parts);
        }
        if (ways.empty()) {
            if (defaultOfNo.isValid())
                add(id, defaultOfNo, say(Phrase::noWayButDefaultNo, name(id)));
            else
                add(id, m_model.node(symbol.nodes.front()).position,
                    say(Phrase::noWayAtAll, name(id)));
            return;
        }
        if (symbol.isChoice && ways.front().parts.empty())
            return; // it is there whenever it is asked for; tellChoices() has the rest
        ask(symbol.choice, Need::on);
        tellRanges(id);
        const Wish *wish = wishFor(id);
        const bool isAboutOthers = std::any_of(ways.begin(), ways.end(), [&](const Way &way) {
            return std::any_of(way.parts.begin(), way.parts.end(),
                               [&](ExpressionId part) { return m_conditions.isRelevant(part); });
        });
        if (wish != nullptr && wish->value == "m" && !isAboutOthers) {
            add(id, m_model.node(symbol.nodes.front()).position,
                canBeModule(id)
                    ? say(Phrase::modulesNeeded, name(id), name(m_model.modulesSymbol()))
                    : say(Phrase::modulesMissing, name(id)));
            return;
        }
        // The same condition for all of them is what it needs.
        const Argument first = m_conditions.words(ways.front().parts);
        const bool isOne = std::all_of(ways.begin(), ways.end(), [&](const Way &way) {
            return !way.by.isValid() && m_conditions.words(way.parts) == first;
        });
        if (isOne) {
            const bool hasPrompt = ways.front().how.phrase == Phrase::itsPromptAsWay;
            const bool isAlways = ways.front().parts.empty();
            const SymbolId only = m_conditions.onlySymbol(ways.front().parts);
            const Position &place = m_conditions.placeOf(ways.front().parts, ways.front().position);
            if (m_isYes[id.index] && hasPrompt && only.isValid() && canBeModule(only))
                add(id, place,
                    say(Phrase::yesNeeds, name(id), first, name(m_model.modulesSymbol())));
            else if (!isAlways)
                add(id, place,
                    say(hasPrompt ? Phrase::needs : Phrase::defaultNeeds, name(id), first));
            else if (!hasPrompt)
                add(id, ways.front().position,
                    say(Phrase::hasNoPromptBut, name(id), std::move(ways.front().how)));
            return;
        }
        constexpr std::size_t most = 4;
        std::vector<Argument> told;
        for (std::size_t i = 0; i < ways.size() && i < most; ++i) {
            Clause way = atPlace(m_model, std::move(ways[i].how), ways[i].position);
            told.push_back(asArgument(
                ways[i].parts.empty()
                    ? std::move(way)
                    : say(Phrase::ifCondition, std::move(way), m_conditions.words(ways[i].parts))));
        }
        Argument all = listOf(std::move(told), Phrase::orBy, Phrase::orBy);
        if (ways.size() > most)
            all = asArgument(say(Phrase::orByOthers, std::move(all), asNumber(ways.size() - most)));
        add(id, ways.front().position, say(Phrase::comesOnlyBy, name(id), std::move(all)));
    }

    /// Whether a number is within a range of constants.
    [[nodiscard]] bool isWithin(const Property &range, const std::string &number) const
    {
        const SymbolType type = m_model.symbol(m_model.node(range.node).symbol).type;
        const auto bound = [&](SymbolId id) { return m_model.symbol(id).name; };
        return !m_model.symbol(range.low).isDefined() && !m_model.symbol(range.high).isDefined() &&
               compareValues(type, number, type, bound(range.low)) >= 0 &&
               compareValues(type, number, type, bound(range.high)) <= 0;
    }

    void tellRanges(SymbolId id)
    {
        for (const PropertyId each : m_model.symbol(id).properties) {
            const Property &property = m_model.property(each);
            if (property.kind != PropertyKind::range)
                continue;
            const Wish *wish = wishFor(id);
            if (wish != nullptr && isWithin(property, wish->value))
                continue;
            add(id, property.position,
                say(Phrase::hasToBeWithin, name(id),
                    asValue(std::string(m_model.symbol(property.low).name)),
                    asValue(std::string(m_model.symbol(property.high).name))));
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
            const std::vector<ExpressionId> parts = m_conditions.parts(property.condition);
            const bool hasCondition = std::any_of(parts.begin(), parts.end(), [&](ExpressionId at) {
                return m_conditions.isRelevant(at);
            });
            Clause told = say(Phrase::selects, name(by), name(id));
            add(by, property.position,
                hasCondition ? say(Phrase::ifCondition, std::move(told), m_conditions.words(parts))
                             : std::move(told));
            ask(by, Need::off);
        }
        for (const PropertyId each : symbol.properties)
            hasPrompt = hasPrompt || m_model.property(each).kind == PropertyKind::prompt;
        if (m_reasons.size() != before)
            return;
        for (const PropertyId each : symbol.properties) {
            const Property &property = m_model.property(each);
            if (property.kind == PropertyKind::defaultValue) {
                const std::vector<ExpressionId> parts = m_conditions.parts(property.condition);
                Clause told =
                    say(hasPrompt ? Phrase::isByDefault : Phrase::isByDefaultWithoutPrompt,
                        name(id), asExpression(m_model.describe(property.value)));
                add(id, property.position,
                    parts.empty()
                        ? std::move(told)
                        : say(Phrase::ifCondition, std::move(told), m_conditions.words(parts)));
                m_conditions.eachLeaf(property.value, false,
                                      [this](SymbolId s, Need n) { ask(s, n); });
                askParts(parts);
            }
        }
        if (m_reasons.size() == before && symbol.choice.isValid()) {
            add(symbol.choice, m_model.node(m_model.symbol(symbol.choice).nodes.front()).position,
                say(Phrase::onlyValueOfChoice, name(id), name(symbol.choice)));
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
                        say(Phrase::bothInChoice, name(m_on[i]), name(m_on[j]), name(choice)));
        }
    }

    void tellKept()
    {
        for (const RuleGroup &rule : m_rules)
            if (rule.kind == Kind::kept)
                add(rule.symbol, {},
                    say(Phrase::keptAt, name(rule.symbol),
                        asValue(rule.value.empty() ? "\"\"" : rule.value)));
    }

    const Model &m_model;
    std::span<const Wish> m_wishes;
    std::span<const RuleGroup> m_rules;
    std::vector<bool> m_isCore, m_isWished, m_isSeen;
    std::vector<bool> m_isShared; ///< named in the conditions of several rules
    std::vector<bool> m_isYes;    ///< tristates that have to be y, m is not enough
    ProofConditions m_conditions;
    std::vector<SymbolId> m_on; ///< symbols that have to be on, in the order of the chain
    std::deque<std::pair<SymbolId, Need>> m_queue;
    std::vector<Reason> m_reasons;
};

} // namespace

ToldProof tellProof(const Model &model, std::span<const Wish> wishes,
                    std::span<const RuleGroup> rules)
{
    return ProofTeller(model, wishes, rules).tell();
}

Impossibility inWords(const Model &model, ToldProof proof, const Wording &wording)
{
    Impossibility result;
    std::vector<Argument> reasons;
    for (const Reason &reason : proof.reasons) {
        const bool showsPlace = proof.areFromTheTree && reason.position.isValid() &&
                                !mentions(reason.clause, shortPlace(model, reason.position));
        reasons.push_back(asArgument(showsPlace ? say(Phrase::inBrackets, reason.clause,
                                                      asPlace(shortPlace(model, reason.position)))
                                                : reason.clause));
    }
    Clause sentence = std::move(proof.impossible);
    if (!reasons.empty())
        sentence = say(Phrase::colon, std::move(sentence),
                       listOf(std::move(reasons), Phrase::commaAndList));
    result.sentence = sentence.text(wording);
    result.reasons = std::move(proof.reasons);
    inWords(result.reasons, wording);
    return result;
}

} // namespace kconfig
