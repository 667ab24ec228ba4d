// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "explanation_sentence.h"

#include "configuration_state.h"

#include <algorithm>

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

/// Where the colon stands that parts "NAME is VALUE" from why; npos without one.
std::size_t colonIn(const std::string &text)
{
    std::size_t from = 0;
    if (const std::size_t quote = text.find(" is \""); quote != std::string::npos)
        from = std::min(text.find("\": ", quote + 5), text.size());
    return text.find(": ", from);
}

bool isSaidBy(const std::string &clause, const std::string &text)
{
    return clause.size() >= text.size() &&
           clause.compare(clause.size() - text.size(), text.size(), text) == 0;
}

/// " (you set it)" or " (A is n: you set it; B is y: selected by C at x:3)".
std::string brackets(const std::string &clause, const std::vector<const Reason *> &leaves)
{
    std::vector<std::string> texts;
    for (const Reason *leaf : leaves) {
        std::string text = leaf->text;
        // What the clause has just said is not said again.
        constexpr std::string_view needed = " is needed, but ";
        if (const std::size_t at = text.find(needed);
            at != std::string::npos && clause.find(text.substr(0, at)) != std::string::npos)
            text.erase(0, at + needed.size());
        constexpr std::string_view selects = " selects it, but ";
        if (const std::size_t at = text.find(selects);
            at != std::string::npos && isSaidBy(clause, " selects it"))
            text.erase(0, at + selects.size());
        const std::size_t colon = colonIn(text);
        if (colon != std::string::npos && leaves.size() == 1 &&
            isSaidBy(clause, text.substr(0, colon)))
            text.erase(0, colon + 2);
        texts.push_back(std::move(text));
    }
    for (const auto &[one, all] :
         {std::pair(": nothing turns it on", "nothing turns any of them on"),
          std::pair(": you set it", "you set them")})
        if (texts.size() > 1 &&
            std::all_of(texts.begin(), texts.end(), [&, one = one](const std::string &each) {
                return isSaidBy(each, one) &&
                       clause.find(each.substr(0, each.find(' '))) != std::string::npos;
            }))
            return std::string(" (") + all + ')';
    std::string text;
    for (std::size_t i = 0; i < texts.size() && i < mostInBrackets; ++i)
        text += (i == 0 ? " (" : "; ") + texts[i];
    if (texts.size() > mostInBrackets)
        text += "; and " + std::to_string(texts.size() - mostInBrackets) + " more";
    return text.empty() ? text : text + ')';
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

std::string list(const Model &model, const std::vector<SymbolId> &symbols, const char *last)
{
    std::string text;
    for (std::size_t i = 0; i < symbols.size() && i < mostInBrackets; ++i)
        text += (i == 0 ? ""
                 : i + 1 == std::min<std::size_t>(symbols.size(), mostInBrackets) &&
                         symbols.size() <= mostInBrackets
                     ? last
                     : ", ") +
                displayName(model, symbols[i]);
    return symbols.size() > mostInBrackets ? text + " and others" : text;
}

/// "m or y".
std::string valuesText(const std::vector<Tristate> &values)
{
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i)
        text += std::string(i == 0                   ? ""
                            : i + 1 == values.size() ? " or "
                                                     : ", ") +
                letter(values[i]);
    return text;
}

/// Further selects that hold the same symbol.
std::string otherHolders(const std::vector<Reason> &reasons)
{
    constexpr std::string_view by = " by select from ";
    const auto holder = [&](const Reason &reason) {
        const std::size_t at = reason.text.find(by);
        return at == std::string::npos ? std::string() : reason.text.substr(at + by.size());
    };
    if (reasons.size() < 2 || holder(reasons.front()).empty() || holder(reasons[1]).empty())
        return {};
    const auto count = static_cast<std::size_t>(
        std::count_if(reasons.begin(), reasons.end(),
                      [&](const Reason &reason) { return !holder(reason).empty(); }));
    return count == 2 ? ", and by one from " + holder(reasons[1])
                      : ", and by " + std::to_string(count - 1) + " others";
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

} // namespace

std::string valueWithOrigin(const std::string &text)
{
    const std::size_t colon = colonIn(text);
    return colon == std::string::npos ? text
                                      : text.substr(0, colon) + " (" + text.substr(colon + 2) + ')';
}

std::string goingOn(const std::string &clause, const std::string &name)
{
    const auto replaced = [&](const std::string &start, const char *by) {
        return clause.compare(0, start.size(), start) == 0 ? by + clause.substr(start.size())
                                                           : std::string();
    };
    if (std::string text = replaced("the prompt of " + name + ' ', "its prompt "); !text.empty())
        return text;
    const std::string text = replaced(name + ' ', "it ");
    return text.empty() ? clause : text;
}

std::string tell(const Model &model, SymbolId about, const std::vector<Reason> &reasons)
{
    std::string text;
    std::vector<SymbolId> ways;
    collectWays(reasons, ways);
    const std::vector<Reason> none;
    const std::vector<Reason> *level = &reasons;
    std::size_t links = 0;
    const char *last = " and ";
    for (; !level->empty() && links < mostInChain; ++links) {
        const Reason &first = level->front();
        if (links != 0 && first.because.empty()) {
            ++links; // too little to be said; what can be changed is named below
            break;
        }
        std::vector<const Reason *> leaves;
        collectLeaves(first.because, leaves);
        // Any of several would do: which one is for the list of reasons to tell.
        if (leaves.size() > 1 && isSaidBy(first.text, " selects it"))
            leaves.clear();
        text += (links == 0 ? goingOn(first.text, displayName(model, about)) : "; " + first.text) +
                brackets(first.text, leaves);
        if (links == 0)
            text += otherHolders(reasons);
        const bool isEither = first.because.size() == 1 &&
                              !first.because.front().symbol.isValid() && leaves.size() > 1;
        if (isEither) {
            std::vector<SymbolId> atHand;
            for (const Reason *leaf : leaves)
                if (leaf->isChangeable)
                    atHand.push_back(leaf->symbol);
            if (!atHand.empty()) { // no need to look behind the others
                ways = std::move(atHand);
                last = " or ";
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
        text += "; you can change " + list(model, ways, last);
    return text;
}

std::string sentenceOf(const Model &model, const Explanation &explanation)
{
    const Symbol &symbol = model.symbol(explanation.symbol);
    std::string sentence = valueWithOrigin(explanation.whyValue.text);
    if (!symbol.isDefined() || symbol.isConstant)
        return explanation.whyValue.text;
    const std::string obstacles = tell(model, explanation.symbol, explanation.obstacles);
    if (!explanation.isChangeable)
        return sentence + ", and you can't change it" + (obstacles.empty() ? "" : ": ") + obstacles;
    if (explanation.range)
        return sentence + "; you can set it to " + explanation.range->low + " … " +
               explanation.range->high;
    if (obstacles.empty())
        return sentence + "; you can change it";
    const bool isChosen =
        explanation.obstacles.front().symbol == symbol.choice && symbol.choice.isValid();
    if (isChosen)
        return sentence + "; to turn it off, choose another value of " +
               displayName(model, symbol.choice);
    return sentence + "; you can make it " + valuesText(explanation.settableValues) + ", for " +
           obstacles;
}

} // namespace kconfig
