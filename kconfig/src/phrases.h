// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Every pattern that the engine speaks in, by name, and clauses made of them.
#pragma once

#include "kconfig/clause.h"
#include "kconfig/model.h"

#include <string>
#include <utility>

namespace kconfig {

enum class Phrase : std::uint16_t
{
    none,
    // Names and joints.
    namedChoice,
    unnamedChoice,
    it,
    atPlace,
    ifCondition,
    commaList,
    andList,
    orList,
    commaAndList,
    conjunction,
    semicolon,
    inBrackets,
    colon,
    andOthers,
    andMore,
    anotherOption,
    oneOfOthers,
    // Values and where they come from.
    valueIs,
    choiceOff,
    emptyValue,
    valueBecause,
    isConstant,
    constant,
    noFileDefines,
    itHas,
    promptHidden,
    youSetIt,
    youSetItTo,
    outsideRange,
    byDefault,
    byDefaultOf,
    selectedBy,
    impliedBy,
    choiceFallsBack,
    choiceHas,
    nothingTurnsOn,
    nothingSets,
    withoutEffect,
    althoughSet,
    // What stands in the way.
    isWritten,
    macroExpanded,
    conditionIsConstant,
    macroGave,
    doesNotHold,
    oneHasToHold,
    neededBut,
    promptOf,
    itsPrompt,
    isHidden,
    isHiddenBecause,
    isHiddenByMenuBecause,
    selectsBut,
    impliesBut,
    notWhile,
    defaultDoesNotApply,
    moreWouldTurnOn,
    valueFollows,
    onWhenSelected,
    heldBySelect,
    mAtMost,
    chosenValue,
    noModulesInTree,
    noModulesBecause,
    choiceAlwaysHas,
    boolIsNeverM,
    choiceIsYes,
    impliedAtYes,
    cantBeNow,
    hasToBeWithin,
    // Sentences.
    nothingTurnsAnyOn,
    youSetThem,
    andByOneFrom,
    andByOthers,
    youCanChange,
    cantChange,
    cantChangeBecause,
    canSetTo,
    canChange,
    chooseAnother,
    canMakeIt,
    cantBeBecause,
    // Proofs.
    wish,
    withWish,
    isImpossible,
    definedByNoFile,
    noWayButDefaultNo,
    noWayAtAll,
    modulesNeeded,
    modulesMissing,
    whichGave,
    yesNeeds,
    needs,
    defaultNeeds,
    hasNoPromptBut,
    comesOnlyBy,
    orBy,
    orByOthers,
    itsPromptAsWay,
    itsDefaultAsWay,
    selectAsWay,
    implyAsWay,
    selects,
    isByDefault,
    isByDefaultWithoutPrompt,
    onlyValueOfChoice,
    bothInChoice,
    keptAt,
    onlyWithModules,
    notByDefinition,
    lostWhenRead,
    timeUpForReasons,
    onlyUnset,
    tooManyValues,
    tooManyValuesToTry,
    stoppedEarly,
    timeUp,
    // Edits refused.
    setUndefined,
    undefinedName,
    editNoTruth,
    memberOfChoice,
    editNotHex,
    editNotDecimal,
    mustBeBetween,
    cantTurnOff,
    heldBySelectOf,
    heldBySomeSelect,
    followsFromOthers,
    needsCondition,
    orNeeds,
    // Wishes refused.
    didYouMean,
    searchByWords,
    wishForConstant,
    noSuchOption,
    onlyMentioned,
    aBool,
    aTristate,
    anInt,
    aHex,
    aString,
    aChoice,
    onlyTristatesAreM,
    noTruthGiven,
    wishForMember,
    wishForMemberSuchAs,
    noValueForBool,
    noValueForTristate,
    noValueMeaning,
    noNumberGiven,
    noHexGiven,
    noDecimal,
    noHex,
    tooLarge,
    range,
    outsideRanges,
    noOptionOfTree,
    lineBreakInText,
    noType,
    noWishSuchAs,
    noWish,
    twoWishes,
    keptAndWished,
    nothingToKeep,
    // Diagnostics in words.
    errorHeadline,
    warningHeadline,
    noteHeadline,
    hintHeadline,
    sourcedFromHere,
    // What lint finds.
    undefinedHere,
    undefinedTarget,
    andInOnePlace,
    andInPlaces,
    mentionedHere,
    writeNo,
    writeYes,
    withoutPrefix,
    defineOrRemove,
    meantSpelling,
    unusedAndUnnamed,
    unusedButNamedOnce,
    unusedButNamed,
    giveItSource,
    saysNoDefault,
    addDefault,
    inQuotes,
    promptNeverSeen,
    norOneOther,
    norOthers,
    norPromptOf,
    defaultNeverApplies,
    neverOn,
    comesFirst,
    moveDefault,
    correctSources,
    correctOneCondition,
    correctCondition,
    cantHold,
    excludeEachOther,
    selectsVisible,
    preferDepends,
    isDefinedHere,
    selectUnmet,
    selectPerhapsUnmet,
    letItDepend,
    happensWith,
    nothingButDefaults,
    optionsSet,
    happenedAtRandom,
    // What is wrong with the text of a tree.
    lineEnds,
    thereIsKeyword,
    thereIs,
    expectedBut,
    aSymbol,
    endOfLine,
    unknownOptionOf,
    aKeyword,
    aTitle,
    promptText,
    variableName,
    filePath,
    hasToBeQuoted,
    ofUnikraft,
    ofLinux61,
    ofLinux612,
    noKeywordInDialect,
    notAKeyword,
    cantStandInChoice,
    nestedTooDeep,
    endClosesNothing,
    removeEnd,
    innermostBlock,
    endComesBefore,
    addEnd,
    meansNothingFor,
    aMenu,
    aComment,
    aConfig,
    noFileMatches,
    sourcesItself,
    notClosed,
    addEndHere,
    comparedWithM,
    cantRead,
    addQuote,
    meansNothing,
    commandNotRun,
    commandFailed,
    commandNotRunnable,
    commandTooLong,
    commandCancelled,
    commandNotStarted,
    commandWithoutPipe,
    commandNotRecorded,
    commandRecordedWith,
    commandRecordedWithout,
    commandFileLost,
    variableCircle,
    wrongArguments,
    choiceValueName,
    thisChoice,
    choiceName,
    quotedName,
    hasNoPrompt,
    hasNoTypeYet,
    defaultWithoutEffect,
    putDefault,
    promptOutsideChoice,
    isNoBool,
    typedAlready,
    defaultNoExpression,
    defaultHasType,
    isNoValueOf,
    typeCant,
    cantBeTarget,
    rangeMeansNothing,
    modulesTaken,
    defconfigListTaken,
    variableNotSet,
    // What is wrong with a .config.
    optionsLookLike,
    noStringValue,
    noValueOfType,
    mInChoiceOfYes,
    changesChoice,
    unknownSymbol,
    setAgain,
    outsideSoBound,
    outsideSoDefault,
    writeWithin,
    // Circles.
    dependencyLoop,
    andRound,
    loopHasValue,
    loopIsValue,
    loopDepends,
    loopSelected,
    loopImplied,
    loopSelectedUnder,
    loopImpliedUnder,
    loopDefaultIs,
    loopPrompt,
    loopRange,
    loopDefault,
    count ///< how many there are
};

[[nodiscard]] inline Argument asName(std::string_view text)
{
    return {Argument::Kind::name, std::string(text), {}};
}
[[nodiscard]] inline Argument asValue(std::string text)
{
    return {Argument::Kind::value, std::move(text), {}};
}
[[nodiscard]] inline Argument asExpression(std::string text)
{
    return {Argument::Kind::expression, std::move(text), {}};
}
[[nodiscard]] inline Argument asPlace(std::string text)
{
    return {Argument::Kind::place, std::move(text), {}};
}
[[nodiscard]] inline Argument asNumber(std::size_t number)
{
    return {Argument::Kind::number, std::to_string(number), {}};
}
[[nodiscard]] inline Argument asText(std::string_view text)
{
    return {Argument::Kind::text, std::string(text), {}};
}
[[nodiscard]] inline Argument asArgument(Argument argument)
{
    return argument;
}
[[nodiscard]] inline Argument asArgument(Clause clause)
{
    Argument argument{Argument::Kind::clause, {}, {}};
    argument.clause.push_back(std::move(clause));
    return argument;
}

/// A clause of arguments and clauses.
template <class... Parts>
[[nodiscard]] Clause say(Phrase phrase, Parts &&...parts)
{
    Clause clause;
    clause.phrase = phrase;
    clause.arguments.reserve(sizeof...(parts));
    (clause.arguments.push_back(asArgument(std::forward<Parts>(parts))), ...);
    return clause;
}

/// What users call a symbol: its name, or the prompt of an unnamed choice.
[[nodiscard]] Argument nameOf(const Model &model, SymbolId symbol);

/// "CLAUSE at net/Kconfig:12"; the clause alone when the place is invalid.
[[nodiscard]] Clause atPlace(const Model &model, Clause clause, const Position &position);

/// "A, B or C", by the phrase for the last joint. Of one, that alone. \pre there is one
[[nodiscard]] Argument listOf(std::vector<Argument> parts, Phrase last,
                              Phrase joint = Phrase::commaList);

/// Whether a name, a value or another text that is the same in every language stands in the clause.
[[nodiscard]] bool mentions(const Clause &clause, std::string_view text);

/// Whether the last that is said is `last`.
[[nodiscard]] bool endsWith(const Clause &clause, const Clause &last);

} // namespace kconfig
