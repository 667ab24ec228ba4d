// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the engine has to say about a text: errors and warnings with their places.
#pragma once

#include "kconfig/clause.h"
#include "kconfig/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kconfig {

enum class Severity
{
    note,
    warning,
    error
};

/// A remark that belongs to a diagnostic ("first defined here").
struct DiagnosticNote
{
    Position position;
    std::string message; ///< in English
    Clause said = {};    ///< the same for other languages; may be empty, as Diagnostic's
};

/// What a diagnostic is about, for programs that sort them.
enum class DiagnosticKind
{
    other,
    typeConflict,  ///< two definitions of a symbol differ in type
    dependencyLoop ///< the notes are the chain, in order
};

/// Where conf gives up after it has said something that this engine recovers from.
enum class ConfStops : std::uint8_t
{
    never,
    atOnce,      ///< exits there and then: prints nothing that comes later
    afterParsing ///< reads the rest of the tree first, with what it has to say about its syntax
};

/// One thing that is wrong. `message` says what, `hint` what to do about it (may be empty), both in
/// English; messageIn() and hintIn() say it in other languages.
struct Diagnostic
{
    Severity severity = Severity::error;
    Position position;
    std::string message;
    std::string hint;
    std::vector<DiagnosticNote> notes;
    /// What the dialect's conf prints for this, newline included: what a drop-in replacement has to
    /// print. Empty: conf says nothing. Nothing: this engine's own, to be printed with format().
    std::optional<std::string> confText = std::nullopt;
    /// Whether conf exits (with status 1) because of this.
    ConfStops confStops = ConfStops::never;
    /// Found while the files were read, in the order of reading; of later stages conf says nothing
    /// when it stops after parsing.
    bool isFromParsing = false;
    DiagnosticKind kind = DiagnosticKind::other;
    /// The message as a clause; empty where it is one of everyPattern() as it stands, or a text of
    /// the tree's own.
    Clause said = {};
    Clause advice = {}; ///< the hint, likewise
};

/// \name What is said, in a language
/// @{
[[nodiscard]] std::string messageIn(const Diagnostic &diagnostic, const Wording &wording);
[[nodiscard]] std::string hintIn(const Diagnostic &diagnostic, const Wording &wording);
[[nodiscard]] std::string messageIn(const DiagnosticNote &note, const Wording &wording);
/// @}

/// The diagnostic as a compiler would print it: `path:line:column: error: message`, the line with a
/// caret under the column, hint, notes, and the chain of `source` statements. Ends with a newline.
[[nodiscard]] std::string format(const Diagnostic &diagnostic, const SourceMap &sources,
                                 const Wording &wording = {});

} // namespace kconfig
