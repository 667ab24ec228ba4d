// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "explanation_sentence.h"

#include "configuration_state.h"

#include <algorithm>
#include <optional>

namespace kconfig {

namespace {

constexpr std::size_t mostInBrackets = 3;
constexpr std::size_t mostInChain = 4;

/// The reasons that name a symbol or have nothing behind them; what only groups others is opened.
void collectLeaves(const std::vector<Reason> &reasons, std::vector<const Reason *> &leaves)
{
    for (const Reason &reason : reasons) {
        if (!reason.symbol.isValid() && !reason.because.empty())
            collectLeaves(reason.because, leaves);
        else
            leaves.push_back(&reason);
    }
}

/// What a reason adds to a clause that has said where it leads to.
const Clause &withoutRepetition(const Clause &reason, const Clause &said, bool isOnlyOne)
{
    const Clause *rest = &reason;
    const auto skip = [&](std::size_t argument) {
        rest = &rest->arguments[argument].clause.front();
    };
    if (rest->phrase == Phrase::neededBut && mentions(said, rest->arguments[0].text))
        skip(1);
    if (rest->phrase == Phrase::selectsBut && said.phrase == Phrase::onWhenSelected)
        skip(1);
    if (rest->phrase == Phrase::valueBecause && isOnlyOne &&
        endsWith(said, rest->arguments[0].clause.front()))
        skip(1);
    return *rest;
}

/// Whether it is a value of something that `said` names, with this origin.
bool isValueWithOrigin(const Clause &clause, Phrase origin, const Clause &said)
{
    if (clause.phrase != Phrase::valueBecause ||
        clause.arguments[1].clause.front().phrase != origin)
        return false;
    const Argument &name = clause.arguments[0].clause.front().arguments[0];
    if (name.clause.empty())
        return mentions(said, name.text);
    const Clause &choice = name.clause.front(); // it goes by its prompt
    return choice.arguments.empty() || mentions(said, choice.arguments[0].text);
}

/// "CLAUSE (you set it)" or "CLAUSE (A is n: you set it; B is y: selected by C at x:3)".
Clause withReasons(Clause clause, const Clause &said, const std::vector<const Reason *> &leaves)
{
    std::vector<const Clause *> reasons;
    for (const Reason *leaf : leaves)
        reasons.push_back(&withoutRepetition(leaf->clause, said, leaves.size() == 1));
    if (reasons.empty())
        return clause;
    for (const auto &[one, all] : {std::pair(Phrase::nothingTurnsOn, Phrase::nothingTurnsAnyOn),
                                   std::pair(Phrase::youSetIt, Phrase::youSetThem)})
        if (reasons.size() > 1 &&
            std::all_of(reasons.begin(), reasons.end(), [&, one = one](const Clause *each) {
                return isValueWithOrigin(*each, one, said);
            }))
            return say(Phrase::inBrackets, std::move(clause), say(all));
    std::vector<Argument> shown;
    for (std::size_t i = 0; i < reasons.size() && i < mostInBrackets; ++i)
        shown.push_back(asArgument(*reasons[i]));
    Argument inside = listOf(std::move(shown), Phrase::semicolon, Phrase::semicolon);
    if (reasons.size() > mostInBrackets)
        inside = asArgument(
            say(Phrase::andMore, std::move(inside), asNumber(reasons.size() - mostInBrackets)));
    return say(Phrase::inBrackets, std::move(clause), std::move(inside));
}

/// The symbols at the far end of the chains that the user could change, each once.
void collectWays(const std::vector<Reason> &reasons, std::vector<SymbolId> &ways)
{
    for (const Reason &reason : reasons) {
        if (reason.isChangeable && reason.symbol.isValid()) {
            if (std::find(ways.begin(), ways.end(), reason.symbol) == ways.end())
                ways.push_back(reason.symbol);
        } else {
            collectWays(reason.because, ways);
        }
    }
}

Argument list(const Model &model, const std::vector<SymbolId> &symbols, Phrase last)
{
    std::vector<Argument> names;
    for (std::size_t i = 0; i < symbols.size() && i < mostInBrackets; ++i)
        names.push_back(nameOf(model, symbols[i]));
    if (symbols.size() <= mostInBrackets)
        return listOf(std::move(names), last);
    return asArgument(say(Phrase::andOthers, listOf(std::move(names), Phrase::commaList)));
}

/// "m or y".
Argument valuesText(const std::vector<Tristate> &values)
{
    std::vector<Argument> texts;
    for (const Tristate value : values)
        texts.push_back(asValue({letter(value)}));
    return texts.empty() ? asValue({}) : listOf(std::move(texts), Phrase::orList);
}

/// Tells of further selects that hold the same symbol.
Clause withOtherHolders(Clause clause, const std::vector<Reason> &reasons)
{
    const auto isHolder = [](const Reason &reason) {
        return reason.clause.phrase == Phrase::heldBySelect;
    };
    if (reasons.size() < 2 || !isHolder(reasons.front()) || !isHolder(reasons[1]))
        return clause;
    const auto count =
        static_cast<std::size_t>(std::count_if(reasons.begin(), reasons.end(), isHolder));
    return count == 2 ? say(Phrase::andByOneFrom, std::move(clause), reasons[1].clause.arguments[2])
                      : say(Phrase::andByOthers, std::move(clause), asNumber(count - 1));
}

/// Whether all that could be changed behind a reason is among the ones named already.
bool isSaidAlready(const Reason &reason, const std::vector<const Reason *> &leaves)
{
    std::vector<SymbolId> ways;
    collectWays(reason.because, ways);
    return !ways.empty() && std::all_of(ways.begin(), ways.end(), [&](SymbolId way) {
        return std::any_of(leaves.begin(), leaves.end(), [&](const Reason *leaf) {
            return leaf->symbol == way && leaf->isChangeable;
        });
    });
}

/// The clause with "it" where it begins with the name; nothing when it does not.
std::optional<Clause> withPronoun(const Clause &clause, const Argument &name)
{
    if (clause.phrase == Phrase::promptOf && clause.arguments[0] == name)
        return say(Phrase::itsPrompt);
    const std::string_view pattern = clause.english();
    if (pattern.substr(0, 2) != "%1")
        return std::nullopt;
    const Argument &first = clause.arguments.front();
    std::optional<Clause> other;
    if (first == name && pattern.substr(2, 1) == " ")
        other = say(Phrase::it);
    else if (!first.clause.empty())
        other = withPronoun(first.clause.front(), name);
    if (!other)
        return std::nullopt;
    Clause result = clause;
    result.arguments.front() = asArgument(std::move(*other));
    return result;
}

} // namespace

Clause valueWithOrigin(const Clause &clause)
{
    Clause result = clause;
    if (clause.phrase == Phrase::valueBecause)
        result.phrase = Phrase::inBrackets;
    return result;
}

Clause goingOn(const Clause &clause, const Argument &name)
{
    return withPronoun(clause, name).value_or(clause);
}

Clause tell(const Model &model, SymbolId about, const std::vector<Reason> &reasons)
{
    Clause told;
    std::vector<SymbolId> ways;
    collectWays(reasons, ways);
    const std::vector<Reason> none;
    const std::vector<Reason> *level = &reasons;
    std::size_t links = 0;
    Phrase last = Phrase::andList;
    for (; !level->empty() && links < mostInChain; ++links) {
        const Reason &first = level->front();
        if (links != 0 && first.because.empty()) {
            ++links; // too little to be said; what can be changed is named below
            break;
        }
        std::vector<const Reason *> leaves;
        collectLeaves(first.because, leaves);
        // Any of several would do: which one is for the list of reasons to tell.
        if (leaves.size() > 1 && first.clause.phrase == Phrase::onWhenSelected)
            leaves.clear();
        Clause link =
            withReasons(links == 0 ? goingOn(first.clause, nameOf(model, about)) : first.clause,
                        first.clause, leaves);
        told = links == 0 ? withOtherHolders(std::move(link), reasons)
                          : say(Phrase::semicolon, std::move(told), std::move(link));
        const bool isEither = first.because.size() == 1 &&
                              !first.because.front().symbol.isValid() && leaves.size() > 1;
        if (isEither) {
            std::vector<SymbolId> atHand;
            for (const Reason *leaf : leaves)
                if (leaf->isChangeable)
                    atHand.push_back(leaf->symbol);
            if (!atHand.empty()) { // no need to look behind the others
                ways = std::move(atHand);
                last = Phrase::orList;
                links = mostInChain;
                break;
            }
        }
        const auto deeper = std::find_if(leaves.begin(), leaves.end(), [&](const Reason *leaf) {
            return !leaf->isChangeable && !leaf->because.empty() && !isSaidAlready(*leaf, leaves);
        });
        level = deeper == leaves.end() ? &none : &(*deeper)->because;
    }
    // One link says itself what to change.
    if (links > 1 && !ways.empty())
        told = say(Phrase::youCanChange, std::move(told), list(model, ways, last));
    return told;
}

Clause sentenceOf(const Model &model, const Explanation &explanation)
{
    const Symbol &symbol = model.symbol(explanation.symbol);
    if (!symbol.isDefined() || symbol.isConstant)
        return explanation.whyValue.clause;
    Clause value = valueWithOrigin(explanation.whyValue.clause);
    Clause obstacles = tell(model, explanation.symbol, explanation.obstacles);
    if (!explanation.isChangeable)
        return obstacles.isEmpty()
                   ? say(Phrase::cantChange, std::move(value))
                   : say(Phrase::cantChangeBecause, std::move(value), std::move(obstacles));
    if (explanation.range)
        return say(Phrase::canSetTo, std::move(value), asValue(explanation.range->low),
                   asValue(explanation.range->high));
    if (obstacles.isEmpty())
        return say(Phrase::canChange, std::move(value));
    const bool isChosen =
        explanation.obstacles.front().symbol == symbol.choice && symbol.choice.isValid();
    if (isChosen)
        return say(Phrase::chooseAnother, std::move(value), nameOf(model, symbol.choice));
    return say(Phrase::canMakeIt, std::move(value), valuesText(explanation.settableValues),
               std::move(obstacles));
}

} // namespace kconfig
