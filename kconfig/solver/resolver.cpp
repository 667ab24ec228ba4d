// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "evaluation_encoder.h"
#include "fixed_values.h"
#include "proof.h"
#include "question.h"
#include "replay.h"
#include "solver.h"

#include "configuration_state.h"
#include "phrases.h"

#include <algorithm>

namespace kconfig {

namespace {

using namespace solver;

class CadicalResolver final : public Resolver
{
public:
    explicit CadicalResolver(std::shared_ptr<const Model> model)
        : m_model(std::move(model))
        , m_plan(ModelAccess::plan(*m_model))
        , m_domains(*m_model)
    {
        m_plan.prepare();
    }

    Resolution resolve(const Configuration &configuration, std::span<const Wish> wishes,
                       const ResolveOptions &options) override
    {
        Resolution resolution;
        Replay replay(configuration, wishes, options.keep);
        if (replay.isFulfilled(configuration) && replay.isFulfilledWhenRead(configuration)) {
            resolution.alternatives.emplace_back();
            resolution.isSmallest = true;
            return resolution;
        }
        const Patience patience{options.deadline, options.stop};
        const std::vector<Unit> cone = coneOf(wishes, options.keep);
        std::vector<Kept> keep;
        for (const SymbolId id : options.keep)
            keep.push_back({id, configuration.value(id)});
        // A value that the domains lack comes up rarely; each time they have grown by one.
        constexpr int mostRounds = 50;
        for (int round = 0; round < mostRounds; ++round) {
            mention(configuration, wishes, keep, cone);
            useEncoder(cone);
            resolution = {};
            if (answer(configuration, wishes, keep, options, cone, replay, patience, resolution))
                return resolution;
            m_encoder.reset();
        }
        resolution.isPartial = true;
        resolution.whyPartial = say(Phrase::tooManyValues).text(wordingOf(options));
        return resolution;
    }

    Fixed findFixed(const ResolveOptions &options) override
    {
        return solver::findFixed(m_model, m_domains, {options.deadline, options.stop});
    }

    std::optional<Impossibility> whyImpossible(std::span<const Wish> wishes,
                                               const ResolveOptions &options) override
    {
        for (const Wish &wish : wishes)
            mention(wish.symbol, wish.value);
        const Proof proof =
            prove(*m_model, m_domains, wishes, {}, {options.deadline, options.stop});
        if (!proof.isProven)
            return std::nullopt;
        return inWords(*m_model, describe(wishes, proof), wordingOf(options));
    }

private:
    [[nodiscard]] const Wording &wordingOf(const ResolveOptions &options) const
    {
        return options.wording != nullptr ? *options.wording : m_english;
    }

    /// What the wishes depend on, in the configuration and in the file that it becomes.
    [[nodiscard]] std::vector<Unit> coneOf(std::span<const Wish> wishes,
                                           std::span<const SymbolId> keep) const
    {
        std::vector<Unit> wanted;
        for (const Wish &wish : wishes)
            wanted.push_back(secondUnit(wish.symbol));
        for (const SymbolId id : keep)
            wanted.push_back(secondUnit(id));
        std::vector<Unit> cone = solver::coneOf(m_plan, wanted);
        // In a file a choice that is m is known by what its values are, and a hidden value that is
        // y by default picks itself.
        const std::size_t before = wanted.size();
        for (const Unit unit : cone) {
            const Symbol &symbol = m_model->symbol(symbolOf(unit));
            if (!isSecond(unit) || !symbol.isChoice || m_model->dialect() == Dialect::linux_6_12)
                continue;
            for (const SymbolId value : symbol.choiceValues)
                if (symbol.type == SymbolType::tristate || hasDefault(value))
                    wanted.push_back(secondUnit(value));
        }
        return wanted.size() == before ? cone : solver::coneOf(m_plan, wanted);
    }

    [[nodiscard]] bool hasDefault(SymbolId id) const
    {
        const auto properties = m_model->symbol(id).properties;
        return std::any_of(properties.begin(), properties.end(), [this](PropertyId property) {
            return m_model->property(property).kind == PropertyKind::defaultValue;
        });
    }

    void mention(SymbolId id, std::string_view text)
    {
        if (!m_domains.texts(id).empty() && m_domains.mention(id, text))
            m_encoder.reset();
    }

    /// Texts that the question brings up have to be among those that are tried.
    void mention(const Configuration &configuration, std::span<const Wish> wishes,
                 std::span<const Kept> keep, std::span<const Unit> cone)
    {
        for (const Unit unit : cone) {
            const SymbolId id = symbolOf(unit);
            if (!isSecond(unit) || isTruthType(m_model->symbol(id).type))
                continue;
            if (const auto text = configuration.userValue(id))
                mention(id, *text);
        }
        for (const Wish &wish : wishes)
            mention(wish.symbol, wish.value);
        for (const Kept &kept : keep)
            mention(kept.symbol, kept.value);
    }

    /// An encoder that has the cone: the one there is, unless most of it is about something else,
    /// which would slow down every answer.
    void useEncoder(std::span<const Unit> cone)
    {
        constexpr std::size_t spare = 1000;
        if (m_encoder) {
            const auto missing = std::count_if(cone.begin(), cone.end(), [this](Unit unit) {
                return !m_encoder->isEncoded(unit);
            });
            if (m_encoder->unitCount() + static_cast<std::size_t>(missing) >
                2 * cone.size() + spare)
                m_encoder.reset();
        }
        if (!m_encoder)
            m_encoder = std::make_unique<EvaluationEncoder>(*m_model, m_domains);
        m_encoder->encode(cone);
    }

    /// False when it has to be asked again with a new encoder.
    bool answer(const Configuration &configuration, std::span<const Wish> wishes,
                std::span<const Kept> keep, const ResolveOptions &options,
                std::span<const Unit> cone, Replay &replay, const Patience &patience,
                Resolution &resolution)
    {
        Question question(*m_encoder, m_domains, configuration, cone);
        std::vector<Literal> demands = question.assumptions();
        const auto add = [&](SymbolId id, const std::string &value) {
            const std::vector<Literal> literals =
                demand(*m_encoder, m_domains, *m_model, id, value);
            demands.insert(demands.end(), literals.begin(), literals.end());
        };
        for (const Wish &wish : wishes)
            add(wish.symbol, wish.value);
        for (const Kept &kept : keep)
            add(kept.symbol, kept.value);
        EditSearch search(m_encoder->clauses(), std::move(demands), question.stakes(), patience);
        for (const Literal literal : question.unreachable())
            search.exclude(std::initializer_list<Literal>{-literal});
        bool isLostWhenRead = false; // what edits achieve, by writing and reading .config
        bool wasWrong = false;       // a model has been no evaluation
        EditSearch::Answer found = search.canBe();
        if (found == EditSearch::Answer::none) {
            resolution.impossible =
                inWords(*m_model, whyNot(wishes, keep, patience), wordingOf(options));
            return true;
        }
        while (found == EditSearch::Answer::found &&
               resolution.alternatives.size() < options.mostAlternatives) {
            found = search.next();
            if (found != EditSearch::Answer::found)
                break;
            std::vector<FoundEdit> edits = question.edits(search);
            std::sort(edits.begin(), edits.end(),
                      [](const FoundEdit &a, const FoundEdit &b) { return a.rank < b.rank; });
            std::vector<Edit> proposal;
            std::vector<Literal> otherwise;
            for (const FoundEdit &each : edits) {
                proposal.push_back(each.edit);
                otherwise.push_back(each.otherwise);
            }
            const Configuration *edited = replay.apply(proposal);
            if (edited == nullptr || !replay.isFulfilled(*edited)) {
                wasWrong = true;
                if (edited == nullptr || !question.refine(search, *edited))
                    search.exclude(otherwise);
                if (question.needsNewDomains())
                    return false;
                continue;
            }
            if (question.mayChangeWhenRead(*edited) && !replay.isFulfilledWhenRead(*edited)) {
                isLostWhenRead = true;
                search.exclude(question.otherEdits(search));
                continue;
            }
            resolution.isSmallest = true;
            search.exclude(otherwise);
            // As long as formula and evaluator agree, fewer edits would have been found before.
            std::vector<Edit> needed = replay.nearby(
                wasWrong ? replay.withoutSpare(proposal) : std::move(proposal), m_domains);
            if (hasAllOfAnother(resolution.alternatives, needed))
                continue;
            Alternative &alternative = resolution.alternatives.emplace_back();
            alternative.edits = std::move(needed);
            alternative.effects = replay.effects(*replay.apply(alternative.edits));
            if (options.found)
                options.found(alternative);
        }
        if (found == EditSearch::Answer::givenUp) {
            resolution.isPartial = true;
            const Phrase why =
                options.stop.stop_requested() ? Phrase::stoppedEarly : Phrase::timeUp;
            resolution.whyPartial = say(why).text(wordingOf(options));
        } else if (resolution.alternatives.empty() && !m_encoder->isExact()) {
            resolution.isPartial = true;
            resolution.whyPartial = say(Phrase::tooManyValuesToTry).text(wordingOf(options));
        } else if (resolution.alternatives.empty() && options.mostAlternatives != 0) {
            ToldProof proof = whyNot(wishes, keep, patience);
            if (isLostWhenRead)
                setReason(proof, Phrase::lostWhenRead);
            resolution.impossible = inWords(*m_model, std::move(proof), wordingOf(options));
        }
        std::stable_sort(resolution.alternatives.begin(), resolution.alternatives.end(),
                         [](const Alternative &a, const Alternative &b) {
                             return std::pair(a.edits.size(), a.effects.size()) <
                                    std::pair(b.edits.size(), b.effects.size());
                         });
        return true;
    }

    /// Whether an alternative is among the edits: a value that is picked before its choice becomes
    /// m is another edit to the formula, though the same to a user.
    [[nodiscard]] static bool hasAllOfAnother(std::span<const Alternative> alternatives,
                                              const std::vector<Edit> &edits)
    {
        const auto isMade = [&](const Edit &edit) {
            return std::find(edits.begin(), edits.end(), edit) != edits.end();
        };
        return std::any_of(alternatives.begin(), alternatives.end(), [&](const Alternative &each) {
            return std::all_of(each.edits.begin(), each.edits.end(), isMade);
        });
    }

    /// What has nothing to do with single options is the whole story.
    static void setReason(ToldProof &proof, Phrase phrase)
    {
        Reason reason;
        reason.clause = say(phrase);
        proof.reasons = {std::move(reason)};
    }

    /// A proof as clauses; where it is about the definitions of the wished options alone, these are
    /// the reasons.
    [[nodiscard]] ToldProof describe(std::span<const Wish> wishes, const Proof &proof) const
    {
        ToldProof told = tellProof(*m_model, wishes, proof.rules);
        if (!told.reasons.empty() || !proof.isProven)
            return told;
        told.areFromTheTree = false;
        for (const Wish &wish : wishes) {
            const Symbol &symbol = m_model->symbol(wish.symbol);
            const bool needsModules = isTruthType(symbol.type) && wish.value == "m";
            Reason reason;
            reason.symbol = wish.symbol;
            if (symbol.isDefined())
                reason.position = m_model->node(symbol.nodes.front()).position;
            reason.clause = say(needsModules ? Phrase::onlyWithModules : Phrase::notByDefinition,
                                nameOf(*m_model, wish.symbol));
            told.reasons.push_back(std::move(reason));
        }
        return told;
    }

    /// The rules that exclude the wishes. When it is not the tree that does but what has been said
    /// before, which nobody can take back, that is the reason.
    [[nodiscard]] ToldProof whyNot(std::span<const Wish> wishes, std::span<const Kept> keep,
                                   const Patience &patience)
    {
        const Proof proof = prove(*m_model, m_domains, wishes, keep, patience);
        ToldProof told = describe(wishes, proof);
        if (!proof.isProven)
            setReason(told, patience.isOver() ? Phrase::timeUpForReasons : Phrase::onlyUnset);
        return told;
    }

    const Wording m_english;
    std::shared_ptr<const Model> m_model;
    const EvaluationPlan &m_plan;
    TextDomains m_domains;
    std::unique_ptr<EvaluationEncoder> m_encoder;
};

} // namespace

std::unique_ptr<Resolver> makeResolver(std::shared_ptr<const Model> model)
{
    return std::make_unique<CadicalResolver>(std::move(model));
}

} // namespace kconfig
