// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "draft_diagnostics.h"

namespace kconfig {

std::string DraftDiagnostics::place(Position position) const
{
    if (!position.isValid())
        return {};
    return std::string(m_sources.path(position.file)) + ':' + std::to_string(position.line);
}

void DraftDiagnostics::endParsing()
{
    m_isParsing = false;
    m_sink.addAll(m_reading);
    m_sink.endParsing();
}

void DraftDiagnostics::add(Diagnostic diagnostic)
{
    (m_isParsing ? m_reading : m_sink).add(std::move(diagnostic));
}

void DraftDiagnostics::warning(Position position, Saying message, Saying hint,
                               std::string_view confWords, std::vector<DiagnosticNote> notes)
{
    Diagnostic diagnostic = diagnosticOf(Severity::warning, position, std::move(message),
                                         std::move(hint), std::move(notes));
    diagnostic.confText = place(position) + ":warning: " + std::string(confWords) + '\n';
    add(std::move(diagnostic));
}

void DraftDiagnostics::remark(Position confPlace, Position position, Saying message, Saying hint,
                              std::string_view confWords, std::vector<DiagnosticNote> notes,
                              DiagnosticKind kind)
{
    Diagnostic diagnostic = diagnosticOf(Severity::warning, position, std::move(message),
                                         std::move(hint), std::move(notes));
    diagnostic.kind = kind;
    diagnostic.confText = place(confPlace) + ':' + std::string(confWords) + '\n';
    add(std::move(diagnostic));
}

void DraftDiagnostics::ownWarning(Position position, Saying message, Saying hint)
{
    add(diagnosticOf(Severity::warning, position, std::move(message), std::move(hint)));
}

void DraftDiagnostics::spokenWarning(Position position, Saying message, Saying hint,
                                     std::string confWords)
{
    Diagnostic diagnostic =
        diagnosticOf(Severity::warning, position, std::move(message), std::move(hint));
    diagnostic.confText.emplace();
    m_spoken.push_back(std::move(confWords));
    add(std::move(diagnostic));
}

void DraftDiagnostics::error(Position position, Saying message, Saying hint,
                             std::string_view confWords)
{
    Diagnostic diagnostic =
        diagnosticOf(Severity::error, position, std::move(message), std::move(hint));
    diagnostic.confText = place(position) + ": " + std::string(confWords) + '\n';
    // Checks on the finished tree are all made before conf stops.
    if (m_isParsing)
        diagnostic.confStops = ConfStops::afterParsing;
    add(std::move(diagnostic));
}

} // namespace kconfig
