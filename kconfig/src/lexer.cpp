// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "lexer.h"

#include "byte_scan.h"
#include "keywords.h"

#include <algorithm>
#include <array>

namespace kconfig {

namespace {

enum class CharacterClass : std::uint8_t
{
    lowerWord, ///< that may be a keyword: symbols are nearly always upper case
    word,      ///< and all before it: words
    other,
    end, ///< NUL: the end of the text, or a byte that means nothing
    newline,
    blank,
    quote,
    comment,
    operation,
    dollar,
    backslash,
    carriageReturn
};

constexpr std::array<CharacterClass, 256> classes = [] {
    std::array<CharacterClass, 256> result{};
    result.fill(CharacterClass::other);
    const auto set = [&](std::string_view characters, CharacterClass of) {
        for (const char c : characters)
            result[static_cast<unsigned char>(c)] = of;
    };
    set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", CharacterClass::word);
    set("abcdefghijklmnopqrstuvwxyz-", CharacterClass::lowerWord);
    set(" \t", CharacterClass::blank);
    set("\"'", CharacterClass::quote);
    set("|&!<>:+=()", CharacterClass::operation);
    set("#", CharacterClass::comment);
    set("$", CharacterClass::dollar);
    set("\n", CharacterClass::newline);
    set("\\", CharacterClass::backslash);
    set("\r", CharacterClass::carriageReturn);
    result[0] = CharacterClass::end;
    return result;
}();

CharacterClass classOf(char c)
{
    return classes[static_cast<unsigned char>(c)];
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

std::string_view between(const char *begin, const char *end)
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// Warnings of conf's lexer have a shape of their own.
std::string confWarning(std::string_view path, std::uint32_t line, std::string_view words)
{
    return std::string(path) + ':' + std::to_string(line) + ":warning: " + std::string(words) +
           '\n';
}

/// The operator at a place and how many bytes it has; a word when there is none.
TokenKind operatorAt(const char *at, std::size_t &size)
{
    const char next = at[1];
    const auto two = [&](TokenKind kind) {
        size = 2;
        return kind;
    };
    switch (*at) {
    case '|':
        return next == '|' ? two(TokenKind::disjunction) : TokenKind::word;
    case '&':
        return next == '&' ? two(TokenKind::conjunction) : TokenKind::word;
    case '!':
        return next == '=' ? two(TokenKind::unequal) : TokenKind::negation;
    case '<':
        return next == '=' ? two(TokenKind::lessEqual) : TokenKind::less;
    case '>':
        return next == '=' ? two(TokenKind::greaterEqual) : TokenKind::greater;
    case ':':
        return next == '=' ? two(TokenKind::colonEqual) : TokenKind::word;
    case '+':
        return next == '=' ? two(TokenKind::plusEqual) : TokenKind::word;
    case '=':
        return TokenKind::equal;
    case '(':
        return TokenKind::openParenthesis;
    default:
        return TokenKind::closeParenthesis;
    }
}

} // namespace

Lexer::Lexer(FileId file, std::string_view path, std::string_view text, Dialect dialect,
             Macros &macros, TextArena &arena, DiagnosticSink &diagnostics)
    : m_file(file)
    , m_path(path)
    , m_dialectBit(bitOf(dialect))
    , m_macros(macros)
    , m_arena(arena)
    , m_diagnostics(diagnostics)
    , m_at(text.data())
    , m_end(text.data() + text.size())
    , m_lineStart(m_at)
    , m_endOfStatement{file, 0, 0}
{}

void Lexer::warn(Position position, Saying message, Saying hint, std::string confText)
{
    Diagnostic diagnostic =
        diagnosticOf(Severity::warning, position, std::move(message), std::move(hint));
    diagnostic.confText = std::move(confText);
    m_diagnostics.add(std::move(diagnostic));
}

Position Lexer::positionOf(const char *at) const
{
    return {m_file, m_line, static_cast<std::uint32_t>(at - m_lineStart + 1)};
}

/// The newline (or the carriage return before it) that ends the line.
const char *Lexer::lineEnd(const char *from) const
{
    const char *const newline = findNewline(from, m_end);
    return newline < m_end && newline > from && newline[-1] == '\r' ? newline - 1 : newline;
}

void Lexer::startLine(const char *at)
{
    m_at = m_lineStart = at;
    ++m_line;
}

void Lexer::skipToLine(std::uint32_t line)
{
    while (m_line < line && m_at < m_end)
        startLine(findNewline(m_at, m_end) + 1);
}

/// Fills in all of a token but its text.
inline void Lexer::place(Token &token, const char *at, TokenKind kind) const
{
    token.line = m_line;
    token.column = static_cast<std::uint32_t>(at - m_lineStart + 1);
    token.kind = kind;
    token.keyword = Keyword::none;
}

bool Lexer::nextStatement(TokenRow &tokens)
{
    tokens.clear();
    // In registers; the members are the same except for m_at.
    const char *at = m_at;
    const char *lineStart = m_lineStart;
    std::uint32_t line = m_line;
    const auto add = [&](const char *begin, std::string_view text, TokenKind kind) -> Token & {
        Token &token = tokens.add();
        token.text = text;
        token.line = line;
        token.column = static_cast<std::uint32_t>(begin - lineStart + 1);
        token.kind = kind;
        token.keyword = Keyword::none;
        return token;
    };
    while (true) {
        CharacterClass characterClass = classOf(*at);
        while (characterClass == CharacterClass::blank)
            characterClass = classOf(*++at);
        if (characterClass <= CharacterClass::word) {
            if (const char *const end = endOfWord(at); *end != '$') {
                Token &token = add(at, between(at, end), TokenKind::word);
                if (characterClass == CharacterClass::lowerWord) {
                    const KeywordMatch match =
                        keywordAt(at, static_cast<std::size_t>(end - at), m_dialectBit);
                    token.keyword = match.keyword;
                    if (match.isReserved)
                        token.kind = TokenKind::keyword;
                }
                at = end;
                continue;
            }
        } else if (characterClass == CharacterClass::newline) {
            const char *const newline = at++;
            m_at = m_lineStart = at;
            m_line = line + 1;
            if (!tokens.isEmpty()) {
                m_endOfStatement.line = line;
                m_endOfStatement.column = static_cast<std::uint32_t>(newline - lineStart + 1);
                return true;
            }
            lineStart = at;
            ++line;
            continue;
        } else if (characterClass == CharacterClass::quote) {
            if (const char *const end = endOfPlain(at + 1, *at); *end == *at) {
                add(at, between(at + 1, end), TokenKind::quoted); // nothing to unescape
                at = end + 1;
                continue;
            }
        }
        m_at = at;
        if (!otherToken(tokens))
            return !tokens.isEmpty();
        at = m_at;
        lineStart = m_lineStart;
        line = m_line;
    }
}

/// Goes on with what is no plain word; false at the end of the file.
bool Lexer::otherToken(TokenRow &tokens)
{
    switch (classOf(*m_at)) {
    case CharacterClass::quote:
        quotedToken(tokens);
        return true;
    case CharacterClass::operation:
        operatorToken(tokens);
        return true;
    case CharacterClass::comment: {
        m_at = findNewline(m_at, m_end);
        return true;
    }
    case CharacterClass::word:
    case CharacterClass::lowerWord:
    case CharacterClass::dollar: {
        const bool isOperand = !tokens.isEmpty();
        if (!expandWord(tokens.add(), isOperand))
            tokens.removeLast();
        return true;
    }
    case CharacterClass::backslash:
        if (m_at[1] == '\n')
            startLine(m_at + 2);
        else if (m_at[1] == '\r' && m_at[2] == '\n')
            startLine(m_at + 3);
        else
            skipUnsupported();
        return true;
    case CharacterClass::carriageReturn:
        if (m_at[1] == '\n')
            carriageReturn();
        else
            skipUnsupported();
        return true;
    default:
        if (m_at != m_end) {
            skipUnsupported();
            return true;
        }
        break;
    }
    m_endOfStatement = positionOf(m_at);
    if (!tokens.isEmpty() && !m_saidNoNewline) {
        m_saidNoNewline = true;
        warn(m_endOfStatement, "the file does not end with a newline",
             "add one; conf complains about it, too",
             confWarning(m_path, m_line, "no new line at end of file"));
    }
    return false;
}

/// A word with macros in it; false when they make nothing of it.
/// False when it is nothing. An operand whose command was refused is the empty text, so that the
/// statement can be read all the same.
bool Lexer::expandWord(Token &token, bool isOperand)
{
    const int refused = m_macros.shellCounts().refused;
    const char *const begin = m_at;
    const Position position = positionOf(begin);
    const std::string_view line = between(begin, lineEnd(begin));
    std::string text;
    std::size_t at = 0;
    while (at < line.size()) {
        if (line[at] == '$')
            at = m_macros.expandReference(line, at, text, siteAt(positionOf(begin + at)));
        else if (isWordCharacter(line[at]))
            text += line[at++];
        else
            break;
    }
    m_at = begin + at;
    token = {m_arena.keep(text), position.line, position.column};
    if (!text.empty() || !isOperand || m_macros.shellCounts().refused == refused)
        return !text.empty();
    token.kind = TokenKind::quoted;
    return true;
}

void Lexer::quotedToken(TokenRow &tokens)
{
    Token &token = tokens.add();
    place(token, m_at, TokenKind::quoted);
    // conf names the line of the statement, which this text can't be the first of.
    unescape(token, m_at + 1, *m_at, tokens.size() > 1 ? tokens[0].line : m_endOfStatement.line);
}

void Lexer::unescape(Token &token, const char *begin, char quote, std::uint32_t statementLine)
{
    const std::string_view line = between(begin, lineEnd(begin));
    std::string text;
    std::size_t at = 0;
    while (at < line.size() && line[at] != quote) {
        const char c = line[at];
        if (c == '$') {
            at = m_macros.expandReference(line, at, text, siteAt(positionOf(begin + at)));
        } else if (c == '\\') {
            if (++at < line.size())
                text += line[at++];
        } else {
            text += c;
            ++at;
        }
    }
    token.text = m_arena.keep(text);
    m_at = begin + at;
    if (at < line.size()) {
        ++m_at;
        return;
    }
    warn({m_file, token.line, token.column}, "this string has no closing quote on its line",
         say(Phrase::addQuote, asText(std::string(1, quote))),
         confWarning(m_path, statementLine, "multi-line strings not supported"));
}

void Lexer::operatorToken(TokenRow &tokens)
{
    std::size_t size = 1;
    const TokenKind kind = operatorAt(m_at, size);
    if (kind == TokenKind::word) {
        skipUnsupported();
        return;
    }
    Token &token = tokens.add();
    token.text = {m_at, size};
    place(token, m_at, kind);
    m_at += size;
    if (tokens.size() == 2 && isAssignment(kind) && tokens[0].kind == TokenKind::word)
        assignedText(tokens);
}

void Lexer::assignedText(TokenRow &tokens)
{
    while (isBlank(*m_at))
        ++m_at;
    const char *const end = lineEnd(m_at);
    const Position position = positionOf(m_at);
    tokens.add() = {between(m_at, end), position.line, position.column, TokenKind::assignedText};
    m_at = end;
}

void Lexer::skipUnsupported()
{
    const char *const begin = m_at;
    do
        ++m_at;
    while (m_at < m_end &&
           (classOf(*m_at) == CharacterClass::other || classOf(*m_at) == CharacterClass::end));
    std::string shown;
    for (const char c : between(begin, std::min(m_at, begin + 20)))
        shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    std::string said; // a warning for each of them, but not for a megabyte of zeros
    constexpr std::size_t mostWarnings = 1000;
    for (const char c : between(begin, std::min(m_at, begin + mostWarnings)))
        said +=
            confWarning(m_path, m_line, std::string("ignoring unsupported character '") + c + '\'');
    warn(positionOf(begin), say(Phrase::meansNothing, asText(shown)),
         "put quotes around text that is not a plain word", std::move(said));
}

/// One before a newline is harmless; conf warns about each of them.
void Lexer::carriageReturn()
{
    std::string said = confWarning(m_path, m_line, "ignoring unsupported character '\r'");
    if (m_sawCarriageReturn)
        m_diagnostics.appendConfText(said, ConfStops::never);
    else
        m_diagnostics.add({Severity::note,
                           positionOf(m_at),
                           "the lines of this file end in CR LF",
                           "let them end in LF alone; conf warns about each of them",
                           {},
                           std::move(said)});
    m_sawCarriageReturn = true;
    ++m_at;
}

HelpBlock Lexer::help()
{
    const HelpBlock block = findHelp(between(m_at, m_end));
    m_at = m_lineStart = m_at + block.slice.size();
    m_line += block.lines;
    return block;
}

} // namespace kconfig
