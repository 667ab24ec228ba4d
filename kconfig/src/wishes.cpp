// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Wishes as texts: what is none for a tree, and what to write instead. Whether a wish can come true
// is the resolver's business; here stands only what can be told from the symbol itself.

#include "kconfig/resolve.h"

#include "configuration_state.h"
#include "phrases.h"
#include "possible_ranges.h"
#include "spelling.h"
#include "syntax_reader.h"
#include "values.h"

#include <algorithm>

namespace kconfig {

namespace {

using Kind = WishError::Kind;

std::string upperCase(std::string_view text)
{
    std::string upper(text);
    for (char &c : upper)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return upper;
}

/// "a bool", "an int", "a choice".
Clause typeWithArticle(const Symbol &symbol)
{
    if (symbol.isChoice)
        return say(Phrase::aChoice);
    switch (symbol.type) {
    case SymbolType::tristate:
        return say(Phrase::aTristate);
    case SymbolType::integer:
        return say(Phrase::anInt);
    case SymbolType::hex:
        return say(Phrase::aHex);
    case SymbolType::string:
        return say(Phrase::aString);
    default:
        return say(Phrase::aBool);
    }
}

WishError about(const Model &model, SymbolId symbol, Kind kind, Clause clause)
{
    WishError error{kind, {}, symbol, {}, std::move(clause)};
    if (const auto &nodes = model.symbol(symbol).nodes; !nodes.empty())
        error.position = model.node(nodes.front()).position;
    return error;
}

/// The clause with what may have been meant.
Clause withGuess(const Model &model, Clause clause, std::string_view name)
{
    std::vector<std::string_view> names;
    for (const Symbol &symbol : model.symbols())
        if (symbol.isDefined() && !symbol.name.empty())
            names.push_back(symbol.name);
    const std::string upper = upperCase(name);
    for (const std::string_view wanted : {std::string_view(upper), name})
        if (const std::string_view found = nearest(wanted, names); !found.empty())
            return say(Phrase::didYouMean, std::move(clause), asName(found));
    return say(Phrase::searchByWords, std::move(clause), asText(name));
}

WishError undefined(const Model &model, SymbolId symbol, std::string_view name)
{
    if (symbol.isValid() && model.symbol(symbol).isConstant)
        return {Kind::undefinedSymbol, {}, symbol, {}, say(Phrase::wishForConstant, asText(name))};
    Clause clause =
        say(symbol.isValid() ? Phrase::onlyMentioned : Phrase::noSuchOption, asText(name));
    return {Kind::undefinedSymbol, {}, symbol, {}, withGuess(model, std::move(clause), name)};
}

/// For what people write instead of y and n; empty for anything else.
std::string truthMeantBy(std::string_view value)
{
    const std::string upper = upperCase(value);
    for (const char *each : {"YES", "TRUE", "ON", "1", "ENABLED"})
        if (upper == each)
            return "y";
    for (const char *each : {"NO", "FALSE", "OFF", "0", "DISABLED"})
        if (upper == each)
            return "n";
    return upper == "MODULE" ? "m" : "";
}

std::optional<WishError> checkTruth(const Model &model, const Wish &wish)
{
    const Symbol &symbol = model.symbol(wish.symbol);
    const auto truth = wish.value.size() == 1 ? truthOf(wish.value) : std::nullopt;
    if (truth && (*truth != Tristate::mod || symbol.type == SymbolType::tristate))
        return std::nullopt;
    const Argument name = nameOf(model, wish.symbol);
    const auto refuse = [&](Clause clause) {
        return about(model, wish.symbol, Kind::wrongType, std::move(clause));
    };
    if (truth)
        return refuse(say(Phrase::onlyTristatesAreM, name, typeWithArticle(symbol)));
    if (wish.value.empty())
        return refuse(say(Phrase::noTruthGiven, name));
    if (symbol.isChoice) {
        const SymbolId member = model.find(wish.value);
        const bool isMember = std::find(symbol.choiceValues.begin(), symbol.choiceValues.end(),
                                        member) != symbol.choiceValues.end();
        const SymbolId example = isMember                      ? member
                                 : symbol.choiceValues.empty() ? SymbolId{}
                                                               : symbol.choiceValues.front();
        return refuse(example.isValid()
                          ? say(Phrase::wishForMemberSuchAs, name, nameOf(model, example))
                          : say(Phrase::wishForMember, name));
    }
    const Argument value = asText(wish.value);
    if (const std::string meant = truthMeantBy(wish.value); !meant.empty())
        return refuse(
            say(Phrase::noValueMeaning, value, name, typeWithArticle(symbol), asValue(meant)));
    return refuse(say(symbol.type == SymbolType::tristate ? Phrase::noValueForTristate
                                                          : Phrase::noValueForBool,
                      value, name, typeWithArticle(symbol)));
}

Argument rangesText(const Model &model, const std::vector<PropertyId> &ranges)
{
    std::vector<Argument> texts;
    for (const PropertyId each : ranges) {
        const Property &range = model.property(each);
        texts.push_back(
            asArgument(say(Phrase::range, asValue(std::string(model.symbol(range.low).name)),
                           asValue(std::string(model.symbol(range.high).name)),
                           asPlace(model.sources().describe(range.position)))));
    }
    return texts.empty() ? asText({}) : listOf(std::move(texts), Phrase::orList);
}

std::optional<WishError> checkNumber(const Model &model, const Wish &wish)
{
    const Symbol &symbol = model.symbol(wish.symbol);
    const bool isHex = symbol.type == SymbolType::hex;
    const Argument name = nameOf(model, wish.symbol);
    const Argument value = asText(wish.value);
    const auto refuse = [&](Kind kind, Clause clause) {
        return about(model, wish.symbol, kind, std::move(clause));
    };
    if (wish.value.empty())
        return refuse(Kind::wrongType,
                      say(isHex ? Phrase::noHexGiven : Phrase::noNumberGiven, name));
    if (!isValidValue(symbol.type, wish.value))
        return refuse(Kind::wrongType, say(isHex ? Phrase::noHex : Phrase::noDecimal, value, name,
                                           typeWithArticle(symbol)));
    if (!fitsIn64Bits(symbol.type, wish.value))
        return refuse(Kind::outOfRange, say(Phrase::tooLarge, value, name));
    const auto ranges = everyPossibleRange(model, wish.symbol);
    if (ranges && !isInAnyOf(model, wish.symbol, *ranges, wish.value))
        return refuse(Kind::outOfRange,
                      say(Phrase::outsideRanges, name, value, rangesText(model, *ranges)));
    return std::nullopt;
}

std::optional<WishError> checkWish(const Model &model, const Wish &wish)
{
    if (!wish.symbol.isValid() || wish.symbol.index >= model.symbols().size())
        return WishError{Kind::undefinedSymbol, {}, {}, {}, say(Phrase::noOptionOfTree)};
    const Symbol &symbol = model.symbol(wish.symbol);
    if (!symbol.isDefined() || symbol.isConstant)
        return undefined(model, wish.symbol, symbol.name);
    switch (symbol.type) {
    case SymbolType::boolean:
    case SymbolType::tristate:
        return checkTruth(model, wish);
    case SymbolType::integer:
    case SymbolType::hex:
        return checkNumber(model, wish);
    case SymbolType::string:
        if (wish.value.find_first_of(std::string_view("\n\r\0", 3)) != std::string::npos)
            return about(model, wish.symbol, Kind::wrongType,
                         say(Phrase::lineBreakInText, nameOf(model, wish.symbol)));
        return std::nullopt;
    case SymbolType::unknown:
        break;
    }
    return about(model, wish.symbol, Kind::wrongType,
                 say(Phrase::noType, nameOf(model, wish.symbol)));
}

std::optional<WishError> findError(const Model &model, std::span<const Wish> wishes,
                                   std::span<const SymbolId> keep)
{
    for (const Wish &wish : wishes)
        if (auto error = checkWish(model, wish))
            return error;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const Wish &wish = wishes[i];
        const auto refuse = [&](Clause clause) {
            return about(model, wish.symbol, Kind::contradiction, std::move(clause));
        };
        const auto other = std::find_if(
            wishes.begin(), wishes.begin() + static_cast<std::ptrdiff_t>(i), [&](const Wish &each) {
                return each.symbol == wish.symbol && each.value != wish.value;
            });
        if (other != wishes.begin() + static_cast<std::ptrdiff_t>(i))
            return refuse(say(Phrase::twoWishes, nameOf(model, wish.symbol), asText(other->value),
                              asText(wish.value)));
        if (std::find(keep.begin(), keep.end(), wish.symbol) != keep.end())
            return refuse(
                say(Phrase::keptAndWished, nameOf(model, wish.symbol), asText(wish.value)));
    }
    for (const SymbolId symbol : keep) {
        if (!symbol.isValid() || symbol.index >= model.symbols().size())
            return WishError{Kind::undefinedSymbol, {}, {}, {}, say(Phrase::nothingToKeep)};
        if (!model.symbol(symbol).isDefined() || model.symbol(symbol).isConstant)
            return undefined(model, symbol, model.symbol(symbol).name);
    }
    return std::nullopt;
}

/// The value as an edit takes it.
std::string plainValue(const Symbol &symbol, std::string value)
{
    if (isTruthType(symbol.type) && value.size() == 1 && truthOf(value))
        return {letter(*truthOf(value))};
    if (symbol.type == SymbolType::hex && !value.empty() && value.compare(0, 2, "0x") != 0 &&
        value.compare(0, 2, "0X") != 0)
        return "0x" + value;
    const bool isQuoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    if (symbol.type != SymbolType::string || !isQuoted)
        return value;
    std::string plain; // as .config has it
    for (std::size_t i = 1; i + 1 < value.size(); ++i) {
        if (value[i] == '\\' && i + 2 < value.size())
            ++i;
        plain += value[i];
    }
    return plain;
}

} // namespace

Expected<std::vector<Wish>, WishError> readWishes(const Model &model,
                                                  std::span<const std::string> texts,
                                                  std::string_view prefix, const Wording &wording)
{
    const auto refuse = [&](WishError error) {
        error.message = error.clause.text(wording);
        return Unexpected(std::move(error));
    };
    std::vector<Wish> wishes;
    for (const std::string &text : texts) {
        const std::size_t sign = text.find('=');
        const std::string name = text.substr(0, sign);
        const bool isName = !name.empty() && name.find_first_of(" \t!<>\"'") == std::string::npos;
        if (sign == std::string::npos && isName)
            return refuse(
                {Kind::syntax, {}, {}, {}, say(Phrase::noWishSuchAs, asText(text), asName(name))});
        if (!isName)
            return refuse({Kind::syntax, {}, {}, {}, say(Phrase::noWish, asText(text))});
        SymbolId symbol = model.find(name);
        const bool hasPrefix = !prefix.empty() && name.size() > prefix.size() &&
                               name.compare(0, prefix.size(), prefix) == 0;
        if (!symbol.isValid() && hasPrefix)
            symbol = model.find(name.substr(prefix.size()));
        const std::string bare = hasPrefix ? name.substr(prefix.size()) : name;
        if (!symbol.isValid() && (bare == "y" || bare == "m" || bare == "n"))
            symbol = Model::constant(*truthOf(bare));
        if (!symbol.isValid() || !model.symbol(symbol).isDefined())
            return refuse(undefined(model, symbol, bare));
        Wish wish{symbol, plainValue(model.symbol(symbol), text.substr(sign + 1))};
        // The same wish twice is one.
        if (std::find(wishes.begin(), wishes.end(), wish) == wishes.end())
            wishes.push_back(std::move(wish));
    }
    if (auto error = findError(model, wishes, {}))
        return refuse(std::move(*error));
    return wishes;
}

std::optional<WishError> checkWishes(const Model &model, std::span<const Wish> wishes,
                                     std::span<const SymbolId> keep, const Wording &wording)
{
    auto error = findError(model, wishes, keep);
    if (error)
        error->message = error->clause.text(wording);
    return error;
}

} // namespace kconfig
