// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The lines that say something about the entry above them.

#include "parser.h"

namespace kconfig {

namespace {

constexpr std::uint64_t setOf(std::initializer_list<Keyword> keywords)
{
    std::uint64_t result = 0;
    for (const Keyword keyword : keywords)
        result |= std::uint64_t{1} << static_cast<unsigned>(keyword);
    return result;
}

constexpr std::uint64_t ofConfigs =
    setOf({Keyword::boolean, Keyword::tristate, Keyword::integer, Keyword::hex, Keyword::string,
           Keyword::prompt, Keyword::defaultValue, Keyword::defBool, Keyword::defTristate,
           Keyword::select, Keyword::imply, Keyword::range, Keyword::depends, Keyword::help,
           Keyword::option});
constexpr std::uint64_t ofChoices =
    setOf({Keyword::boolean, Keyword::tristate, Keyword::prompt, Keyword::defaultValue,
           Keyword::depends, Keyword::optional, Keyword::help});
constexpr std::uint64_t ofMenus = setOf({Keyword::visible, Keyword::depends});
constexpr std::uint64_t ofComments = setOf({Keyword::depends});

constexpr std::uint64_t ofAny =
    ofConfigs | ofChoices | ofMenus | setOf({Keyword::modules, Keyword::transitional});

Phrase entryName(StatementKind entry)
{
    switch (entry) {
    case StatementKind::choice:
        return Phrase::aChoice;
    case StatementKind::menu:
        return Phrase::aMenu;
    case StatementKind::comment:
        return Phrase::aComment;
    default:
        return Phrase::aConfig;
    }
}

} // namespace

std::uint64_t Parser::attributesOf(StatementKind entry, Dialect dialect)
{
    switch (entry) {
    case StatementKind::config:
    case StatementKind::menuConfig:
        return ofConfigs | (dialect != Dialect::unikraft ? setOf({Keyword::modules}) : 0) |
               (dialect == Dialect::linux_6_12 ? setOf({Keyword::transitional}) : 0);
    case StatementKind::choice:
        return ofChoices;
    case StatementKind::menu:
        return ofMenus;
    case StatementKind::comment:
        return ofComments;
    default:
        return 0;
    }
}

bool Parser::isAttribute(Keyword keyword)
{
    return (ofAny >> static_cast<unsigned>(keyword) & 1U) != 0;
}

/// The lines that belong to the entry are dropped without further ado.
void Parser::breakEntry()
{
    m_entryIsBroken = true;
    m_allowed = 0;
}

/// Says why an attribute can't stand where it does.
void Parser::parseMisplaced(Keyword keyword, TokenCursor &cursor, Statement &statement)
{
    if ((m_allowed >> static_cast<unsigned>(keyword) & 1U) != 0) {
        parseAttribute(keyword, cursor, statement);
        return;
    }
    if (m_entry && !m_entryIsBroken) {
        m_diagnostics.error(positionOf(statement),
                            say(Phrase::meansNothingFor, say(entryName(*m_entry))),
                            "move it to the config entry that it describes");
    } else if (!m_entryIsBroken) {
        m_diagnostics.error(positionOf(statement), "this attribute belongs to no entry",
                            "put it below the config, choice, menu or comment it describes");
        breakEntry(); // once is enough: drop the lines that follow it silently
    }
    if (keyword == Keyword::help)
        readHelp();
}

void Parser::parseAttribute(Keyword keyword, TokenCursor &cursor, Statement &statement)
{
    if (m_entryIsElsewhere) // what it means depends on another file
        file().made->isReusable = false;
    switch (keyword) {
    case Keyword::boolean:
        parseType(SymbolType::boolean, cursor, statement);
        break;
    case Keyword::tristate:
        parseType(SymbolType::tristate, cursor, statement);
        break;
    case Keyword::integer:
        parseType(SymbolType::integer, cursor, statement);
        break;
    case Keyword::hex:
        parseType(SymbolType::hex, cursor, statement);
        break;
    case Keyword::string:
        parseType(SymbolType::string, cursor, statement);
        break;
    case Keyword::defaultValue:
        parseDefault(SymbolType::unknown, cursor, statement);
        break;
    case Keyword::defBool:
        parseDefault(SymbolType::boolean, cursor, statement);
        break;
    case Keyword::defTristate:
        parseDefault(SymbolType::tristate, cursor, statement);
        break;
    case Keyword::option:
        parseOption(cursor, statement);
        break;
    case Keyword::help:
        parseHelp(cursor, statement);
        break;
    case Keyword::modules: // Linux 6.1 and newer; 5.2 has `option modules`
        parseFlag(StatementKind::modules, cursor, statement);
        break;
    case Keyword::prompt:
        parsePrompt(cursor, statement);
        break;
    case Keyword::select:
        parseSelect(StatementKind::select, cursor, statement);
        break;
    case Keyword::imply:
        parseSelect(StatementKind::imply, cursor, statement);
        break;
    case Keyword::range:
        parseRange(cursor, statement);
        break;
    case Keyword::depends:
        parseDepends(cursor, statement);
        break;
    case Keyword::visible:
        parseVisible(cursor, statement);
        break;
    case Keyword::optional:
        parseFlag(StatementKind::optional, cursor, statement);
        break;
    case Keyword::transitional:
        parseFlag(StatementKind::transitional, cursor, statement);
        break;
    default:
        break;
    }
}

/// A keyword alone.
void Parser::parseFlag(StatementKind kind, TokenCursor &cursor, Statement &statement)
{
    statement.kind = kind;
    if (expectEnd(cursor))
        add(statement);
}

void Parser::parsePrompt(TokenCursor &cursor, Statement &statement)
{
    m_promptless.reset();
    statement.kind = StatementKind::prompt;
    if (parseText(cursor, statement.operand, Phrase::promptText) &&
        parseCondition(cursor, statement) && expectEnd(cursor))
        add(statement);
}

void Parser::parseSelect(StatementKind kind, TokenCursor &cursor, Statement &statement)
{
    statement.kind = kind;
    if (m_expressions.operand(cursor, statement.operand, false) &&
        parseCondition(cursor, statement) && expectEnd(cursor))
        add(statement);
}

void Parser::parseRange(TokenCursor &cursor, Statement &statement)
{
    statement.kind = StatementKind::range;
    statement.expression = m_expressions.pair(cursor);
    if (statement.expression.isValid() && parseCondition(cursor, statement) && expectEnd(cursor))
        add(statement);
}

void Parser::parseVisible(TokenCursor &cursor, Statement &statement)
{
    statement.kind = StatementKind::visibleIf;
    if (parseCondition(cursor, statement) && expectEnd(cursor))
        add(statement);
}

void Parser::parseDepends(TokenCursor &cursor, Statement &statement)
{
    statement.kind = StatementKind::dependsOn;
    if (!cursor.at(Keyword::on)) {
        m_diagnostics.error(cursor.position(),
                            say(Phrase::expectedBut, asText("'on'"), cursor.describe()),
                            "write 'depends on …'");
        return;
    }
    cursor.take();
    statement.expression = m_expressions.parse(cursor);
    if (!statement.expression.isValid())
        return;
    // Newer than 6.12, but without another meaning there.
    if (m_options.dialect == Dialect::linux_6_12 && !parseCondition(cursor, statement))
        return;
    if (expectEnd(cursor))
        add(statement);
}

void Parser::reportChoiceType(SymbolType type, const Statement &statement)
{
    m_diagnostics.error(positionOf(statement),
                        type == SymbolType::boolean
                            ? "'bool' has to be followed by the prompt of the choice"
                            : "a choice can't be tristate in the dialect of Linux 6.12",
                        "write 'prompt \"…\"' instead");
}

void Parser::parseType(SymbolType type, TokenCursor &cursor, Statement &statement)
{
    if (m_entry == StatementKind::choice && m_options.dialect == Dialect::linux_6_12 &&
        (type != SymbolType::boolean || cursor.atEnd()))
        reportChoiceType(type, statement);
    // The prompt may follow on the same line. conf takes the prompt in before the type.
    if (!cursor.atEnd()) {
        m_promptless.reset();
        Statement prompt = statement;
        prompt.kind = StatementKind::prompt;
        // The type is clear whatever is wrong behind it.
        if (parseText(cursor, prompt.operand, Phrase::promptText) &&
            parseCondition(cursor, prompt)) {
            expectEnd(cursor);
            add(prompt);
        }
    }
    statement.kind = StatementKind::type;
    statement.type = type;
    add(statement);
}

void Parser::parseDefault(SymbolType type, TokenCursor &cursor, Statement &statement)
{
    statement.kind = StatementKind::defaultTo;
    statement.type = type;
    const Position value = cursor.position();
    statement.expression = m_expressions.parse(cursor);
    if (!statement.expression.isValid())
        return;
    const SyntaxExpression expression = file().rows->expressions[statement.expression.index];
    if (m_entry == StatementKind::choice &&
        (expression.kind != ExpressionKind::symbol || expression.operand.isQuoted)) {
        m_diagnostics.error(value, "the default of a choice is a symbol, nothing else",
                            "write the name of one of its symbols without quotes");
        return;
    }
    if (parseCondition(cursor, statement) && expectEnd(cursor))
        add(statement);
}

void Parser::parseOption(TokenCursor &cursor, Statement &statement)
{
    bool good = true;
    const Keyword keyword = cursor.atEnd() ? Keyword::none : cursor.token().keyword;
    if (keyword == Keyword::modules) {
        statement.kind = StatementKind::modules;
    } else if (keyword == Keyword::defconfigList) {
        statement.kind = StatementKind::defconfigList;
    } else if (keyword == Keyword::allnoconfigY) {
        statement.kind = StatementKind::allnoconfigY;
    } else if (cursor.at(TokenKind::word) && cursor.token().text == "env") {
        statement.kind = StatementKind::environment;
    } else {
        m_diagnostics.error(cursor.position(), say(Phrase::unknownOptionOf, cursor.describe()),
                            "the options are modules, defconfig_list, allnoconfig_y and env=…");
        return;
    }
    cursor.take();
    if (statement.kind == StatementKind::environment) {
        if (cursor.at(TokenKind::equal))
            cursor.take();
        good = parseText(cursor, statement.operand, Phrase::variableName);
    }
    if (good && expectEnd(cursor))
        add(statement);
}

/// Reads the text behind a `help` line and remembers it, in case conf takes it for statements.
HelpBlock Parser::readHelp()
{
    const HelpBlock help = file().lexer->help();
    m_help = help.slice;
    return help;
}

void Parser::parseHelp(TokenCursor &cursor, Statement &statement)
{
    expectEnd(cursor);
    statement.kind = StatementKind::help;
    const HelpBlock help = readHelp();
    if (m_entryHasHelp || help.isBlank)
        remarkHelp(help, statement);
    m_entryHasHelp = true;
    statement.operand = {help.isBlank ? std::string_view() : help.slice, statement.line,
                         statement.column};
    add(statement);
}

void Parser::remarkHelp(const HelpBlock &help, const Statement &statement)
{
    // conf has read on to the next line by now.
    const auto warn = [&](std::string message, std::string hint, const char *confWords) {
        const std::string name(m_entryName.empty() ? "<choice>" : m_entryName);
        m_diagnostics.add({Severity::warning,
                           positionOf(statement),
                           std::move(message),
                           std::move(hint),
                           {},
                           confLine(file().unit->path, file().lexer->here().line,
                                    "warning: '" + name + "' defined with " + confWords)});
    };
    if (m_entryHasHelp)
        warn("this entry has a help text already", "keep one of the two; the last one is shown",
             "more than one help text -- only the last one will be used");
    if (help.isBlank)
        warn("this help is empty", "write some, indented below it, or remove the line",
             "blank help text");
}

} // namespace kconfig
