// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From files to statements. A statement that does not parse is reported and left out; the next line
// starts afresh, so an error never hides the rest of the tree.
#pragma once

#include "conf_syntax.h"
#include "diagnostic_sink.h"
#include "expression_parser.h"
#include "lexer.h"
#include "macros.h"
#include "name_table.h"
#include "source_files.h"
#include "syntax.h"

#include "kconfig/load.h"

#include <array>
#include <memory>
#include <memory_resource>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kconfig {

class ReadAhead;

class Parser
{
public:
    /// `reuse` (may be null) is asked for units of an earlier load; see syntax.h.
    Parser(const LoadOptions &options, SourceMap &sources, Macros &macros,
           DiagnosticSink &diagnostics, UnitReuse *reuse = nullptr);

    /// Files that `ahead` has read are not read again. While it has a thread of its own, `listener`
    /// is told about every segment, on the caller's thread. Both must outlive parse(); not together
    /// with a UnitReuse.
    void useReadAhead(ReadAhead &ahead, SyntaxListener *listener = nullptr)
    {
        m_ahead = &ahead;
        m_listener = listener;
    }
    /// Reads the root file and all that it sources.
    Syntax parse();

    /// The other thing that a parser may be made for: reads a file by itself, as if another one
    /// sourced it outside of every block. What it sources is noted and not read. Null unless its
    /// unit is the same wherever in a tree it is sourced: no macros, nothing to say about it, no
    /// `source` that means other than one file.
    std::shared_ptr<const FileSyntax> parseAlone(std::string_view path);
    [[nodiscard]] bool wasCancelled() const { return m_cancelled; }

private:
    /// A file being read, or a unit being used again; `waiting` are the files that the same
    /// `source` statement brings in after it.
    struct OpenFile
    {
        std::optional<Lexer> lexer;             ///< nothing: the unit is used again
        std::shared_ptr<const FileSyntax> unit; ///< the one in the making, or the one used again
        FileSyntax *made = nullptr;             ///< `unit` in the making
        FileId id;
        std::optional<Position> includedFrom;
        std::size_t blockDepth = 0;   ///< of open blocks when the file began
        std::uint32_t nextSource = 0; ///< of a unit used again
        std::uint32_t segmentBegin = 0;
        SyntaxRows *rows = nullptr;            ///< where its statements go
        std::vector<std::string_view> waiting; ///< in reverse
    };
    struct Block
    {
        StatementKind kind;
        Position position;
    };

    OpenFile &file() { return *m_file; }
    OpenFile &push();
    bool openFile(std::string_view path, std::optional<Position> includedFrom);
    void beginUnit(OpenFile &opened, std::string_view path, const FoundFile &found);
    FileId enlist(const OpenFile &opened);
    void useAgain(std::shared_ptr<const FileSyntax> unit, std::optional<Position> includedFrom);
    std::shared_ptr<const FileSyntax> readAhead(std::string_view path, bool readsNow);
    [[nodiscard]] bool isOpen(std::string_view path, const FileStamp &stamp) const;
    void readOn(const SourceStatement &source);
    bool reportCircle(std::string_view path, const FileStamp &stamp, const Position &from);
    void endSegment(std::size_t end);
    void closeFile();
    void closeBlocks(const Position &here);
    void endUnit(OpenFile &ending);
    void goOn();
    void parseSource(Keyword keyword, TokenCursor &cursor, const Statement &statement);
    void noteSource(const Statement &statement, std::string_view pattern,
                    const std::vector<std::string_view> &paths);
    void openSourced(std::span<const std::string_view> paths, Position position);
    void openWaiting(Position position);
    void listForMake(std::span<const std::string_view> paths);
    [[nodiscard]] std::string confCircle(std::string_view path, std::uint32_t line,
                                         std::size_t outermost) const;
    void reportUnmatched(const Position &position, const std::string &pattern);
    void reportUnreadable(std::string_view path, int errorNumber, std::optional<Position> position);
    void noteDiagnostics();

    [[nodiscard]] bool isCancelled();
    void readStatements();
    void parseStatement(const TokenRow &tokens);
    void parseOther(const TokenRow &tokens, TokenCursor &cursor, Statement &statement);
    void parseKeywordStatement(Keyword keyword, TokenCursor &cursor, Statement &statement);
    void parseConfig(StatementKind kind, TokenCursor &cursor, Statement &statement);
    void reportInChoice(StatementKind kind, const Statement &statement);
    void parseEntry(StatementKind kind, TokenCursor &cursor, Statement &statement);
    void parseEnd(StatementKind kind, TokenCursor &cursor, const Statement &statement);
    void parseAttribute(Keyword keyword, TokenCursor &cursor, Statement &statement);
    void parseMisplaced(Keyword keyword, TokenCursor &cursor, Statement &statement);
    static bool isAttribute(Keyword keyword);
    HelpBlock readHelp();
    void parseType(SymbolType type, TokenCursor &cursor, Statement &statement);
    void parseDefault(SymbolType type, TokenCursor &cursor, Statement &statement);
    void parsePrompt(TokenCursor &cursor, Statement &statement);
    void parseSelect(StatementKind kind, TokenCursor &cursor, Statement &statement);
    void parseRange(TokenCursor &cursor, Statement &statement);
    void parseDepends(TokenCursor &cursor, Statement &statement);
    void parseVisible(TokenCursor &cursor, Statement &statement);
    void parseFlag(StatementKind kind, TokenCursor &cursor, Statement &statement);
    void parseOption(TokenCursor &cursor, Statement &statement);
    void parseHelp(TokenCursor &cursor, Statement &statement);
    void remarkHelp(const HelpBlock &help, const Statement &statement);
    void reportChoiceType(SymbolType type, const Statement &statement);
    void parseAssignment(const TokenRow &tokens);
    void parseNonAttribute(const Token &first, TokenCursor &cursor, Statement &statement);
    void parseUnknown(const Token &token, TokenCursor &cursor, Statement &statement);
    bool parseForeign(const Token &first, TokenCursor &cursor, Statement &statement);

    [[nodiscard]] Position positionOf(const Statement &statement)
    {
        return {file().id, statement.line, statement.column};
    }
    [[nodiscard]] bool insideChoice() const;
    void startConf();
    void followConf(std::string_view path, std::uint32_t line);
    std::string confReadingHelp(std::string_view path);
    void endConf(const Position &here);
    void reportPromptless(std::string_view path, std::uint32_t line);
    void knowEntryAt(const FileSyntax &unit, std::size_t begin, std::size_t end);
    void setEntry(StatementKind kind)
    {
        m_entry = kind;
        m_entryIsBroken = false;
        m_entryIsElsewhere = false;
        m_allowed = m_attributes[static_cast<std::size_t>(kind)];
    }
    void clearEntry()
    {
        m_entry.reset();
        m_entryIsBroken = false;
        m_entryIsElsewhere = false;
        m_allowed = 0;
    }
    [[nodiscard]] static std::uint64_t attributesOf(StatementKind entry, Dialect dialect);
    void breakEntry();
    // What every line needs is inline as far as nothing is wrong with the line.
    bool parseText(TokenCursor &cursor, Operand &text, Phrase what)
    {
        if (!cursor.at(TokenKind::quoted) && !acceptUnquoted(cursor, what))
            return false;
        text = operandOf(cursor.take());
        return true;
    }
    bool acceptUnquoted(const TokenCursor &cursor, Phrase what);
    bool parseCondition(TokenCursor &cursor, Statement &statement)
    {
        if (cursor.atEnd() || !cursor.at(Keyword::ifBlock))
            return true;
        cursor.take();
        statement.condition = m_expressions.parse(cursor);
        return statement.condition.isValid();
    }
    bool expectEnd(const TokenCursor &cursor) { return cursor.atEnd() || reportRest(cursor); }
    bool reportRest(const TokenCursor &cursor);
    void add(const Statement &statement)
    {
        m_statements->push_back(statement);
        m_diagnostics.setProgress(++m_added * 2);
    }
    bool pushBlock(StatementKind kind, const Statement &statement);

    const LoadOptions &m_options;
    SourceMap &m_sources;
    Macros &m_macros;
    DiagnosticSink &m_diagnostics;
    UnitReuse *m_reuse;
    ReadAhead *m_ahead = nullptr;
    SyntaxListener *m_listener = nullptr;
    bool m_isAlone = false; ///< parseAlone()
    int m_knownShells = 0;  ///< how many commands had run when m_ahead was last told
    SourceFiles m_files;
    Syntax m_syntax;
    std::shared_ptr<SyntaxStorage> m_storage;
    std::shared_ptr<TextArena> m_texts;
    ExpressionParser m_expressions;
    std::vector<std::unique_ptr<OpenFile>> m_open; ///< the first m_openCount; the rest to be reused
    std::size_t m_openCount = 0;
    OpenFile *m_file = nullptr;                    ///< the innermost
    RowBuilder<Statement> *m_statements = nullptr; ///< of the innermost file
    std::vector<Block> m_blocks;
    struct PathUse
    {
        bool isRead = false;
        bool isForMake = false;
    };
    std::pmr::monotonic_buffer_resource m_pathMemory; ///< of what follows
    std::pmr::unordered_map<std::string_view, PathUse, TextHash> m_paths{&m_pathMemory};
    std::unordered_set<const void *> m_keptTexts; ///< that m_sources keeps
    std::vector<std::string_view> m_found;        ///< by the `source` statement at hand
    std::vector<OpenBlock> m_openBlocks;          ///< around it in its file
    std::size_t m_notedDiagnostics = 0;
    TokenRow m_tokens;
    std::optional<StatementKind> m_entry; ///< whose attributes may follow
    /// By kind of entry: the keywords of its attributes.
    std::array<std::uint64_t, static_cast<std::size_t>(StatementKind::end)> m_attributes{};
    std::uint64_t m_allowed = 0;     ///< those keywords, a bit each; 0 when the entry is broken
    bool m_entryIsBroken = false;    ///< its first line did not parse: drop its attributes silently
    bool m_entryIsElsewhere = false; ///< in another file than the statement at hand
    std::size_t m_skippedBlocks = 0; ///< blocks too deep to be read, still open
    std::size_t m_inclusions = 0;
    std::uint64_t m_added = 0; ///< statements so far, those of units used again included

    // What conf would say, from the first error on.
    std::optional<ConfSyntax> m_conf;
    std::optional<StatementKind> m_entryBefore; ///< the statement at hand
    std::size_t m_blocksBefore = 0;
    std::size_t m_diagnosticsBefore = 0;
    std::string_view m_entryName;
    bool m_entryHasHelp = false;
    std::optional<Position> m_promptless; ///< a menuconfig that has got no prompt so far
    std::string_view m_help;              ///< the lines of help that the statement at hand brought
    std::size_t m_steps = 0;
    bool m_sawStatement = false;
    bool m_cancelled = false;
};

} // namespace kconfig
