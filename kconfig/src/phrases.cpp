// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "phrases.h"

#include "diagnostic_texts.h"

#include "kconfig/explain.h"
#include "kconfig/lint.h"

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

    {Phrase::errorHeadline, "error: %1"},
    {Phrase::warningHeadline, "warning: %1"},
    {Phrase::noteHeadline, "note: %1"},
    {Phrase::hintHeadline, "hint: %1"},
    {Phrase::sourcedFromHere, "sourced from here"},

    {Phrase::undefinedHere, "'%1' is not defined in this tree, so it is n here"},
    {Phrase::undefinedTarget,
     "'%1' is not defined in this tree, so that selecting it does nothing"},
    {Phrase::andInOnePlace, "%1 and in 1 other place"},
    {Phrase::andInPlaces, "%1 and in %2 other places"},
    {Phrase::mentionedHere, "mentioned here, too"},
    {Phrase::writeNo, "write n"},
    {Phrase::writeYes, "write y"},
    {Phrase::withoutPrefix, "names stand without CONFIG_ here: write '%1'"},
    {Phrase::defineOrRemove, "define it, or remove what mentions it"},
    {Phrase::meantSpelling, "did you mean '%1'?"},
    {Phrase::unusedAndUnnamed, "nothing can give '%1' a value, and nothing mentions it"},
    {Phrase::unusedButNamedOnce,
     "nothing can give '%1' a value, although it is mentioned in 1 place"},
    {Phrase::unusedButNamed,
     "nothing can give '%1' a value, although it is mentioned in %2 places"},
    {Phrase::giveItSource,
     "remove it, or give it a prompt, a default, or an option that selects it"},
    {Phrase::saysNoDefault, "%1 says no default: the first value that can be seen is taken"},
    {Phrase::addDefault, "add 'default %1'"},
    {Phrase::inQuotes, "\"%1\""},
    {Phrase::promptNeverSeen, "the prompt of %1 can never be seen"},
    {Phrase::norOneOther, "%1, nor can 1 other for the same reason"},
    {Phrase::norOthers, "%1, nor can %2 others for the same reason"},
    {Phrase::norPromptOf, "nor can the prompt of %1"},
    {Phrase::defaultNeverApplies, "this default of %1 can never apply"},
    {Phrase::neverOn, "%1 can never be on"},
    {Phrase::comesFirst, "this one comes first"},
    {Phrase::moveDefault, "move it before the default that always wins, or remove it"},
    {Phrase::correctSources, "remove it, or correct the conditions of its defaults and selects"},
    {Phrase::correctOneCondition, "correct one of the conditions, or remove what they guard"},
    {Phrase::correctCondition, "correct the condition, or remove what it guards"},
    {Phrase::cantHold, "'%1' can't hold in any configuration"},
    {Phrase::excludeEachOther, "'%1' is one of %2 conditions that exclude each other"},
    {Phrase::selectsVisible, "%1 selects %2, which has a prompt and depends on %3"},
    {Phrase::preferDepends, "prefer 'depends on %1' or 'imply %1'"},
    {Phrase::isDefinedHere, "%1 is defined here"},
    {Phrase::selectUnmet, "%1 can select %2 while %2's dependency on %3 is not met"},
    {Phrase::selectPerhapsUnmet,
     "%1 can select %2 while %2's dependency on %3 is not met: not excluded, but not seen either"},
    {Phrase::letItDepend, "let %1 depend on it, or write 'select %2 if …'"},
    {Phrase::happensWith, "it happens with %1"},
    {Phrase::nothingButDefaults, "nothing but the defaults"},
    {Phrase::optionsSet, "%1 options set"},
    {Phrase::happenedAtRandom, "it happened in a configuration chosen at random"},

    {Phrase::lineEnds, "the line ends"},
    {Phrase::thereIsKeyword, "there is the keyword '%1'"},
    {Phrase::thereIs, "there is '%1'"},
    {Phrase::expectedBut, "expected %1, but %2"},
    {Phrase::aSymbol, "a symbol"},
    {Phrase::endOfLine, "the end of the line"},
    {Phrase::unknownOptionOf, "unknown option: %1"},
    {Phrase::aKeyword, "a keyword"},
    {Phrase::aTitle, "a title"},
    {Phrase::promptText, "the text of the prompt"},
    {Phrase::variableName, "the name of an environment variable"},
    {Phrase::filePath, "the path of a file"},
    {Phrase::hasToBeQuoted, "%1 has to be quoted in the dialect %2"},
    {Phrase::ofUnikraft, "of Unikraft (Linux 5.2)"},
    {Phrase::ofLinux61, "of Linux 6.1"},
    {Phrase::ofLinux612, "of Linux 6.12"},
    {Phrase::noKeywordInDialect, "'%1' is no keyword in the dialect %2"},
    {Phrase::notAKeyword, "'%1' is not a keyword"},
    {Phrase::cantStandInChoice, "a %1 can't stand directly in a choice"},
    {Phrase::nestedTooDeep, "blocks are nested more than %1 deep"},
    {Phrase::endClosesNothing, "'end%1' closes nothing in this file"},
    {Phrase::removeEnd,
     "remove it, or open a '%1' before it; a block ends in the file it begins in"},
    {Phrase::innermostBlock, "the innermost open block is this %1"},
    {Phrase::endComesBefore, "'end%1' comes before 'end%2'"},
    {Phrase::addEnd, "add 'end%1' above it"},
    {Phrase::meansNothingFor, "this attribute means nothing for %1"},
    {Phrase::aMenu, "a menu"},
    {Phrase::aComment, "a comment"},
    {Phrase::aConfig, "a config"},
    {Phrase::noFileMatches, "no file matches '%1'"},
    {Phrase::sourcesItself, "'%1' sources itself"},
    {Phrase::notClosed, "this %1 is not closed in its file"},
    {Phrase::addEndHere, "add 'end%1'"},
    {Phrase::comparedWithM, "the bool '%1' is compared with m, which it never is"},
    {Phrase::cantRead, "can't read '%1': %2"},
    {Phrase::addQuote, "add %1; a string can't span lines"},
    {Phrase::meansNothing, "'%1' means nothing here and is ignored"},
    {Phrase::commandNotRun, "a shell command was not run: %1"},
    {Phrase::commandFailed, "a shell command %1: %2"},
    {Phrase::commandNotRunnable, "could not be run"},
    {Phrase::commandTooLong, "did not end within %1 s and was stopped"},
    {Phrase::commandCancelled, "was cancelled"},
    {Phrase::commandNotStarted, "could not be started: %1"},
    {Phrase::commandWithoutPipe, "got no pipe: %1"},
    {Phrase::commandNotRecorded, "is not in the recording"},
    {Phrase::commandRecordedWith, "is not in the recording with this environment: there, %1"},
    {Phrase::commandRecordedWithout,
     "is not in the recording with this environment: there, %1 is not set"},
    {Phrase::commandFileLost, "wrote a file that can't be written again: %1"},
    {Phrase::variableCircle, "variable '%1' refers to itself"},
    {Phrase::wrongArguments, "'$(%1)' takes %2 argument(s), not %3"},
    {Phrase::choiceValueName, "the choice value '%1'"},
    {Phrase::thisChoice, "this choice"},
    {Phrase::choiceName, "choice '%1'"},
    {Phrase::quotedName, "'%1'"},
    {Phrase::hasNoPrompt, "%1 has no prompt"},
    {Phrase::hasNoTypeYet, "%1 has no type"},
    {Phrase::defaultWithoutEffect, "the default of %1 has no effect"},
    {Phrase::putDefault, "put 'default %1' into the choice"},
    {Phrase::promptOutsideChoice, "%1 has a prompt outside its choice"},
    {Phrase::isNoBool, "%1 is no bool"},
    {Phrase::typedAlready, "'%1' is a %2 already; this type is ignored"},
    {Phrase::defaultNoExpression, "the default of the %1 %2 can't be an expression"},
    {Phrase::defaultHasType, "the default of %1 is no %2"},
    {Phrase::isNoValueOf, "%1 is no value of %2"},
    {Phrase::typeCant, "%1 is a %2 and can't %3"},
    {Phrase::cantBeTarget, "%1 is a %2; it can't be the target of %3"},
    {Phrase::rangeMeansNothing, "%1 is a %2; a range means nothing for it"},
    {Phrase::modulesTaken, "'modules' belongs to '%1' already"},
    {Phrase::defconfigListTaken, "'option defconfig_list' belongs to '%1' already"},
    {Phrase::variableNotSet, "the environment variable '%1' is not set"},

    {Phrase::optionsLookLike, "options look like '%1NAME=value' or '# %1NAME is not set'"},
    {Phrase::noStringValue, "'%1' is no value for the string '%2'; the line is ignored"},
    {Phrase::noValueOfType, "'%1' is no value for the %2 '%3'; the line is ignored"},
    {Phrase::mInChoiceOfYes, "'%1' is m in a choice of which another value is y"},
    {Phrase::changesChoice, "'%1' changes a choice that an earlier line has made"},
    {Phrase::unknownSymbol, "unknown symbol '%1'"},
    {Phrase::setAgain, "'%1' is set again; the last line counts"},
    {Phrase::outsideSoBound, "%1 is outside the range of '%2'; the nearest bound is used"},
    {Phrase::outsideSoDefault, "%1 is outside the range of '%2'; the default is used"},
    {Phrase::writeWithin, "write a value from %1 to %2"},

    {Phrase::dependencyLoop, "dependency loop: %1"},
    {Phrase::andRound, "%1, and so on round to itself"},
    {Phrase::loopHasValue, "%1 has the value %2"},
    {Phrase::loopIsValue, "%1 is a value of %2"},
    {Phrase::loopDepends, "%1 depends on %2"},
    {Phrase::loopSelected, "%1 is selected by %2"},
    {Phrase::loopImplied, "%1 is implied by %2"},
    {Phrase::loopSelectedUnder, "%1 is selected under a condition on %2"},
    {Phrase::loopImpliedUnder, "%1 is implied under a condition on %2"},
    {Phrase::loopDefaultIs, "%1 has a default that is %2"},
    {Phrase::loopPrompt, "%1 has a prompt that depends on %2"},
    {Phrase::loopRange, "%1 has a range that depends on %2"},
    {Phrase::loopDefault, "%1 has a default that depends on %2"},
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

} // namespace

std::span<const std::string_view> everyPattern()
{
    static const std::vector<std::string_view> patterns = [] {
        std::vector<std::string_view> all;
        for (const Entry &entry : std::span(entries).subspan(1))
            all.push_back(entry.english);
        const auto texts = diagnosticTexts();
        all.insert(all.end(), texts.begin(), texts.end());
        for (const LintRule &rule : lintRules())
            all.emplace_back(rule.help);
        return all;
    }();
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
