// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Where the stages of a load leave what they have to say.
#pragma once

#include "kconfig/diagnostic.h"

#include "phrases.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kconfig {

/// What a message or a hint says: a clause, or a text that stands for itself, which is one of
/// everyPattern() or the tree's own.
struct Saying
{
    Saying() = default;
    Saying(const char *text)
        : english(text)
    {}
    Saying(std::string text)
        : english(std::move(text))
    {}
    Saying(Clause said)
        : english(said.text())
        , clause(std::move(said))
    {}
    std::string english;
    Clause clause;
};

[[nodiscard]] inline DiagnosticNote noteAt(Position position, Saying said)
{
    return {position, std::move(said.english), std::move(said.clause)};
}

[[nodiscard]] Diagnostic diagnosticOf(Severity severity, Position position, Saying message,
                                      Saying hint = {}, std::vector<DiagnosticNote> notes = {});

/// Collects diagnostics; beyond a thousand errors, and a thousand others, only counts them, so that
/// a broken input costs bounded memory.
class DiagnosticSink
{
public:
    void add(Diagnostic diagnostic);
    /// Adds what another one has, which is empty then.
    void addAll(DiagnosticSink &other);
    void error(Position position, Saying message, Saying hint = {})
    {
        add(diagnosticOf(Severity::error, position, std::move(message), std::move(hint)));
    }
    void warning(Position position, Saying message, Saying hint = {})
    {
        add(diagnosticOf(Severity::warning, position, std::move(message), std::move(hint)));
    }
    void note(Position position, Saying message, Saying hint = {})
    {
        add(diagnosticOf(Severity::note, position, std::move(message), std::move(hint)));
    }

    /// Adds to what conf prints at this point: to the words of the last diagnostic. conf says
    /// nothing else for those kept from number `from` on.
    void appendConfText(const std::string &text, ConfStops stops, std::size_t from = SIZE_MAX);
    [[nodiscard]] std::size_t keptCount() const { return m_keptErrors + m_keptRemarks; }
    /// Where the reading of the tree has come to. Of two diagnostics from reading, the one with the
    /// smaller number comes first in the end, whoever found it.
    void setProgress(std::uint64_t progress) { m_progress = progress; }
    /// What comes now is not from reading the tree any more.
    void endParsing() { m_isParsing = false; }

    /// How many were added, counting those that were not kept.
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t errorCount() const { return m_errors; }
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    std::vector<Diagnostic> m_diagnostics;
    std::vector<std::uint64_t> m_order; ///< of m_diagnostics
    std::uint64_t m_progress = 0;
    bool m_isParsing = true;
    bool m_hasConfStopped = false; ///< at once: conf prints nothing any more
    std::size_t m_errors = 0;
    std::size_t m_count = 0;
    std::size_t m_keptErrors = 0;
    std::size_t m_keptRemarks = 0; ///< warnings and notes
};

/// `path:line: words` and a newline, the usual shape of conf's messages.
[[nodiscard]] std::string confLine(std::string_view path, std::uint32_t line,
                                   std::string_view words);

} // namespace kconfig
