// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/reason_words.h"

#include "workbench/diagnostic_words.h"

#include <QCoreApplication>

#include <iterator>
#include <vector>

namespace kiln {

namespace {

/// The engine knows no Qt, so its patterns are listed for lupdate here. %1 and so on are names of
/// options, values, conditions, places, or clauses made of these patterns.
constexpr const char *texts[] = {
    QT_TRANSLATE_NOOP("KconfigReasons", "the choice \"%1\""),
    QT_TRANSLATE_NOOP("KconfigReasons", "the choice"),
    QT_TRANSLATE_NOOP("KconfigReasons", "it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 at %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 if %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 and %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 or %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, and %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 && %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 (%2)"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1: %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 and others"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; and %2 more"),
    QT_TRANSLATE_NOOP("KconfigReasons", "another option"),
    QT_TRANSLATE_NOOP("KconfigReasons", "one of %1 others"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is off"),
    QT_TRANSLATE_NOOP("KconfigReasons", "empty"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is a constant"),
    QT_TRANSLATE_NOOP("KconfigReasons", "a constant"),
    QT_TRANSLATE_NOOP("KconfigReasons", "no file defines it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "it has %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "its prompt is hidden"),
    QT_TRANSLATE_NOOP("KconfigReasons", "you set it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "you set it to %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "you set it to %1, which is outside its range %2 … %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "default"),
    QT_TRANSLATE_NOOP("KconfigReasons", "default %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "selected by %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "implied by %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 falls back to it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "nothing turns it on"),
    QT_TRANSLATE_NOOP("KconfigReasons", "nothing sets it"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1, and the %2 that you set has no effect while its prompt is hidden"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, although you set it to %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "that is written"),
    QT_TRANSLATE_NOOP("KconfigReasons", "the macro is expanded"),
    QT_TRANSLATE_NOOP("KconfigReasons", "its condition is the constant %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 gave %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 does not hold"),
    QT_TRANSLATE_NOOP("KconfigReasons", "one of %1 conditions has to hold"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is needed, but %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "the prompt of %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "its prompt"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is hidden"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is hidden because %2"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 is hidden by \"visible if\" of the menu \"%2\" because %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 selects it, but %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 implies it, but %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "not while %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "its default %1 does not apply because %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 more would turn it on"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has no prompt; its value follows from other options"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has no prompt; it is on when %2 selects it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is held at %2 by select from %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can be m at most because %2"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 is what %2 has; to turn it off, choose another of its values"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can't be m because this tree has no modules"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can't be m because %2"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 always has one of its values; choose another value instead"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is a bool: it is y or n, never m"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 is a value of %2, which is y, and then its values are y or n"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can't be m because %2 implies it at y"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can't be %2 now"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has to be within %2 … %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "nothing turns any of them on"),
    QT_TRANSLATE_NOOP("KconfigReasons", "you set them"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, and by one from %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, and by %2 others"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; you can change %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, and you can't change it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, and you can't change it: %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; you can set it to %2 … %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; you can change it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; to turn it off, choose another value of %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; you can make it %2, for %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can't be %2 now: %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1=%2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 with %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is impossible"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is defined by no file, so it is always n"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 has no prompt, its default is n, and nothing selects it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has no prompt and no default, and nothing selects it"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1=m needs %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1=m needs modules, which this tree does not have"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, which gave %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1=y needs %2=y when %3 is y"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 needs %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has no prompt, and its default needs %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has no prompt: it has %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 comes only by %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, or by %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, or by %2 others like these"),
    QT_TRANSLATE_NOOP("KconfigReasons", "its default %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "a select from %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "an imply from %1"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 selects %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is %2 by default"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has no prompt and is %2 by default"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is the only value that %2 can have"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 and %2 are both values of %3, which has one at a time"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is to be kept at %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can be m only where there are modules"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can't have that value by its own definition"),
    QT_TRANSLATE_NOOP("KconfigReasons", "edits that achieve it would be lost when .config is read "
                                        "again: what is written there is limited by the prompts"),
    QT_TRANSLATE_NOOP("KconfigReasons", "time was up before the reasons were found"),
    QT_TRANSLATE_NOOP("KconfigReasons", "only an option that is not set at all would allow it, and "
                                        "what is set can be changed, but not unset"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "Some number or text of the tree can have too many values."),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "A number or text of the tree can have more values than can be tried."),
    QT_TRANSLATE_NOOP("KconfigReasons", "It was stopped before everything was found."),
    QT_TRANSLATE_NOOP("KconfigReasons", "Time was up before everything was found."),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is not defined anywhere, so it can't be set"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is not defined anywhere"),
    QT_TRANSLATE_NOOP("KconfigReasons", "'%1' is no value for the %2 %3; use y, m or n"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is the value of a choice; choose another one instead"),
    QT_TRANSLATE_NOOP("KconfigReasons", "'%1' is no value for the %2 %3; use hexadecimal digits"),
    QT_TRANSLATE_NOOP("KconfigReasons", "'%1' is no value for the %2 %3; use decimal digits"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 must be between %2 and %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can't be turned off"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is held at %2 by a select of %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 is held at %2 by a select"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 has no prompt: its value follows from other options"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1, or %2"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; did you mean %2?"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1; search for it by words: kconf search %2"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "'%1' is a constant, and constants can't be changed; name an option"),
    QT_TRANSLATE_NOOP("KconfigReasons", "the tree has no option '%1'"),
    QT_TRANSLATE_NOOP("KconfigReasons", "the tree has no option '%1': expressions mention it, but "
                                        "no file defines it, so it is always n"),
    QT_TRANSLATE_NOOP("KconfigReasons", "a bool"),
    QT_TRANSLATE_NOOP("KconfigReasons", "a tristate"),
    QT_TRANSLATE_NOOP("KconfigReasons", "an int"),
    QT_TRANSLATE_NOOP("KconfigReasons", "a hex"),
    QT_TRANSLATE_NOOP("KconfigReasons", "a string"),
    QT_TRANSLATE_NOOP("KconfigReasons", "a choice"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 is %2, which is y or n; only tristates can be m: write %1=y"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1= has no value; write %1=y or %1=n"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 is a choice; to choose one of its values, wish for that one"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 is a choice; to choose one of its values, wish for that one: %2=y"),
    QT_TRANSLATE_NOOP("KconfigReasons", "'%1' is no value for %2, which is %3; write %2=y or %2=n"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "'%1' is no value for %2, which is %3; write %2=y, %2=m or %2=n"),
    QT_TRANSLATE_NOOP("KconfigReasons", "'%1' is no value for %2, which is %3; write %2=%4"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1= has no value; write a number, as in %1=10"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1= has no value; write a number, as in %1=0x10"),
    QT_TRANSLATE_NOOP("KconfigReasons", "'%1' is no value for %2, which is %3; write decimal "
                                        "digits without leading zeros, as in %2=10"),
    QT_TRANSLATE_NOOP(
        "KconfigReasons",
        "'%1' is no value for %2, which is %3; write hexadecimal digits, as in %2=0x1f"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 is too large for %2: numbers have at most 64 bits; write a smaller one"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 … %2 (%3)"),
    QT_TRANSLATE_NOOP("KconfigReasons", "%1 can't be %2: it has to be within %3"),
    QT_TRANSLATE_NOOP("KconfigReasons", "the wish is for no option of this tree"),
    QT_TRANSLATE_NOOP("KconfigReasons", "the text for %1 has a line break or a zero byte, which no "
                                        "configuration file can hold; leave it out"),
    QT_TRANSLATE_NOOP(
        "KconfigReasons",
        "%1 has no type, so it can't have a value; give it one (bool, int, …) where it is defined"),
    QT_TRANSLATE_NOOP("KconfigReasons", "'%1' is no wish; write NAME=VALUE, as in %2=y"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "'%1' is no wish; write NAME=VALUE, as in NET=y, without spaces"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 can't be both '%2' and '%3'; leave one of the two wishes out"),
    QT_TRANSLATE_NOOP("KconfigReasons",
                      "%1 is to be kept as it is and to become %2; leave one of the two out"),
    QT_TRANSLATE_NOOP("KconfigReasons", "what is to be kept is no option of this tree"),
};

} // namespace

std::string ReasonWords::pattern(std::string_view english) const
{
    // A zero byte follows each of kconfig::everyPattern().
    return QCoreApplication::translate("KconfigReasons", english.data()).toStdString();
}

std::span<const char *const> ReasonWords::patterns()
{
    static const std::vector<const char *> all = [] {
        std::vector<const char *> both(std::begin(texts), std::end(texts));
        const auto faults = diagnosticWords();
        both.insert(both.end(), faults.begin(), faults.end());
        return both;
    }();
    return all;
}

} // namespace kiln
