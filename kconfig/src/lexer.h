// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From the text of one file to the tokens of one statement (a line, or several joined by
// backslashes) at a time. Macros are expanded on the way; what they give is never split into tokens
// again.
#pragma once

#include "diagnostic_sink.h"
#include "help_text.h"
#include "macros.h"
#include "text_arena.h"
#include "token.h"

#include <string_view>

namespace kconfig {

class Lexer
{
public:
    /// `text` is followed by scanSlack NULs in memory (byte_scan.h).
    Lexer(FileId file, std::string_view path, std::string_view text, Dialect dialect,
          Macros &macros, TextArena &arena, DiagnosticSink &diagnostics);

    /// Replaces `tokens` by those of the next line that has any; false at the end of the file.
    bool nextStatement(TokenRow &tokens);
    /// The number of the first line, when it is not 1.
    void startAtLine(std::uint32_t line) { m_line = line; }
    /// Leaves out what stands above the line of this number.
    void skipToLine(std::uint32_t line);
    /// Whether the last statement was not followed by a newline.
    [[nodiscard]] bool endedWithoutNewline() const { return m_saidNoNewline; }
    /// Reads the block of text behind a `help` line.
    HelpBlock help();
    /// Where the statement after the last one ended, for "expected … here".
    [[nodiscard]] const Position &endOfStatement() const { return m_endOfStatement; }
    [[nodiscard]] MacroSite siteAt(Position position) const
    {
        return {position, m_path, position.line};
    }
    /// The end of the file, for "missing endif".
    [[nodiscard]] Position here() const { return positionOf(m_at); }
    [[nodiscard]] FileId file() const { return m_file; }

private:
    [[nodiscard]] Position positionOf(const char *at) const;
    [[nodiscard]] const char *lineEnd(const char *from) const;
    void startLine(const char *at);
    inline void place(Token &token, const char *at, TokenKind kind) const;
    bool expandWord(Token &token, bool isOperand);
    void quotedToken(TokenRow &tokens);
    void unescape(Token &token, const char *begin, char quote, std::uint32_t statementLine);
    void warn(Position position, Saying message, Saying hint, std::string confText);
    void operatorToken(TokenRow &tokens);
    bool otherToken(TokenRow &tokens);
    void assignedText(TokenRow &tokens);
    void carriageReturn();
    void skipUnsupported();

    FileId m_file;
    std::string_view m_path;
    unsigned m_dialectBit; ///< bitOf(the dialect)
    Macros &m_macros;
    TextArena &m_arena;
    DiagnosticSink &m_diagnostics;
    const char *m_at;
    const char *m_end;
    const char *m_lineStart;
    std::uint32_t m_line = 1;
    Position m_endOfStatement;
    bool m_saidNoNewline = false;
    bool m_sawCarriageReturn = false;
};

} // namespace kconfig
