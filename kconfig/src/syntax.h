// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a tree of files says, statement by statement, before anybody asks what it means. The list is
// flat and well nested: the parser has closed every block. Immutable once parsed.
#pragma once

#include "text_arena.h"

#include "kconfig/model.h"
#include "kconfig/source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kconfig {

/// A symbol or a constant as it stands in the text.
struct Operand
{
    std::string_view text;
    bool isQuoted = false;
    Position position;
};

using SyntaxExpressionId = Id<struct SyntaxExpressionTag>;

/// A node of an expression as written; a comparison has operands, the rest has children.
struct SyntaxExpression
{
    ExpressionKind kind = ExpressionKind::symbol;
    SyntaxExpressionId left;
    SyntaxExpressionId right;
    Operand operand;
    Operand other;
    Position position;
};

enum class StatementKind : std::uint8_t
{
    // entries and blocks
    mainMenu,   ///< text
    config,     ///< operand
    menuConfig, ///< operand
    choice,     ///< operand: its name, if it has one
    comment,    ///< operand: text
    menu,       ///< operand: text
    ifBlock,    ///< expression
    end,        ///< of the innermost menu, choice or if
                // attributes of the entry before them
    type,       ///< type
    prompt,     ///< operand: text; condition
    defaultTo,  ///< expression; condition; type unless unknown (def_bool)
    select,     ///< operand; condition
    imply,      ///< operand; condition
    range,      ///< operand, other; condition
    dependsOn,  ///< expression
    visibleIf,  ///< expression
    optional,
    help,          ///< operand: text
    modules,       ///< option modules
    defconfigList, ///< option defconfig_list
    allnoconfigY,  ///< option allnoconfig_y
    environment,   ///< option env: operand
};

struct Statement
{
    StatementKind kind = StatementKind::config;
    SymbolType type = SymbolType::unknown;
    Position position; ///< of its first token
    Operand operand;
    Operand other;
    SyntaxExpressionId expression;
    SyntaxExpressionId condition;
};

struct Syntax
{
    std::vector<Statement> statements;
    std::vector<SyntaxExpression> expressions;
    TextArena texts;
    std::vector<std::string> files;        ///< read, in order of the first reading
    std::vector<std::string> filesForMake; ///< in conf's order for auto.conf.cmd
    std::vector<std::pair<std::string, std::string>> environment;
};

} // namespace kconfig
