// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From files to statements. A statement that does not parse is reported and left out; the next line
// starts afresh, so an error never hides the rest of the tree.
#pragma once

#include "diagnostic_sink.h"
#include "expression_parser.h"
#include "lexer.h"
#include "macros.h"
#include "source_files.h"
#include "syntax.h"

#include "kconfig/load.h"

#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace kconfig {

class Parser
{
public:
    Parser(const LoadOptions &options, SourceMap &sources, Macros &macros,
           DiagnosticSink &diagnostics);

    /// Reads the root file and all that it sources.
    Syntax parse();
    [[nodiscard]] bool wasCancelled() const { return m_cancelled; }

private:
    /// A file being read; `waiting` are the files that the same `source` statement brings in after
    /// it.
    struct OpenFile
    {
        Lexer lexer;
        std::string path;
        std::string identity;
        std::optional<Position> includedFrom;
        std::size_t blockDepth = 0; ///< of open blocks when the file began
        std::vector<std::string> waiting;
    };
    struct Block
    {
        StatementKind kind;
        Position position;
        FileId file;
    };

    bool openFile(const std::string &path, std::optional<Position> includedFrom);
    void closeFile();
    void parseSource(TokenCursor &cursor, Position position);
    void openSourced(std::vector<std::string> paths, Position position);
    void reportUnreadable(const FoundFile &file, std::optional<Position> position);

    void parseStatement(const std::vector<Token> &tokens);
    void parseKeywordStatement(Keyword keyword, TokenCursor &cursor, Statement statement);
    void parseEntry(StatementKind kind, TokenCursor &cursor, Statement statement);
    void parseEnd(StatementKind kind, TokenCursor &cursor, const Statement &statement);
    void parseAttribute(Keyword keyword, TokenCursor &cursor, Statement statement);
    void parseType(SymbolType type, TokenCursor &cursor, Statement statement);
    void parseDefault(SymbolType type, TokenCursor &cursor, Statement statement);
    void parseOption(TokenCursor &cursor, Statement statement);
    void parseHelp(TokenCursor &cursor, Statement statement);
    void parseAssignment(const std::vector<Token> &tokens);
    void reportUnknown(const Token &token);

    bool attributeFits(Keyword keyword, const Statement &statement);
    bool parseText(TokenCursor &cursor, Operand &text, const char *what);
    bool parseCondition(TokenCursor &cursor, Statement &statement);
    bool expectEnd(const TokenCursor &cursor);
    void add(const Statement &statement) { m_syntax.statements.push_back(statement); }
    bool pushBlock(StatementKind kind, const Statement &statement);

    const LoadOptions &m_options;
    SourceMap &m_sources;
    Macros &m_macros;
    DiagnosticSink &m_diagnostics;
    SourceFiles m_files;
    Syntax m_syntax;
    ExpressionParser m_expressions;
    std::vector<std::unique_ptr<OpenFile>> m_open;
    std::vector<Block> m_blocks;
    std::unordered_set<std::string> m_seenPaths;
    std::unordered_set<std::string> m_madePaths;
    std::vector<Token> m_tokens;
    std::optional<StatementKind> m_entry; ///< whose attributes may follow
    bool m_entryIsBroken = false;    ///< its first line did not parse: drop its attributes silently
    std::size_t m_skippedBlocks = 0; ///< blocks too deep to be read, still open
    std::size_t m_inclusions = 0;
    bool m_sawStatement = false;
    bool m_cancelled = false;
};

} // namespace kconfig
