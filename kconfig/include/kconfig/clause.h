// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the engine says, as values: a pattern and what goes into it. English is one way to say it;
// a Wording gives others.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// A language. Without a class derived from it, English.
class Wording
{
public:
    virtual ~Wording() = default;
    /// The pattern for one of everyPattern(), as UTF-8; for another text, that text. Places ("%1"
    /// to
    /// "%9") may stand in another order, and each as often as is needed. May be called on any
    /// thread, and on several at once; a zero byte follows `english`.
    [[nodiscard]] virtual std::string pattern(std::string_view english) const;
};

/// Which pattern; the engine alone knows them by name. Zero is none.
enum class Phrase : std::uint16_t;

struct Argument;

/// A pattern with its arguments: "%1 is %2" with NET and n. Without a phrase it says nothing.
struct Clause
{
    Phrase phrase{};
    std::vector<Argument> arguments; ///< the first is %1

    [[nodiscard]] bool isEmpty() const { return phrase == Phrase{}; }
    /// The pattern in English; empty without a phrase.
    [[nodiscard]] std::string_view english() const;
    /// The clause in words.
    [[nodiscard]] std::string text(const Wording &wording = {}) const;
    /// The same behind what is in `out` already.
    void appendTo(std::string &out, const Wording &wording) const;

    bool operator==(const Clause &) const;
};

/// What goes into a pattern. All but clauses are the same in every language.
struct Argument
{
    enum class Kind : std::uint8_t
    {
        name,       ///< of an option
        value,      ///< of an option, as it is written: y, 12, "a text"
        expression, ///< a condition, as it is written
        place,      ///< FILE:LINE, or FILE:LINE:COLUMN
        number,     ///< in decimal digits
        text,       ///< what a user or a file has written: a prompt, a wish, a macro
        clause      ///< `clause` has it
    };
    Kind kind = Kind::text;
    std::string text;           ///< empty for a clause
    std::vector<Clause> clause; ///< one for a clause, else none

    bool operator==(const Argument &) const = default;
};

/// The patterns of all that the engine says about values, reasons, wishes and proofs, and of what
/// it finds wrong with a tree, in English; each is followed by a zero byte. Two of them may be the
/// same.
[[nodiscard]] std::span<const std::string_view> everyPattern();

} // namespace kconfig
