// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/diagnostic.h"

#include "diagnostic_sink.h"
#include "phrases.h"

#include <algorithm>
#include <numeric>

namespace kconfig {

namespace {

Phrase word(Severity severity)
{
    switch (severity) {
    case Severity::note:
        return Phrase::noteHeadline;
    case Severity::warning:
        return Phrase::warningHeadline;
    case Severity::error:
        break;
    }
    return Phrase::errorHeadline;
}

/// A clause, or the text that stands where there is none.
std::string inWords(const Clause &clause, const std::string &english, const Wording &wording)
{
    if (!clause.isEmpty())
        return clause.text(wording);
    return english.empty() ? english : wording.pattern(english);
}

/// The line and, under it, a caret. Tabs are kept in both so that the columns agree; a line that is
/// longer than a screen is cut around the column.
void appendExcerpt(std::string &out, const Position &position, const SourceMap &sources)
{
    constexpr std::size_t widest = 160;
    if (!position.isValid() || position.line == 0)
        return;
    std::string_view line = sources.line(position.file, position.line);
    if (line.empty())
        return;
    std::size_t column = position.column == 0 ? 0 : position.column - 1;
    if (column > line.size())
        column = line.size();
    if (line.size() > widest) {
        const std::size_t start = column > widest / 2 ? column - widest / 2 : 0;
        line = line.substr(start, widest);
        column -= start;
    }
    out += "  ";
    for (const char c : line)
        out += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? '?' : c;
    out += '\n';
    if (position.column == 0)
        return;
    out += "  ";
    for (std::size_t i = 0; i < column; ++i) {
        const char c = i < line.size() ? line[i] : ' ';
        if (c == '\t')
            out += '\t';
        else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) // one blank a UTF-8 character
            out += ' ';
    }
    out += "^\n";
}

void appendHeadline(std::string &out, const Position &position, Phrase kind,
                    const std::string &message, const SourceMap &sources, const Wording &wording)
{
    const std::string place = sources.describe(position);
    if (!place.empty())
        out += place + ": ";
    say(kind, asText(message)).appendTo(out, wording);
    out += '\n';
}

} // namespace

std::string messageIn(const Diagnostic &diagnostic, const Wording &wording)
{
    return inWords(diagnostic.said, diagnostic.message, wording);
}

std::string hintIn(const Diagnostic &diagnostic, const Wording &wording)
{
    return inWords(diagnostic.advice, diagnostic.hint, wording);
}

std::string messageIn(const DiagnosticNote &note, const Wording &wording)
{
    return inWords(note.said, note.message, wording);
}

std::string format(const Diagnostic &diagnostic, const SourceMap &sources, const Wording &wording)
{
    std::string out;
    appendHeadline(out, diagnostic.position, word(diagnostic.severity),
                   messageIn(diagnostic, wording), sources, wording);
    appendExcerpt(out, diagnostic.position, sources);
    if (!diagnostic.hint.empty())
        out += "  " + say(Phrase::hintHeadline, asText(hintIn(diagnostic, wording))).text(wording) +
               '\n';
    for (const DiagnosticNote &note : diagnostic.notes) {
        appendHeadline(out, note.position, Phrase::noteHeadline, messageIn(note, wording), sources,
                       wording);
        appendExcerpt(out, note.position, sources);
    }
    if (diagnostic.position.isValid()) {
        auto from = sources.includedFrom(diagnostic.position.file);
        while (from) {
            appendHeadline(out, *from, Phrase::noteHeadline,
                           say(Phrase::sourcedFromHere).text(wording), sources, wording);
            from = sources.includedFrom(from->file);
        }
    }
    return out;
}

std::string confLine(std::string_view path, std::uint32_t line, std::string_view words)
{
    std::string text(path);
    text += ':' + std::to_string(line) + ": ";
    text += words;
    text += '\n';
    return text;
}

Diagnostic diagnosticOf(Severity severity, Position position, Saying message, Saying hint,
                        std::vector<DiagnosticNote> notes)
{
    Diagnostic diagnostic{severity, position, std::move(message.english), std::move(hint.english),
                          std::move(notes)};
    diagnostic.said = std::move(message.clause);
    diagnostic.advice = std::move(hint.clause);
    return diagnostic;
}

void DiagnosticSink::add(Diagnostic diagnostic)
{
    constexpr std::size_t most = 1000;
    ++m_count;
    diagnostic.isFromParsing = m_isParsing;
    m_hasConfStopped = m_hasConfStopped || diagnostic.confStops == ConfStops::atOnce;
    const bool isError = diagnostic.severity == Severity::error;
    if (isError)
        ++m_errors;
    // Remarks by the thousand (refused shells) must not crowd out the errors behind them.
    std::size_t &kept = isError ? m_keptErrors : m_keptRemarks;
    if (kept < most) {
        m_diagnostics.push_back(std::move(diagnostic));
        m_order.push_back(m_isParsing ? m_progress : UINT64_MAX);
    } else if (kept == most) {
        m_order.push_back(m_isParsing ? m_progress : UINT64_MAX);
        m_diagnostics.push_back({diagnostic.severity,
                                 {},
                                 isError ? "more errors follow that are not shown"
                                         : "more remarks follow that are not shown",
                                 "repair the first ones and load again",
                                 {}});
    } else {
        return;
    }
    ++kept;
}

void DiagnosticSink::addAll(DiagnosticSink &other)
{
    const std::uint64_t progress = m_progress;
    const std::size_t count = m_count + other.m_count;
    const std::size_t errors = m_errors + other.m_errors;
    for (std::size_t i = 0; i < other.m_diagnostics.size(); ++i) {
        m_progress = other.m_order[i];
        add(std::move(other.m_diagnostics[i]));
    }
    m_progress = progress;
    m_count = count; // those that are not kept are counted, too
    m_errors = errors;
    other = DiagnosticSink();
}

void DiagnosticSink::appendConfText(const std::string &text, ConfStops stops, std::size_t from)
{
    for (std::size_t i = from; i < m_diagnostics.size(); ++i)
        if (!m_diagnostics[i].confText)
            m_diagnostics[i].confText.emplace();
    if (m_diagnostics.empty() || m_hasConfStopped)
        return;
    Diagnostic &last = m_diagnostics.back();
    if (!text.empty()) {
        if (!last.confText)
            last.confText.emplace();
        last.confText->append(text); // in place: there may be one for every line of a long file
    }
    last.confStops = last.confStops == ConfStops::never ? stops : last.confStops;
    m_hasConfStopped = stops == ConfStops::atOnce;
}

std::vector<Diagnostic> DiagnosticSink::take()
{
    if (!std::is_sorted(m_order.begin(), m_order.end())) {
        std::vector<std::size_t> places(m_order.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        std::stable_sort(places.begin(), places.end(),
                         [this](std::size_t a, std::size_t b) { return m_order[a] < m_order[b]; });
        std::vector<Diagnostic> sorted;
        sorted.reserve(places.size());
        for (const std::size_t place : places)
            sorted.push_back(std::move(m_diagnostics[place]));
        m_diagnostics = std::move(sorted);
    }
    m_order.clear();
    return std::move(m_diagnostics);
}

} // namespace kconfig
