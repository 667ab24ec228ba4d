// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From the text of one file to the tokens of one statement (a line, or several joined by
// backslashes) at a time. Macros are expanded on the way; what they give is never split into tokens
// again.
#pragma once

#include "diagnostic_sink.h"
#include "macros.h"
#include "text_arena.h"
#include "token.h"

#include <string_view>
#include <vector>

namespace kconfig {

class Lexer
{
public:
    Lexer(FileId file, std::string_view path, std::string_view text, Macros &macros,
          TextArena &arena, DiagnosticSink &diagnostics);

    /// Replaces `tokens` by those of the next line that has any; false at the end of the file.
    bool nextStatement(std::vector<Token> &tokens);
    /// Reads the block of text behind a `help` line: dedented, without trailing blank lines.
    std::string helpText();
    /// Where the statement after the last one ended, for "expected … here".
    [[nodiscard]] Position endOfStatement() const { return m_end; }
    [[nodiscard]] MacroSite siteAt(Position position) const { return {position, m_path}; }
    /// The end of the file, for "missing endif".
    [[nodiscard]] Position here() const { return positionOf(m_at); }
    [[nodiscard]] FileId file() const { return m_file; }

private:
    [[nodiscard]] Position positionOf(std::size_t offset) const;
    [[nodiscard]] std::size_t lineEnd(std::size_t from) const;
    void startLine(std::size_t offset);
    Token wordToken();
    Token quotedToken();
    bool operatorToken(Token &token);
    void skipUnsupported();

    FileId m_file;
    std::string_view m_path;
    std::string_view m_text;
    Macros &m_macros;
    TextArena &m_arena;
    DiagnosticSink &m_diagnostics;
    std::size_t m_at = 0;
    std::size_t m_lineStart = 0;
    std::uint32_t m_line = 1;
    Position m_end;
    bool m_saidNoNewline = false;
};

} // namespace kconfig
