// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the engine has to say about a text: errors and warnings with their places.
#pragma once

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
    std::string message;
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

/// One thing that is wrong. `message` says what, `hint` what to do about it (may be empty).
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
};

/// The diagnostic as a compiler would print it: `path:line:column: error: message`, the line with a
/// caret under the column, hint, notes, and the chain of `source` statements. Ends with a newline.
[[nodiscard]] std::string format(const Diagnostic &diagnostic, const SourceMap &sources);

} // namespace kconfig
