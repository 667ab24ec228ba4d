// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "parser.h"

#include "bounds.h"
#include "spelling.h"

#include <algorithm>

namespace kconfig {

namespace {

const char *entryWord(StatementKind kind)
{
    return kind == StatementKind::menuConfig ? "menuconfig" : blockName(kind);
}

Clause dialectInWords(Dialect dialect)
{
    switch (dialect) {
    case Dialect::unikraft:
        return say(Phrase::ofUnikraft);
    case Dialect::linux_6_1:
        return say(Phrase::ofLinux61);
    case Dialect::linux_6_12:
        break;
    }
    return say(Phrase::ofLinux612);
}

} // namespace

Parser::Parser(const LoadOptions &options, SourceMap &sources, Macros &macros,
               DiagnosticSink &diagnostics, UnitReuse *reuse)
    : m_options(options)
    , m_sources(sources)
    , m_macros(macros)
    , m_diagnostics(diagnostics)
    , m_reuse(reuse)
    , m_files(options.directory, options.environment)
    , m_storage(std::make_shared<SyntaxStorage>())
    , m_texts(std::make_shared<TextArena>())
    , m_expressions(diagnostics)
{
    for (std::size_t kind = 0; kind < m_attributes.size(); ++kind)
        m_attributes[kind] = attributesOf(static_cast<StatementKind>(kind), options.dialect);
}

Syntax Parser::parse()
{
    const std::string_view root = m_texts->keep(m_options.rootFile);
    m_syntax.texts = m_texts;
    listForMake({&root, 1});
    openFile(root, std::nullopt);
    while (m_openCount > 0) {
        if (file().lexer)
            readStatements();
        else if (isCancelled())
            closeFile();
        else
            goOn();
    }
    std::reverse(m_syntax.filesForMake.begin(), m_syntax.filesForMake.end());
    m_syntax.environment = m_macros.usedEnvironment();
    return std::move(m_syntax);
}

bool Parser::isCancelled()
{
    constexpr std::size_t stepsBetweenPolls = 16;
    if (m_options.cancelled && m_steps++ % stepsBetweenPolls == 0 && m_options.cancelled())
        m_cancelled = true;
    return m_cancelled;
}

/// Goes on with the innermost file until it ends or sources another one.
void Parser::readStatements()
{
    const OpenFile *const open = m_file;
    Lexer &lexer = *file().lexer;
    do {
        if (isCancelled() || !lexer.nextStatement(m_tokens)) {
            closeFile();
            return;
        }
        parseStatement(m_tokens);
    } while (m_file == open);
}

void Parser::parseStatement(const TokenRow &tokens)
{
    const Token &first = tokens[0];
    const std::size_t errorsBefore = m_diagnostics.errorCount();
    const std::size_t fileIndex = m_openCount - 1;
    m_entryBefore = m_entry;
    m_blocksBefore = m_blocks.size();
    m_diagnosticsBefore = m_diagnostics.keptCount();
    m_help = {};
    TokenCursor cursor(tokens.begin() + 1, tokens.end(), file().lexer->endOfStatement());
    Statement statement;
    statement.line = first.line;
    statement.column = first.column;
    if (first.kind != TokenKind::keyword)
        parseOther(tokens, cursor, statement);
    else if ((m_allowed >> static_cast<unsigned>(first.keyword) & 1U) != 0)
        parseAttribute(first.keyword, cursor, statement);
    else
        parseNonAttribute(first, cursor, statement);
    if (m_conf || m_diagnostics.errorCount() != errorsBefore)
        followConf(m_open[fileIndex]->unit->path, first.line);
    m_sawStatement = true;
}

/// A line that does not begin with a keyword.
void Parser::parseOther(const TokenRow &tokens, TokenCursor &cursor, Statement &statement)
{
    const Token &first = tokens[0];
    if (tokens.size() == 3 && tokens[2].kind == TokenKind::assignedText) {
        reportPromptless(file().unit->path, first.line);
        parseAssignment(tokens);
    } else if (first.kind == TokenKind::word) {
        if (!parseForeign(first, cursor, statement))
            parseUnknown(first, cursor, statement);
    } else {
        m_diagnostics.error(positionOf(statement),
                            say(Phrase::expectedBut, say(Phrase::aKeyword),
                                say(Phrase::thereIs, asText(first.text.substr(0, 40)))),
                            "begin the line with config, menu, if, source, … or remove it");
    }
}

/// Lines that begin with a keyword of another dialect: what they mean is clear, so they are read.
bool Parser::parseForeign(const Token &first, TokenCursor &cursor, Statement &statement)
{
    std::string hint;
    switch (first.keyword) {
    case Keyword::transitional:
        if (m_options.dialect == Dialect::linux_6_12)
            break;
        hint = "leave the line out";
        break;
    case Keyword::relativeSource:
    case Keyword::optionalSource:
    case Keyword::optionalRelativeSource:
        hint = "write 'source' with a path from the root of the tree";
        break;
    case Keyword::help:
        hint = "write 'help'";
        break;
    case Keyword::option:
        hint = "write 'modules' for 'option modules', and $(NAME) for 'option env'";
        break;
    case Keyword::optional:
        hint = "give the choice a config entry for none of the others";
        break;
    default:
        return false;
    }
    if (!hint.empty())
        m_diagnostics.error(
            positionOf(statement),
            say(Phrase::noKeywordInDialect, asText(first.text), dialectInWords(m_options.dialect)),
            std::move(hint));
    if (first.keyword == Keyword::transitional && m_options.dialect != Dialect::linux_6_12)
        return true; // nothing there does the same
    parseKeywordStatement(first.keyword, cursor, statement);
    return true;
}

/// A line that ends the attributes of the entry above it.
void Parser::parseNonAttribute(const Token &first, TokenCursor &cursor, Statement &statement)
{
    if (m_promptless)
        reportPromptless(file().unit->path, first.line);
    parseKeywordStatement(first.keyword, cursor, statement);
}

void Parser::parseUnknown(const Token &token, TokenCursor &cursor, Statement &statement)
{
    const std::string_view suggestion = nearest(token.text, statementKeywords());
    m_diagnostics.error({file().id, token.line, token.column},
                        say(Phrase::notAKeyword, asText(token.text.substr(0, 60))),
                        suggestion.empty()
                            ? Saying("begin the line with config, menu, if, source, … or remove it")
                            : Saying(say(Phrase::meantSpelling, asText(suggestion))));
    // Go on as if the word had been spelt right, so that what follows falls into place.
    const Keyword meant = keywordOf(suggestion, m_options.dialect).keyword;
    if (meant != Keyword::none)
        parseKeywordStatement(meant, cursor, statement);
    else if (token.column == 1)
        breakEntry();
}

void Parser::parseKeywordStatement(Keyword keyword, TokenCursor &cursor, Statement &statement)
{
    switch (keyword) {
    case Keyword::config:
        parseConfig(StatementKind::config, cursor, statement);
        break;
    case Keyword::menuConfig:
        parseConfig(StatementKind::menuConfig, cursor, statement);
        break;
    case Keyword::choice:
        parseEntry(StatementKind::choice, cursor, statement);
        break;
    case Keyword::comment:
        parseEntry(StatementKind::comment, cursor, statement);
        break;
    case Keyword::menu:
        parseEntry(StatementKind::menu, cursor, statement);
        break;
    case Keyword::ifBlock:
        parseEntry(StatementKind::ifBlock, cursor, statement);
        break;
    case Keyword::mainMenu:
        parseEntry(StatementKind::mainMenu, cursor, statement);
        break;
    case Keyword::endMenu:
        parseEnd(StatementKind::menu, cursor, statement);
        break;
    case Keyword::endChoice:
        parseEnd(StatementKind::choice, cursor, statement);
        break;
    case Keyword::endIf:
        parseEnd(StatementKind::ifBlock, cursor, statement);
        break;
    case Keyword::source:
    case Keyword::relativeSource:
    case Keyword::optionalSource:
    case Keyword::optionalRelativeSource:
        clearEntry();
        parseSource(keyword, cursor, statement);
        break;
    default:
        if (isAttribute(keyword)) {
            parseMisplaced(keyword, cursor, statement);
            break;
        }
        m_diagnostics.error(positionOf(statement), "this keyword can't begin a line",
                            "it belongs behind another one ('depends on', 'option modules')");
        break;
    }
}

void Parser::parseConfig(StatementKind kind, TokenCursor &cursor, Statement &statement)
{
    statement.kind = kind;
    setEntry(kind);
    const bool good = m_expressions.operand(cursor, statement.operand, false) && expectEnd(cursor);
    if (kind == StatementKind::menuConfig && m_options.dialect != Dialect::unikraft &&
        insideChoice())
        reportInChoice(kind, statement);
    m_entryName = statement.operand.text;
    m_entryHasHelp = false;
    if (!good) {
        breakEntry(); // the entry is left out
        return;
    }
    if (kind == StatementKind::menuConfig)
        m_promptless = positionOf(statement);
    add(statement);
}

void Parser::reportInChoice(StatementKind kind, const Statement &statement)
{
    m_diagnostics.add(diagnosticOf(Severity::error, positionOf(statement),
                                   say(Phrase::cantStandInChoice, asText(entryWord(kind))),
                                   "a choice holds config entries; close it with 'endchoice' first",
                                   {noteAt(m_blocks.back().position, "the choice begins here")}));
}

/// An entry other than a config or menuconfig.
void Parser::parseEntry(StatementKind kind, TokenCursor &cursor, Statement &statement)
{
    statement.kind = kind;
    setEntry(kind);
    bool good = true;
    switch (kind) {
    case StatementKind::choice:
        if (cursor.at(TokenKind::word))
            good = m_expressions.operand(cursor, statement.operand, false);
        if (!statement.operand.text.empty() && m_options.dialect == Dialect::linux_6_12)
            m_diagnostics.error({file().id, statement.operand.line, statement.operand.column},
                                "a choice has no name in the dialect of Linux 6.12",
                                "leave the name out");
        break;
    case StatementKind::ifBlock:
        statement.expression = m_expressions.parse(cursor);
        good = statement.expression.isValid();
        break;
    default:
        good = parseText(cursor, statement.operand, Phrase::aTitle);
        break;
    }
    good = good && expectEnd(cursor);
    if ((kind == StatementKind::choice || kind == StatementKind::menu) && insideChoice())
        reportInChoice(kind, statement);
    if (kind == StatementKind::mainMenu && m_sawStatement) {
        m_diagnostics.error(positionOf(statement), "'mainmenu' must be the first statement",
                            "move it to the top of the root file");
    }
    if (kind == StatementKind::ifBlock || kind == StatementKind::mainMenu)
        clearEntry();
    const bool isBlock = kind == StatementKind::ifBlock || kind == StatementKind::menu ||
                         kind == StatementKind::choice;
    if (isBlock && !pushBlock(kind, statement))
        return;
    // A broken block is opened all the same so that its end finds it; other entries are left out.
    if (!good)
        breakEntry();
    m_entryName = statement.operand.text;
    m_entryHasHelp = false;
    if (good || isBlock)
        add(statement);
}

bool Parser::pushBlock(StatementKind kind, const Statement &statement)
{
    if (m_skippedBlocks > 0 || m_blocks.size() >= limits::blockNesting) {
        if (m_skippedBlocks++ == 0)
            m_diagnostics.error(positionOf(statement),
                                say(Phrase::nestedTooDeep, asNumber(limits::blockNesting)),
                                "what is inside is read as part of the block around it");
        breakEntry();
        return false;
    }
    m_blocks.push_back({kind, positionOf(statement)});
    if (FileSyntax &unit = *file().made; m_blocks.size() - file().blockDepth > unit.deepest)
        unit.deepest = static_cast<std::uint32_t>(m_blocks.size() - file().blockDepth);
    return true;
}

void Parser::parseEnd(StatementKind kind, TokenCursor &cursor, const Statement &statement)
{
    clearEntry();
    if (!expectEnd(cursor))
        startConf();
    if (m_skippedBlocks > 0) {
        --m_skippedBlocks;
        return;
    }
    const std::size_t floor = file().blockDepth;
    std::size_t at = m_blocks.size();
    while (at > floor && m_blocks[at - 1].kind != kind)
        --at;
    if (at == floor || at != m_blocks.size())
        startConf();
    if (at == floor) {
        const Argument name = asText(blockName(kind));
        Diagnostic diagnostic =
            diagnosticOf(Severity::error, positionOf(statement),
                         say(Phrase::endClosesNothing, name), say(Phrase::removeEnd, name));
        if (!m_blocks.empty())
            diagnostic.notes.push_back(
                noteAt(m_blocks.back().position,
                       say(Phrase::innermostBlock, asText(blockName(m_blocks.back().kind)))));
        m_diagnostics.add(std::move(diagnostic));
        return;
    }
    while (m_blocks.size() >= at) {
        const Block block = m_blocks.back();
        m_blocks.pop_back();
        if (m_blocks.size() >= at)
            m_diagnostics.add(diagnosticOf(
                Severity::error, positionOf(statement),
                say(Phrase::endComesBefore, asText(blockName(kind)), asText(blockName(block.kind))),
                say(Phrase::addEnd, asText(blockName(block.kind))),
                {noteAt(block.position, "this block is still open")}));
        Statement end = statement;
        end.kind = StatementKind::end;
        add(end);
    }
}

void Parser::parseAssignment(const TokenRow &tokens)
{
    clearEntry();
    if (m_options.dialect != Dialect::unikraft && insideChoice())
        m_diagnostics.error({file().id, tokens[0].line, tokens[0].column},
                            "an assignment can't stand in a choice",
                            "move it in front of the choice");
    const Flavor flavor = tokens[1].kind == TokenKind::equal        ? Flavor::recursive
                          : tokens[1].kind == TokenKind::colonEqual ? Flavor::simple
                                                                    : Flavor::append;
    // conf has read the end of the line when it comes to the assignment.
    MacroSite site = file().lexer->siteAt({file().id, tokens[2].line, tokens[2].column});
    ++site.line;
    m_macros.define(tokens[0].text, tokens[2].text, flavor, site);
}

/// Whether a text that is no quoted one will do.
bool Parser::acceptUnquoted(const TokenCursor &cursor, Phrase what)
{
    if (!cursor.at(TokenKind::word)) {
        m_diagnostics.error(cursor.position(),
                            say(Phrase::expectedBut, say(what), cursor.describe()),
                            "put it in double quotes");
        return false;
    }
    if (m_options.dialect != Dialect::unikraft)
        m_diagnostics.error(
            cursor.position(),
            say(Phrase::hasToBeQuoted, say(what), dialectInWords(m_options.dialect)),
            "put it in double quotes");
    return true;
}

bool Parser::reportRest(const TokenCursor &cursor)
{
    m_diagnostics.error(cursor.position(),
                        say(Phrase::expectedBut, say(Phrase::endOfLine), cursor.describe()),
                        "a condition begins with 'if'; operands are joined by && and ||");
    return false;
}

} // namespace kconfig
