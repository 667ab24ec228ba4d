// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "lexer.h"

#include <algorithm>

namespace kconfig {

namespace {

bool isWordCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isAssignment(TokenKind kind)
{
    return kind == TokenKind::equal || kind == TokenKind::colonEqual ||
           kind == TokenKind::plusEqual;
}

} // namespace

Lexer::Lexer(FileId file, std::string_view path, std::string_view text, Macros &macros,
             TextArena &arena, DiagnosticSink &diagnostics)
    : m_file(file)
    , m_path(path)
    , m_text(text)
    , m_macros(macros)
    , m_arena(arena)
    , m_diagnostics(diagnostics)
{}

Position Lexer::positionOf(std::size_t offset) const
{
    return {m_file, m_line, static_cast<std::uint32_t>(offset - m_lineStart + 1)};
}

/// The offset of the newline (or of the carriage return before it) that ends the line.
std::size_t Lexer::lineEnd(std::size_t from) const
{
    std::size_t end = std::min(m_text.find('\n', from), m_text.size());
    if (end > from && end < m_text.size() && m_text[end - 1] == '\r')
        --end;
    return end;
}

void Lexer::startLine(std::size_t offset)
{
    m_at = m_lineStart = offset;
    ++m_line;
}

bool Lexer::nextStatement(std::vector<Token> &tokens)
{
    tokens.clear();
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '\n') {
            m_end = positionOf(m_at);
            startLine(m_at + 1);
            if (!tokens.empty())
                return true;
        } else if (isBlank(c)) {
            ++m_at;
        } else if (c == '#') {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
        } else if (c == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') {
            ++m_at;
        } else if (c == '\\' && m_text.substr(m_at + 1, 1) == "\n") {
            startLine(m_at + 2);
        } else if (c == '\\' && m_text.substr(m_at + 1, 2) == "\r\n") {
            startLine(m_at + 3);
        } else if (c == '"' || c == '\'') {
            tokens.push_back(quotedToken());
        } else if (isWordCharacter(c) || c == '$') {
            Token token = wordToken();
            if (!token.text.empty())
                tokens.push_back(token);
        } else if (Token token; operatorToken(token)) {
            tokens.push_back(token);
            if (tokens.size() == 2 && isAssignment(token.kind) &&
                tokens[0].kind == TokenKind::word) {
                while (m_at < m_text.size() && isBlank(m_text[m_at]))
                    ++m_at;
                const std::size_t end = lineEnd(m_at);
                tokens.push_back({TokenKind::assignedText, Keyword::none,
                                  m_text.substr(m_at, end - m_at), positionOf(m_at)});
                m_at = end;
            }
        } else {
            skipUnsupported();
        }
    }
    m_end = positionOf(m_at);
    if (!tokens.empty() && !m_saidNoNewline) {
        m_saidNoNewline = true;
        m_diagnostics.warning(m_end, "the file does not end with a newline",
                              "add one; conf complains about it, too");
    }
    return !tokens.empty();
}

Token Lexer::wordToken()
{
    const std::size_t begin = m_at;
    const Position position = positionOf(begin);
    while (m_at < m_text.size() && isWordCharacter(m_text[m_at]))
        ++m_at;
    if (m_at == m_text.size() || m_text[m_at] != '$') {
        const std::string_view text = m_text.substr(begin, m_at - begin);
        const Keyword keyword = keywordOf(text);
        return {keyword == Keyword::none ? TokenKind::word : TokenKind::keyword, keyword, text,
                position};
    }
    std::string text(m_text.substr(begin, m_at - begin));
    const std::string_view line = m_text.substr(0, lineEnd(begin));
    while (m_at < line.size()) {
        if (line[m_at] == '$')
            m_at = m_macros.expandReference(line, m_at, text, siteAt(positionOf(m_at)));
        else if (isWordCharacter(line[m_at]))
            text += line[m_at++];
        else
            break;
    }
    return {TokenKind::word, Keyword::none, m_arena.keep(std::move(text)), position};
}

Token Lexer::quotedToken()
{
    const char quote = m_text[m_at];
    const Position position = positionOf(m_at);
    const std::string_view line = m_text.substr(0, lineEnd(m_at));
    const std::size_t begin = ++m_at;
    const std::size_t special = std::min(line.find_first_of("\"'\\$", begin), line.size());
    if (special < line.size() && line[special] == quote) { // the usual case: nothing to unescape
        m_at = special + 1;
        return {TokenKind::quoted, Keyword::none, line.substr(begin, special - begin), position};
    }
    std::string text;
    while (m_at < line.size()) {
        const char c = line[m_at];
        if (c == quote) {
            ++m_at;
            return {TokenKind::quoted, Keyword::none, m_arena.keep(std::move(text)), position};
        }
        if (c == '$') {
            m_at = m_macros.expandReference(line, m_at, text, siteAt(positionOf(m_at)));
        } else if (c == '\\') {
            if (++m_at < line.size())
                text += line[m_at++];
        } else {
            text += c;
            ++m_at;
        }
    }
    m_diagnostics.warning(position, "this string has no closing quote on its line",
                          std::string("add ") + quote + "; a string can't span lines");
    return {TokenKind::quoted, Keyword::none, m_arena.keep(std::move(text)), position};
}

bool Lexer::operatorToken(Token &token)
{
    struct Operator
    {
        std::string_view text;
        TokenKind kind;
    };
    static constexpr Operator operators[] = {{"||", TokenKind::disjunction},
                                             {"&&", TokenKind::conjunction},
                                             {"!=", TokenKind::unequal},
                                             {"<=", TokenKind::lessEqual},
                                             {">=", TokenKind::greaterEqual},
                                             {":=", TokenKind::colonEqual},
                                             {"+=", TokenKind::plusEqual},
                                             {"=", TokenKind::equal},
                                             {"<", TokenKind::less},
                                             {">", TokenKind::greater},
                                             {"!", TokenKind::negation},
                                             {"(", TokenKind::openParenthesis},
                                             {")", TokenKind::closeParenthesis}};
    for (const Operator &candidate : operators) {
        if (m_text.compare(m_at, candidate.text.size(), candidate.text) == 0) {
            token = {candidate.kind, Keyword::none, candidate.text, positionOf(m_at)};
            m_at += candidate.text.size();
            return true;
        }
    }
    return false;
}

void Lexer::skipUnsupported()
{
    const std::size_t begin = m_at;
    const auto supported = [](char c) {
        return isWordCharacter(c) || isBlank(c) ||
               std::string_view("\n\r\"'$#\\|&!<>:+=()").find(c) != std::string_view::npos;
    };
    do
        ++m_at;
    while (m_at < m_text.size() && !supported(m_text[m_at]));
    std::string shown;
    for (const char c : m_text.substr(begin, std::min<std::size_t>(m_at - begin, 20)))
        shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    m_diagnostics.warning(positionOf(begin), "'" + shown + "' means nothing here and is ignored",
                          "put quotes around text that is not a plain word");
}

std::string Lexer::helpText()
{
    std::string text;
    std::size_t indentation = 0; // of the first line; 0: no such line yet
    bool first = true;
    while (m_at < m_text.size()) {
        std::size_t column = 0;
        std::size_t at = m_at;
        for (; at < m_text.size() && isBlank(m_text[at]); ++at)
            column = m_text[at] == '\t' ? (column & ~std::size_t{7}) + 8 : column + 1;
        const std::size_t end = lineEnd(at);
        std::size_t next = std::min(m_text.find('\n', at), m_text.size());
        next = next < m_text.size() ? next + 1 : next;
        if (at == end) { // a blank line
            text += '\n';
        } else {
            // The very first line belongs to the help whatever its indentation.
            if (indentation != 0 ? column < indentation : !first && column == 0)
                break;
            if (indentation == 0)
                indentation = column;
            text.append(column - indentation, ' ');
            text += m_text.substr(at, m_text.find_last_not_of(" \t", end - 1) + 1 - at);
            text += '\n';
        }
        first = false;
        startLine(next);
    }
    text.erase(std::min(text.find_last_not_of('\n') + 2, text.size()));
    if (text.find_first_not_of(" \f\n\r\t\v") == std::string::npos)
        text.clear();
    return text;
}

} // namespace kconfig
