// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a tree of files says, statement by statement, before anybody asks what it means.
//
// Each file that was read is a unit (FileSyntax): its text, its statements, and what they depended
// on from outside. A Syntax puts units together in the order of reading; the whole is flat and well
// nested: the parser has closed every block in the file that opened it. All of it is immutable once
// parsed, and texts are views that live as long as the SourceMap of the load (or a copy of it).
//
// Reloading. Keep the Syntax of the last load. Find the units whose file changed
// (FileSyntax::stamp, then text) and parse again with a Parser that is given a UnitReuse: for every
// file to be read it asks for a unit to use instead. A unit can be used again when
// - its text is the same, isReusable is true and its context fits (`insideChoice`, `deepest`);
// - every variable in `reads` has the value it had then. Two loads differ there only when a unit
//   that was parsed again made other `definitions`; comparing those lists tells;
// - every command in `shells` gives the same output.
// The parser replays the definitions of a unit it uses again, asks for what its sources bring in
// in turn, and gives new FileIds: positions are made from the FileId of the composition and
// the line and column in the unit, so that units need no change.
#pragma once

#include "syntax_rows.h"
#include "text_arena.h"

#include "kconfig/model.h"
#include "kconfig/source.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kconfig {

/// A symbol, a constant or a text as it stands in a file.
struct Operand
{
    std::string_view text;
    std::uint32_t line = 0;
    std::uint32_t column : 31 = 0;
    std::uint32_t isQuoted : 1 = 0;
};

/// Index into the expressions of a unit.
using SyntaxExpressionId = Id<struct SyntaxExpressionTag>;

/// A node of an expression as written. Children stand before their parent in the unit, in the order
/// of the text: the right one (a negation's only one) directly before it.
struct SyntaxExpression
{
    Operand operand;         ///< a symbol's text; of other kinds only the place
    SyntaxExpressionId left; ///< junctions and comparisons: the left child
    ExpressionKind kind = ExpressionKind::symbol;
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
    range,      ///< expression: the low bound, a leaf, followed by the high one; condition
    dependsOn,  ///< expression; condition (`depends on A if B`)
    visibleIf,  ///< condition
    optional,
    help,          ///< operand: the lines as they stand in the file; see help_text.h
    modules,       ///< option modules
    defconfigList, ///< option defconfig_list
    allnoconfigY,  ///< option allnoconfig_y
    environment,   ///< option env: operand
    transitional,
};

/// The word with which a menu, choice or if begins.
[[nodiscard]] constexpr const char *blockName(StatementKind kind)
{
    switch (kind) {
    case StatementKind::menu:
        return "menu";
    case StatementKind::choice:
        return "choice";
    default:
        return "if";
    }
}

struct Statement
{
    Operand operand;
    std::uint32_t line = 0; ///< of its first token
    std::uint32_t column = 0;
    SyntaxExpressionId expression;
    SyntaxExpressionId condition;
    StatementKind kind = StatementKind::config;
    SymbolType type = SymbolType::unknown;
};

/// What changes when a file does.
struct FileStamp
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970

    /// Whether two stamps are of one file, whatever its state.
    [[nodiscard]] bool isSameFile(const FileStamp &other) const
    {
        return device == other.device && inode == other.inode;
    }
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// A block that is open at a point of a file, for messages about files it sources.
struct OpenBlock
{
    StatementKind kind = StatementKind::ifBlock;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// A `source` statement.
struct SourceStatement
{
    std::uint32_t statement = 0;  ///< how many statements of the unit stand before it
    std::uint32_t definition = 0; ///< how many definitions of the unit stand before it
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string_view pattern;                ///< the path or pattern, expanded
    std::span<const std::string_view> paths; ///< what it named, in order
    std::span<const OpenBlock> blocks;       ///< open in this file, outermost first
};

/// A variable as an assignment left it.
struct MacroDefinition
{
    std::string_view name;
    std::string_view value;
    bool isSimple = false; ///< `:=`

    friend bool operator==(const MacroDefinition &, const MacroDefinition &) = default;
};

/// A command that `$(shell,…)` ran and what it gave (trimmed as conf does).
struct ShellCall
{
    std::string_view command;
    std::string_view output;
};

/// One file as one inclusion read it.
struct FileSyntax
{
    std::string_view path; ///< as the tree names it
    std::string_view text;
    FileStamp stamp;
    std::span<const Statement> statements;
    std::span<const SyntaxExpression> expressions;
    std::vector<SourceStatement> sources;
    std::vector<MacroDefinition> definitions;
    std::vector<std::string_view> reads;       ///< variables it looked up, once each
    std::vector<std::string_view> environment; ///< those looked up in the environment in the end
    std::vector<ShellCall> shells;
    std::uint32_t deepest = 0; ///< blocks open in each other in this file, at most
    bool insideChoice = false; ///< the block around the file was a choice
    bool isReusable = true;    ///< false when reading it had something to say: read it again
    std::shared_ptr<const TextArena> texts; ///< where its texts live
};

/// A row of statements of one file between two of its `source` statements.
struct SyntaxSegment
{
    FileId file;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct Syntax
{
    std::vector<std::shared_ptr<const FileSyntax>> units; ///< by FileId
    std::vector<SyntaxSegment> segments;                  ///< in order of reading
    std::vector<std::string_view> files;                  ///< read, in order of the first reading
    std::vector<std::string_view> filesForMake;           ///< in conf's order for auto.conf.cmd
    std::vector<std::pair<std::string, std::string>> environment;
    std::shared_ptr<const TextArena> texts; ///< where names of files live that no unit keeps

    [[nodiscard]] const FileSyntax &unit(FileId file) const { return *units[file.index]; }
};

/// Is told while a syntax is being made, so that it need not be read in one go behind that.
class SyntaxListener
{
public:
    virtual ~SyntaxListener() = default;
    /// Segments have been added; the statements of all that are there stay as they are, and so do
    /// the expressions in them.
    virtual void hasGrown(const Syntax &soFar) = 0;
};

/// Says which units of an earlier load a parser may use again.
class UnitReuse
{
public:
    virtual ~UnitReuse() = default;
    /// The unit to use for the file of this path instead of reading it, or null.
    virtual std::shared_ptr<const FileSyntax> find(std::string_view path, bool insideChoice) = 0;
};

/// What files of one depth of inclusion are made of; one at a time is being read.
struct SyntaxRows
{
    RowBuilder<Statement> statements;
    RowBuilder<SyntaxExpression> expressions;
};

/// Where the units of one load live; a unit's shared pointer keeps all of it.
struct SyntaxStorage
{
    /// Two threads fill a storage each, and would wait for each other at the heap's door.
    std::pmr::monotonic_buffer_resource memory;
    std::pmr::deque<FileSyntax> units{&memory};
    std::deque<SyntaxRows> rows; ///< by depth of inclusion
    TextArena lists;
};

} // namespace kconfig
