// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Wishes as texts: what is none for a tree, and what to write instead. Whether a wish can come true
// is the resolver's business; here stands only what can be told from the symbol itself.

#include "kconfig/resolve.h"

#include "configuration_state.h"
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
std::string typeWithArticle(const Symbol &symbol)
{
    if (symbol.isChoice)
        return "a choice";
    return (symbol.type == SymbolType::integer ? "an " : "a ") + std::string(typeName(symbol.type));
}

WishError about(const Model &model, SymbolId symbol, Kind kind, std::string message)
{
    WishError error{kind, std::move(message), symbol, {}};
    if (const auto &nodes = model.symbol(symbol).nodes; !nodes.empty())
        error.position = model.node(nodes.front()).position;
    return error;
}

/// What may have been meant, as the end of a sentence.
std::string didYouMean(const Model &model, std::string_view name)
{
    std::vector<std::string_view> names;
    for (const Symbol &symbol : model.symbols())
        if (symbol.isDefined() && !symbol.name.empty())
            names.push_back(symbol.name);
    const std::string upper = upperCase(name);
    for (const std::string_view wanted : {std::string_view(upper), name})
        if (const std::string_view found = nearest(wanted, names); !found.empty())
            return "; did you mean " + std::string(found) + '?';
    return "; search for it by words: kconf search " + std::string(name);
}

WishError undefined(const Model &model, SymbolId symbol, std::string_view name)
{
    if (symbol.isValid() && model.symbol(symbol).isConstant)
        return {Kind::undefinedSymbol,
                '\'' + std::string(name) +
                    "' is a constant, and constants can't be changed; name "
                    "an option",
                symbol,
                {}};
    std::string message = "the tree has no option '" + std::string(name) + '\'';
    if (symbol.isValid())
        message += ": expressions mention it, but no file defines it, so it is always n";
    return {Kind::undefinedSymbol, message + didYouMean(model, name), symbol, {}};
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
    const std::string name = displayName(model, wish.symbol);
    const auto truth = wish.value.size() == 1 ? truthOf(wish.value) : std::nullopt;
    if (truth && (*truth != Tristate::mod || symbol.type == SymbolType::tristate))
        return std::nullopt;
    std::string message;
    if (truth) {
        message = name + " is " + typeWithArticle(symbol) +
                  ", which is y or n; only tristates can be m: write " + name + "=y";
    } else if (wish.value.empty()) {
        message = name + "= has no value; write " + name + "=y or " + name + "=n";
    } else if (symbol.isChoice) {
        const SymbolId member = model.find(wish.value);
        const bool isMember = std::find(symbol.choiceValues.begin(), symbol.choiceValues.end(),
                                        member) != symbol.choiceValues.end();
        const SymbolId example = isMember                      ? member
                                 : symbol.choiceValues.empty() ? SymbolId{}
                                                               : symbol.choiceValues.front();
        message = name + " is a choice; to choose one of its values, wish for that one";
        if (example.isValid())
            message += ": " + displayName(model, example) + "=y";
    } else {
        const std::string meant = truthMeantBy(wish.value);
        message =
            '\'' + wish.value + "' is no value for " + name + ", which is " +
            typeWithArticle(symbol) + "; write " +
            (!meant.empty()                        ? name + '=' + meant
             : symbol.type == SymbolType::tristate ? name + "=y, " + name + "=m or " + name + "=n"
                                                   : name + "=y or " + name + "=n");
    }
    return about(model, wish.symbol, Kind::wrongType, std::move(message));
}

std::string rangesText(const Model &model, const std::vector<PropertyId> &ranges)
{
    std::string text;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const Property &range = model.property(ranges[i]);
        text += (i == 0                   ? ""
                 : i + 1 == ranges.size() ? " or "
                                          : ", ") +
                std::string(model.symbol(range.low).name) + " … " +
                std::string(model.symbol(range.high).name) + " (" +
                model.sources().describe(range.position) + ')';
    }
    return text;
}

std::optional<WishError> checkNumber(const Model &model, const Wish &wish)
{
    const Symbol &symbol = model.symbol(wish.symbol);
    const std::string name = displayName(model, wish.symbol);
    const bool isHex = symbol.type == SymbolType::hex;
    const auto refuse = [&](Kind kind, std::string message) {
        return about(model, wish.symbol, kind, std::move(message));
    };
    if (wish.value.empty())
        return refuse(Kind::wrongType, name + "= has no value; write a number, as in " + name +
                                           (isHex ? "=0x10" : "=10"));
    if (!isValidValue(symbol.type, wish.value))
        return refuse(Kind::wrongType,
                      '\'' + wish.value + "' is no value for " + name + ", which is " +
                          typeWithArticle(symbol) + "; write " +
                          (isHex ? "hexadecimal digits, as in " + name + "=0x1f"
                                 : "decimal digits without leading zeros, as in " + name + "=10"));
    if (!fitsIn64Bits(symbol.type, wish.value))
        return refuse(Kind::outOfRange, wish.value + " is too large for " + name +
                                            ": numbers have at most 64 bits; write a smaller one");
    const auto ranges = everyPossibleRange(model, wish.symbol);
    if (ranges && !isInAnyOf(model, wish.symbol, *ranges, wish.value))
        return refuse(Kind::outOfRange, name + " can't be " + wish.value +
                                            ": it has to be within " + rangesText(model, *ranges));
    return std::nullopt;
}

std::optional<WishError> checkWish(const Model &model, const Wish &wish)
{
    if (!wish.symbol.isValid() || wish.symbol.index >= model.symbols().size())
        return WishError{Kind::undefinedSymbol, "the wish is for no option of this tree", {}, {}};
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
                         "the text for " + displayName(model, wish.symbol) +
                             " has a line break or a zero byte, which no configuration file can "
                             "hold; leave it out");
        return std::nullopt;
    case SymbolType::unknown:
        break;
    }
    return about(model, wish.symbol, Kind::wrongType,
                 displayName(model, wish.symbol) +
                     " has no type, so it can't have a value; give it one (bool, int, …) where it "
                     "is defined");
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

Expected<std::vector<Wish>, WishError>
readWishes(const Model &model, std::span<const std::string> texts, std::string_view prefix)
{
    std::vector<Wish> wishes;
    for (const std::string &text : texts) {
        const std::size_t sign = text.find('=');
        const std::string name = text.substr(0, sign);
        const bool isName = !name.empty() && name.find_first_of(" \t!<>\"'") == std::string::npos;
        if (sign == std::string::npos || !isName)
            return Unexpected(WishError{Kind::syntax,
                                        '\'' + text + "' is no wish; write NAME=VALUE" +
                                            (sign == std::string::npos && isName
                                                 ? ", as in " + name + "=y"
                                                 : std::string(", as in NET=y, without spaces")),
                                        {},
                                        {}});
        SymbolId symbol = model.find(name);
        const bool hasPrefix = !prefix.empty() && name.size() > prefix.size() &&
                               name.compare(0, prefix.size(), prefix) == 0;
        if (!symbol.isValid() && hasPrefix)
            symbol = model.find(name.substr(prefix.size()));
        const std::string bare = hasPrefix ? name.substr(prefix.size()) : name;
        if (!symbol.isValid() && (bare == "y" || bare == "m" || bare == "n"))
            symbol = Model::constant(*truthOf(bare));
        if (!symbol.isValid() || !model.symbol(symbol).isDefined())
            return Unexpected(undefined(model, symbol, bare));
        Wish wish{symbol, plainValue(model.symbol(symbol), text.substr(sign + 1))};
        // The same wish twice is one.
        if (std::find(wishes.begin(), wishes.end(), wish) == wishes.end())
            wishes.push_back(std::move(wish));
    }
    if (auto error = checkWishes(model, wishes, {}))
        return Unexpected(std::move(*error));
    return wishes;
}

std::optional<WishError> checkWishes(const Model &model, std::span<const Wish> wishes,
                                     std::span<const SymbolId> keep)
{
    for (const Wish &wish : wishes)
        if (auto error = checkWish(model, wish))
            return error;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const Wish &wish = wishes[i];
        const std::string name = displayName(model, wish.symbol);
        const auto other = std::find_if(
            wishes.begin(), wishes.begin() + static_cast<std::ptrdiff_t>(i), [&](const Wish &each) {
                return each.symbol == wish.symbol && each.value != wish.value;
            });
        if (other != wishes.begin() + static_cast<std::ptrdiff_t>(i))
            return about(model, wish.symbol, Kind::contradiction,
                         name + " can't be both '" + other->value + "' and '" + wish.value +
                             "'; leave one of the two wishes out");
        if (std::find(keep.begin(), keep.end(), wish.symbol) != keep.end())
            return about(model, wish.symbol, Kind::contradiction,
                         name + " is to be kept as it is and to become " + wish.value +
                             "; leave one of the two out");
    }
    for (const SymbolId symbol : keep) {
        if (!symbol.isValid() || symbol.index >= model.symbols().size())
            return WishError{
                Kind::undefinedSymbol, "what is to be kept is no option of this tree", {}, {}};
        if (!model.symbol(symbol).isDefined() || model.symbol(symbol).isConstant)
            return undefined(model, symbol, model.symbol(symbol).name);
    }
    return std::nullopt;
}

} // namespace kconfig
