// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "conf_syntax.h"

#include "diagnostic_sink.h"

#include <algorithm>

namespace kconfig {

namespace {

bool isComparison(TokenKind kind)
{
    return kind >= TokenKind::equal && kind <= TokenKind::greaterEqual;
}

bool isType(Keyword keyword)
{
    return keyword == Keyword::boolean || keyword == Keyword::tristate ||
           keyword == Keyword::integer || keyword == Keyword::hex || keyword == Keyword::string;
}

} // namespace

/// Takes the tokens of a statement as long as they fit; stops at the first that does not.
class ConfSyntax::Reader
{
public:
    Reader(std::span<const Token> tokens, Dialect dialect)
        : m_tokens(tokens)
        , m_dialect(dialect)
    {}
    [[nodiscard]] std::size_t taken() const { return m_at; }
    [[nodiscard]] bool atEnd() const { return m_at == m_tokens.size(); }
    [[nodiscard]] bool at(TokenKind kind) const { return !atEnd() && m_tokens[m_at].kind == kind; }
    [[nodiscard]] bool at(Keyword keyword) const
    {
        return at(TokenKind::keyword) && m_tokens[m_at].keyword == keyword;
    }
    [[nodiscard]] const Token &token() const { return m_tokens[m_at]; }
    bool take() // whatever stands there
    {
        ++m_at;
        return true;
    }
    bool take(TokenKind kind) { return at(kind) && take(); }
    bool take(Keyword keyword) { return at(keyword) && take(); }
    bool word() { return take(TokenKind::word); }
    bool symbol() { return take(TokenKind::word) || take(TokenKind::quoted); }
    bool text() // newer dialects want quotes
    {
        return take(TokenKind::quoted) || (m_dialect == Dialect::unikraft && word());
    }
    bool condition() { return !take(Keyword::ifBlock) || expression(); }
    bool expression()
    {
        // Parentheses need no recursion: what is open is all that matters.
        std::size_t open = 0;
        while (true) {
            while (at(TokenKind::negation) || at(TokenKind::openParenthesis)) {
                if (at(TokenKind::openParenthesis))
                    ++open;
                take();
            }
            if (!symbol())
                return false;
            if (!atEnd() && isComparison(token().kind)) {
                take();
                if (!symbol())
                    return false;
            }
            for (; open > 0 && at(TokenKind::closeParenthesis); --open)
                take();
            if (!take(TokenKind::conjunction) && !take(TokenKind::disjunction))
                return open == 0;
        }
    }

private:
    std::span<const Token> m_tokens;
    Dialect m_dialect;
    std::size_t m_at = 0;
};

ConfSyntax::ConfSyntax(Dialect dialect, std::vector<Block> blocks,
                       std::optional<StatementKind> entry, bool sawStatement)
    : m_dialect(dialect)
    , m_entry(entry)
    , m_sawStatement(sawStatement)
{
    for (const Block &block : blocks)
        open(block.kind, block.path, block.line);
    m_menus = m_blocks;
    if (!m_blocks.empty() && m_entry == m_blocks.back().kind)
        m_menus.pop_back(); // its options are still being read
}

void ConfSyntax::open(StatementKind kind, std::string_view path, std::uint32_t line)
{
    const bool inherits =
        kind == StatementKind::ifBlock && m_dialect != Dialect::unikraft && list() == List::choice;
    m_blocks.push_back({kind, std::string(path), line, kind == StatementKind::choice || inherits});
}

ConfSyntax::List ConfSyntax::list() const
{
    return !m_blocks.empty() && m_blocks.back().holdsChoiceValues ? List::choice : List::general;
}

void ConfSyntax::say(std::uint32_t line, const std::string &words)
{
    m_said += confLine(m_path, line, words);
}

void ConfSyntax::sayMissingEnd(const Block &block)
{
    m_said += confLine(block.path, block.line, "missing end statement for this entry");
}

std::string ConfSyntax::statement(std::span<const Token> tokens, std::string_view path,
                                  std::uint32_t line)
{
    m_said.clear();
    m_tookHelp = false;
    if (m_hasStopped || tokens.empty())
        return {};
    m_path = path;
    m_line = line;
    const bool option = isOption(tokens.front());
    if (!option)
        closeOptions();
    Reader reader(tokens, m_dialect);
    const bool good = (option ? readOption(reader) : readStatement(reader)) && reader.atEnd();
    if (good)
        m_quiet -= std::min(m_quiet, tokens.size() + (m_tookHelp ? 2 : 1));
    else
        recover(tokens.front(), reader.taken(), option);
    m_sawStatement = true;
    return std::move(m_said);
}

std::string ConfSyntax::end(std::string_view path, std::uint32_t line, bool isCut)
{
    m_said.clear();
    if (m_hasStopped)
        return {};
    closeOptions();
    if ((!m_blocks.empty() || isCut) && m_quiet == 0)
        m_said += m_dialect == Dialect::linux_6_12 ? confLine(path, line, "syntax error")
                                                   : confLine("<none>", line + 1, "syntax error");
    for (; !m_blocks.empty(); m_blocks.pop_back())
        sayMissingEnd(m_blocks.back());
    m_hasStopped = true;
    return std::move(m_said);
}

bool ConfSyntax::isOption(const Token &first) const
{
    if (!m_entry || first.kind != TokenKind::keyword)
        return false;
    const Keyword keyword = first.keyword;
    if (keyword == Keyword::depends)
        return true;
    switch (*m_entry) {
    case StatementKind::config:
    case StatementKind::menuConfig:
        return isType(keyword) || keyword == Keyword::prompt || keyword == Keyword::defaultValue ||
               keyword == Keyword::defBool || keyword == Keyword::defTristate ||
               keyword == Keyword::select || keyword == Keyword::imply ||
               keyword == Keyword::range || keyword == Keyword::help ||
               keyword == Keyword::option ||
               (keyword == Keyword::modules && m_dialect != Dialect::unikraft);
    case StatementKind::choice:
        return keyword == Keyword::prompt || keyword == Keyword::boolean ||
               (keyword == Keyword::tristate && m_dialect != Dialect::linux_6_12) ||
               keyword == Keyword::optional || keyword == Keyword::defaultValue ||
               keyword == Keyword::help;
    case StatementKind::menu:
        return keyword == Keyword::visible;
    default:
        return false;
    }
}

/// The entry is complete: a menu or choice becomes a block.
void ConfSyntax::closeOptions()
{
    if (!m_blocks.empty() && (m_entry == StatementKind::menu || m_entry == StatementKind::choice))
        m_menus.push_back(m_blocks.back());
    m_entry.reset();
}

bool ConfSyntax::readOption(Reader &reader)
{
    const Keyword keyword = reader.token().keyword;
    reader.take();
    switch (keyword) {
    case Keyword::depends:
        return reader.take(Keyword::on) && reader.expression();
    case Keyword::visible:
        return reader.condition();
    case Keyword::prompt:
        return reader.text() && reader.condition();
    case Keyword::help:
        m_tookHelp = reader.atEnd();
        return m_tookHelp;
    default:
        return m_entry == StatementKind::choice ? readChoiceOption(keyword, reader)
                                                : readConfigOption(keyword, reader);
    }
}

bool ConfSyntax::readConfigOption(Keyword keyword, Reader &reader)
{
    switch (keyword) {
    case Keyword::defaultValue:
    case Keyword::defBool:
    case Keyword::defTristate:
        return reader.expression() && reader.condition();
    case Keyword::select:
    case Keyword::imply:
        return reader.word() && reader.condition();
    case Keyword::range:
        return reader.symbol() && reader.symbol() && reader.condition();
    case Keyword::modules:
        return true;
    case Keyword::option:
        return reader.take(Keyword::modules) || reader.take(Keyword::defconfigList) ||
               reader.take(Keyword::allnoconfigY);
    default:
        return reader.atEnd() || (reader.text() && reader.condition());
    }
}

bool ConfSyntax::readChoiceOption(Keyword keyword, Reader &reader)
{
    switch (keyword) {
    case Keyword::optional:
        return true;
    case Keyword::defaultValue:
        return reader.word() && reader.condition();
    default:
        return (reader.atEnd() && m_dialect != Dialect::linux_6_12) ||
               (reader.text() && reader.condition());
    }
}

bool ConfSyntax::readStatement(Reader &reader)
{
    const bool isGeneral = list() == List::general;
    const bool isOld = m_dialect == Dialect::unikraft; // more may stand in a choice
    if (reader.at(TokenKind::word)) {
        if (!isGeneral && !isOld)
            return false;
        reader.take();
        if (!reader.at(TokenKind::equal) && !reader.at(TokenKind::colonEqual) &&
            !reader.at(TokenKind::plusEqual))
            return false;
        reader.take();
        reader.take(TokenKind::assignedText);
        return true;
    }
    if (!reader.at(TokenKind::keyword))
        return false;
    const Keyword keyword = reader.token().keyword;
    const auto begin = [&](StatementKind kind) {
        m_entry = kind;
        return true;
    };
    switch (keyword) {
    case Keyword::config:
        return reader.take() && reader.word() && reader.atEnd() && begin(StatementKind::config);
    case Keyword::menuConfig:
        return (isGeneral || isOld) && reader.take() && reader.word() && reader.atEnd() &&
               begin(StatementKind::menuConfig);
    case Keyword::comment:
        return reader.take() && reader.text() && reader.atEnd() && begin(StatementKind::comment);
    case Keyword::source:
        return (isGeneral || isOld) && reader.take() && reader.text();
    case Keyword::ifBlock:
        if (!reader.take() || !reader.expression() || !reader.atEnd())
            return false;
        open(StatementKind::ifBlock, m_path, m_line);
        m_menus.push_back(m_blocks.back());
        return true;
    case Keyword::menu:
        if (!isGeneral || !reader.take() || !reader.text() || !reader.atEnd())
            return false;
        open(StatementKind::menu, m_path, m_line);
        return begin(StatementKind::menu);
    case Keyword::choice:
        if (!isGeneral)
            return false;
        reader.take();
        if (m_dialect != Dialect::linux_6_12)
            reader.word();
        if (!reader.atEnd())
            return false;
        open(StatementKind::choice, m_path, m_line);
        return begin(StatementKind::choice);
    case Keyword::mainMenu:
        if (m_sawStatement)
            return false;
        reader.take();
        m_hasStopped = !reader.text() || !reader.atEnd(); // nothing can take the error in
        return !m_hasStopped;
    case Keyword::endMenu:
    case Keyword::endChoice:
    case Keyword::endIf:
        return readEnd(keyword, reader);
    default:
        return false;
    }
}

bool ConfSyntax::readEnd(Keyword keyword, Reader &reader)
{
    if (m_blocks.empty())
        return false;
    reader.take();
    if (!reader.atEnd())
        return false;
    const std::string name = blockName(keyword == Keyword::endMenu     ? StatementKind::menu
                                       : keyword == Keyword::endChoice ? StatementKind::choice
                                                                       : StatementKind::ifBlock);
    const std::string expected = blockName(m_blocks.back().kind);
    m_blocks.pop_back();
    if (name != expected) {
        say(m_line, "unexpected '" + name + "' within " + expected + " block");
    } else if (!m_menus.empty() && m_menus.back().path != m_path) {
        say(m_line, "'" + name + "' in different file than '" + expected + "'");
        m_said += confLine(m_menus.back().path, m_menus.back().line,
                           "location of the '" + expected + "'");
    } else if (!m_menus.empty()) {
        m_menus.pop_back();
    }
    return true;
}

/// Says what conf says about a statement it can't take, and gets ready for the next.
void ConfSyntax::recover(const Token &first, std::size_t taken, bool isOption)
{
    m_quiet -= std::min(m_quiet, taken);
    if (m_quiet == 0)
        say(m_dialect == Dialect::linux_6_12 ? m_line : m_line + 1, "syntax error");
    if (m_hasStopped)
        return;
    if (isOption && (m_entry == StatementKind::menu || m_entry == StatementKind::choice))
        m_blocks.pop_back(); // it has not become a block yet
    m_entry.reset();
    const bool isUnknown = first.kind == TokenKind::word && list() == List::general;
    while (m_dialect == Dialect::unikraft && list() == List::choice)
        dropInnermost();
    m_quiet = 2; // three, and the end of this line goes well
    say(m_line,
        isUnknown ? "unknown statement \"" + std::string(first.text) + '"' : "invalid statement");
}

void ConfSyntax::dropInnermost()
{
    const Block block = m_blocks.back();
    m_blocks.pop_back();
    sayMissingEnd(block);
    if (!m_menus.empty() && m_menus.back().line == block.line && m_menus.back().path == block.path)
        m_menus.pop_back();
}

} // namespace kconfig
