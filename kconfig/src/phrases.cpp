// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "phrases.h"

#include "kconfig/explain.h"

#include <algorithm>
#include <array>

namespace kconfig {

namespace {

struct Entry
{
    Phrase phrase;
    std::string_view english;
};

constexpr auto phraseCount = static_cast<std::size_t>(Phrase::count);

constexpr std::array<Entry, phraseCount> entries = {{
    {Phrase::none, ""},
    {Phrase::namedChoice, "the choice \"%1\""},
    {Phrase::unnamedChoice, "the choice"},
    {Phrase::it, "it"},
    {Phrase::atPlace, "%1 at %2"},
    {Phrase::ifCondition, "%1 if %2"},
    {Phrase::commaList, "%1, %2"},
    {Phrase::andList, "%1 and %2"},
    {Phrase::orList, "%1 or %2"},
    {Phrase::commaAndList, "%1, and %2"},
    {Phrase::conjunction, "%1 && %2"},
    {Phrase::semicolon, "%1; %2"},
    {Phrase::inBrackets, "%1 (%2)"},
    {Phrase::colon, "%1: %2"},
    {Phrase::andOthers, "%1 and others"},
    {Phrase::andMore, "%1; and %2 more"},
    {Phrase::anotherOption, "another option"},
    {Phrase::oneOfOthers, "one of %1 others"},

    {Phrase::valueIs, "%1 is %2"},
    {Phrase::choiceOff, "%1 is off"},
    {Phrase::emptyValue, "empty"},
    {Phrase::valueBecause, "%1: %2"},
    {Phrase::isConstant, "%1 is a constant"},
    {Phrase::constant, "a constant"},
    {Phrase::noFileDefines, "no file defines it"},
    {Phrase::itHas, "it has %1"},
    {Phrase::promptHidden, "its prompt is hidden"},
    {Phrase::youSetIt, "you set it"},
    {Phrase::youSetItTo, "you set it to %1"},
    {Phrase::outsideRange, "you set it to %1, which is outside its range %2 … %3"},
    {Phrase::byDefault, "default"},
    {Phrase::byDefaultOf, "default %1"},
    {Phrase::selectedBy, "selected by %1"},
    {Phrase::impliedBy, "implied by %1"},
    {Phrase::choiceFallsBack, "%1 falls back to it"},
    {Phrase::choiceHas, "%1 has %2"},
    {Phrase::nothingTurnsOn, "nothing turns it on"},
    {Phrase::nothingSets, "nothing sets it"},
    {Phrase::withoutEffect, "%1, and the %2 that you set has no effect while its prompt is hidden"},
    {Phrase::althoughSet, "%1, although you set it to %2"},

    {Phrase::isWritten, "that is written"},
    {Phrase::macroExpanded, "the macro is expanded"},
    {Phrase::conditionIsConstant, "its condition is the constant %1"},
    {Phrase::macroGave, "%1 gave %2"},
    {Phrase::doesNotHold, "%1 does not hold"},
    {Phrase::oneHasToHold, "one of %1 conditions has to hold"},
    {Phrase::neededBut, "%1 is needed, but %2"},
    {Phrase::promptOf, "the prompt of %1"},
    {Phrase::itsPrompt, "its prompt"},
    {Phrase::isHidden, "%1 is hidden"},
    {Phrase::isHiddenBecause, "%1 is hidden because %2"},
    {Phrase::isHiddenByMenuBecause, "%1 is hidden by \"visible if\" of the menu \"%2\" because %3"},
    {Phrase::selectsBut, "%1 selects it, but %2"},
    {Phrase::impliesBut, "%1 implies it, but %2"},
    {Phrase::notWhile, "not while %1"},
    {Phrase::defaultDoesNotApply, "its default %1 does not apply because %2"},
    {Phrase::moreWouldTurnOn, "%1 more would turn it on"},
    {Phrase::valueFollows, "%1 has no prompt; its value follows from other options"},
    {Phrase::onWhenSelected, "%1 has no prompt; it is on when %2 selects it"},
    {Phrase::heldBySelect, "%1 is held at %2 by select from %3"},
    {Phrase::mAtMost, "%1 can be m at most because %2"},
    {Phrase::chosenValue, "%1 is what %2 has; to turn it off, choose another of its values"},
    {Phrase::noModulesInTree, "%1 can't be m because this tree has no modules"},
    {Phrase::noModulesBecause, "%1 can't be m because %2"},
    {Phrase::choiceAlwaysHas, "%1 always has one of its values; choose another value instead"},
    {Phrase::boolIsNeverM, "%1 is a bool: it is y or n, never m"},
    {Phrase::choiceIsYes, "%1 is a value of %2, which is y, and then its values are y or n"},
    {Phrase::impliedAtYes, "%1 can't be m because %2 implies it at y"},
    {Phrase::cantBeNow, "%1 can't be %2 now"},
    {Phrase::hasToBeWithin, "%1 has to be within %2 … %3"},

    {Phrase::nothingTurnsAnyOn, "nothing turns any of them on"},
    {Phrase::youSetThem, "you set them"},
    {Phrase::andByOneFrom, "%1, and by one from %2"},
    {Phrase::andByOthers, "%1, and by %2 others"},
    {Phrase::youCanChange, "%1; you can change %2"},
    {Phrase::cantChange, "%1, and you can't change it"},
    {Phrase::cantChangeBecause, "%1, and you can't change it: %2"},
    {Phrase::canSetTo, "%1; you can set it to %2 … %3"},
    {Phrase::canChange, "%1; you can change it"},
    {Phrase::chooseAnother, "%1; to turn it off, choose another value of %2"},
    {Phrase::canMakeIt, "%1; you can make it %2, for %3"},
    {Phrase::cantBeBecause, "%1 can't be %2 now: %3"},

    {Phrase::wish, "%1=%2"},
    {Phrase::withWish, "%1 with %2"},
    {Phrase::isImpossible, "%1 is impossible"},
    {Phrase::definedByNoFile, "%1 is defined by no file, so it is always n"},
    {Phrase::noWayButDefaultNo, "%1 has no prompt, its default is n, and nothing selects it"},
    {Phrase::noWayAtAll, "%1 has no prompt and no default, and nothing selects it"},
    {Phrase::modulesNeeded, "%1=m needs %2"},
    {Phrase::modulesMissing, "%1=m needs modules, which this tree does not have"},
    {Phrase::whichGave, "%1, which gave %2"},
    {Phrase::yesNeeds, "%1=y needs %2=y when %3 is y"},
    {Phrase::needs, "%1 needs %2"},
    {Phrase::defaultNeeds, "%1 has no prompt, and its default needs %2"},
    {Phrase::hasNoPromptBut, "%1 has no prompt: it has %2"},
    {Phrase::comesOnlyBy, "%1 comes only by %2"},
    {Phrase::orBy, "%1, or by %2"},
    {Phrase::orByOthers, "%1, or by %2 others like these"},
    {Phrase::itsPromptAsWay, "its prompt"},
    {Phrase::itsDefaultAsWay, "its default %1"},
    {Phrase::selectAsWay, "a select from %1"},
    {Phrase::implyAsWay, "an imply from %1"},
    {Phrase::selects, "%1 selects %2"},
    {Phrase::isByDefault, "%1 is %2 by default"},
    {Phrase::isByDefaultWithoutPrompt, "%1 has no prompt and is %2 by default"},
    {Phrase::onlyValueOfChoice, "%1 is the only value that %2 can have"},
    {Phrase::bothInChoice, "%1 and %2 are both values of %3, which has one at a time"},
    {Phrase::keptAt, "%1 is to be kept at %2"},
    {Phrase::onlyWithModules, "%1 can be m only where there are modules"},
    {Phrase::notByDefinition, "%1 can't have that value by its own definition"},
    {Phrase::lostWhenRead, "edits that achieve it would be lost when .config is read again: what "
                           "is written there is limited by the prompts"},
    {Phrase::timeUpForReasons, "time was up before the reasons were found"},
    {Phrase::onlyUnset, "only an option that is not set at all would allow it, and what is set can "
                        "be changed, but not unset"},
    {Phrase::tooManyValues, "Some number or text of the tree can have too many values."},
    {Phrase::tooManyValuesToTry,
     "A number or text of the tree can have more values than can be tried."},
    {Phrase::stoppedEarly, "It was stopped before everything was found."},
    {Phrase::timeUp, "Time was up before everything was found."},

    {Phrase::setUndefined, "%1 is not defined anywhere, so it can't be set"},
    {Phrase::undefinedName, "%1 is not defined anywhere"},
    {Phrase::editNoTruth, "'%1' is no value for the %2 %3; use y, m or n"},
    {Phrase::memberOfChoice, "%1 is the value of a choice; choose another one instead"},
    {Phrase::editNotHex, "'%1' is no value for the %2 %3; use hexadecimal digits"},
    {Phrase::editNotDecimal, "'%1' is no value for the %2 %3; use decimal digits"},
    {Phrase::mustBeBetween, "%1 must be between %2 and %3"},
    {Phrase::cantTurnOff, "%1 can't be turned off"},
    {Phrase::heldBySelectOf, "%1 is held at %2 by a select of %3"},
    {Phrase::heldBySomeSelect, "%1 is held at %2 by a select"},
    {Phrase::followsFromOthers, "%1 has no prompt: its value follows from other options"},
    {Phrase::needsCondition, "%1 needs %2"},
    {Phrase::orNeeds, "%1, or %2"},

    {Phrase::didYouMean, "%1; did you mean %2?"},
    {Phrase::searchByWords, "%1; search for it by words: kconf search %2"},
    {Phrase::wishForConstant, "'%1' is a constant, and constants can't be changed; name an option"},
    {Phrase::noSuchOption, "the tree has no option '%1'"},
    {Phrase::onlyMentioned, "the tree has no option '%1': expressions mention it, but no file "
                            "defines it, so it is always n"},
    {Phrase::aBool, "a bool"},
    {Phrase::aTristate, "a tristate"},
    {Phrase::anInt, "an int"},
    {Phrase::aHex, "a hex"},
    {Phrase::aString, "a string"},
    {Phrase::aChoice, "a choice"},
    {Phrase::onlyTristatesAreM, "%1 is %2, which is y or n; only tristates can be m: write %1=y"},
    {Phrase::noTruthGiven, "%1= has no value; write %1=y or %1=n"},
    {Phrase::wishForMember, "%1 is a choice; to choose one of its values, wish for that one"},
    {Phrase::wishForMemberSuchAs,
     "%1 is a choice; to choose one of its values, wish for that one: %2=y"},
    {Phrase::noValueForBool, "'%1' is no value for %2, which is %3; write %2=y or %2=n"},
    {Phrase::noValueForTristate, "'%1' is no value for %2, which is %3; write %2=y, %2=m or %2=n"},
    {Phrase::noValueMeaning, "'%1' is no value for %2, which is %3; write %2=%4"},
    {Phrase::noNumberGiven, "%1= has no value; write a number, as in %1=10"},
    {Phrase::noHexGiven, "%1= has no value; write a number, as in %1=0x10"},
    {Phrase::noDecimal, "'%1' is no value for %2, which is %3; write decimal digits without "
                        "leading zeros, as in %2=10"},
    {Phrase::noHex,
     "'%1' is no value for %2, which is %3; write hexadecimal digits, as in %2=0x1f"},
    {Phrase::tooLarge, "%1 is too large for %2: numbers have at most 64 bits; write a smaller one"},
    {Phrase::range, "%1 … %2 (%3)"},
    {Phrase::outsideRanges, "%1 can't be %2: it has to be within %3"},
    {Phrase::noOptionOfTree, "the wish is for no option of this tree"},
    {Phrase::lineBreakInText, "the text for %1 has a line break or a zero byte, which no "
                              "configuration file can hold; leave it out"},
    {Phrase::noType, "%1 has no type, so it can't have a value; give it one (bool, int, …) where "
                     "it is defined"},
    {Phrase::noWishSuchAs, "'%1' is no wish; write NAME=VALUE, as in %2=y"},
    {Phrase::noWish, "'%1' is no wish; write NAME=VALUE, as in NET=y, without spaces"},
    {Phrase::twoWishes, "%1 can't be both '%2' and '%3'; leave one of the two wishes out"},
    {Phrase::keptAndWished, "%1 is to be kept as it is and to become %2; leave one of the two out"},
    {Phrase::nothingToKeep, "what is to be kept is no option of this tree"},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (static_cast<std::size_t>(entries[i].phrase) != i ||
            (i != 0 && entries[i].english == ""))
            return false;
    return true;
}
static_assert(isInOrder(), "each phrase has its pattern, in the order of the enumeration");

constexpr std::array<std::string_view, phraseCount - 1> patterns = [] {
    std::array<std::string_view, phraseCount - 1> result;
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = entries[i + 1].english;
    return result;
}();

} // namespace

std::span<const std::string_view> everyPattern()
{
    return patterns;
}

std::string_view Clause::english() const
{
    return entries[static_cast<std::size_t>(phrase)].english;
}

Argument nameOf(const Model &model, SymbolId id)
{
    const Symbol &symbol = model.symbol(id);
    if (!symbol.name.empty())
        return asName(symbol.name);
    for (const NodeId node : symbol.nodes)
        if (const auto prompt = model.promptText(node); !prompt.empty())
            return asArgument(say(Phrase::namedChoice, asText(prompt)));
    return asArgument(say(Phrase::unnamedChoice));
}

Clause atPlace(const Model &model, Clause clause, const Position &position)
{
    if (!position.isValid())
        return clause;
    return say(Phrase::atPlace, std::move(clause), asPlace(shortPlace(model, position)));
}

Argument listOf(std::vector<Argument> parts, Phrase last, Phrase joint)
{
    Argument list = std::move(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i)
        list = asArgument(
            say(i + 1 == parts.size() ? last : joint, std::move(list), std::move(parts[i])));
    return list;
}

bool mentions(const Clause &clause, std::string_view text)
{
    return std::any_of(clause.arguments.begin(), clause.arguments.end(), [&](const Argument &each) {
        return each.clause.empty() ? each.text.find(text) != std::string::npos
                                   : mentions(each.clause.front(), text);
    });
}

bool endsWith(const Clause &clause, const Clause &last)
{
    if (clause == last)
        return true;
    const std::string_view pattern = clause.english();
    const bool hasLast = pattern.size() >= 2 && pattern[pattern.size() - 2] == '%' &&
                         clause.arguments.size() == static_cast<std::size_t>(pattern.back() - '0');
    return hasLast && !clause.arguments.back().clause.empty() &&
           endsWith(clause.arguments.back().clause.front(), last);
}

} // namespace kconfig
