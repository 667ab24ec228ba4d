// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the stages that make a model have to say, also in the words of conf.
#pragma once

#include "diagnostic_sink.h"

#include "kconfig/dialect.h"
#include "kconfig/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

class DraftDiagnostics
{
public:
    DraftDiagnostics(DiagnosticSink &sink, const SourceMap &sources, Dialect dialect)
        : m_sink(sink)
        , m_sources(sources)
        , m_dialect(dialect)
    {}
    [[nodiscard]] Dialect dialect() const { return m_dialect; }

    /// See DiagnosticSink.
    void setProgress(std::uint64_t progress) { m_reading.setProgress(progress); }
    void endParsing();

    /// A warning that conf prints with its place: `path:line:warning: words`.
    void warning(Position position, Saying message, Saying hint, std::string_view confWords,
                 std::vector<DiagnosticNote> notes = {});
    /// A warning that conf prints with another place than the one to show: `path:line: words`.
    void remark(Position confPlace, Position position, Saying message, Saying hint,
                std::string_view confWords, std::vector<DiagnosticNote> notes, DiagnosticKind kind);
    /// A warning that conf does not know.
    void ownWarning(Position position, Saying message, Saying hint);
    /// A warning that conf prints on its standard output, without a place.
    void spokenWarning(Position position, Saying message, Saying hint, std::string confWords);
    /// An error: `path:line: words`. conf stops where it looks for errors next.
    void error(Position position, Saying message, Saying hint, std::string_view confWords);

    /// The lines for conf's standard output.
    [[nodiscard]] std::vector<std::string> takeSpoken() { return std::move(m_spoken); }

private:
    [[nodiscard]] std::string place(Position position) const;

    void add(Diagnostic diagnostic);

    DiagnosticSink &m_sink;
    DiagnosticSink m_reading; ///< until endParsing(): the parser may be using the other one
    const SourceMap &m_sources;
    Dialect m_dialect;
    bool m_isParsing = true;
    std::vector<std::string> m_spoken;
};

} // namespace kconfig
