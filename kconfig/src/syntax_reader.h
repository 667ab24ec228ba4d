// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From statements to symbols, nodes and properties, as written: dependencies of blocks are not yet
// carried to what is in them.
#pragma once

#include "draft.h"
#include "draft_diagnostics.h"
#include "syntax.h"

#include "kconfig/load.h"

namespace kconfig {

class SyntaxReader
{
public:
    /// `statements` and `expressions` are how many there will be, about.
    SyntaxReader(std::size_t statements, std::size_t expressions, const LoadOptions &options,
                 DraftDiagnostics &diagnostics);

    /// Reads the segments of a syntax that it has not read yet: always of the same one, which may
    /// have grown.
    void read(const Syntax &syntax);
    /// What has been read, once.
    Draft finish();

private:
    void readStatement(const Statement &statement);
    void readBlock(const Statement &statement);
    void readEntry(const Statement &statement);
    void closeEntry();
    void addChoiceMember(NodeId id);
    void readPrompt(const Statement &statement);
    void readDefault(const Statement &statement);
    void readSelect(const Statement &statement);
    void readRange(const Statement &statement);
    void readDependency(const Statement &statement);
    void readVisibility(const Statement &statement);
    void readOption(const Statement &statement);
    void readEnvironment(const Statement &statement);

    NodeId addNode(NodeKind kind, SymbolId symbol, Position position);
    Property &addProperty(PropertyKind kind, const Statement &statement);
    void addPrompt(const Statement &statement, ExpressionId condition);
    void setType(SymbolType type, Position position);
    SymbolId symbolOf(const Operand &operand)
    {
        return symbolNamed(operand.text,
                           operand.isQuoted ? NameSpace::constants : NameSpace::symbols);
    }
    SymbolId symbolNamed(std::string_view name, NameSpace space)
    {
        // y, m and n are constants, quoted or not; a choice may have such a name.
        if (name.size() == 1 && space != NameSpace::choices) {
            switch (name[0]) {
            case 'n':
                return Model::constant(Tristate::no);
            case 'm':
                return Model::constant(Tristate::mod);
            case 'y':
                return Model::constant(Tristate::yes);
            default:
                break;
            }
        }
        return symbolInTable(name, space);
    }
    SymbolId symbolInTable(std::string_view name, NameSpace space);
    [[gnu::noinline]] SymbolId addToTable(std::string_view name, NameSpace space,
                                          NameTable::Place place);
    SymbolId choiceSymbol(std::string_view name);
    SymbolId addSymbol(std::string_view name, NameSpace space);
    /// Most attributes have no condition.
    ExpressionId expression(SyntaxExpressionId id)
    {
        return id.isValid() ? presentExpression(id) : ExpressionId{};
    }
    ExpressionId presentExpression(SyntaxExpressionId id)
    {
        fetchText(id.index);
        const SyntaxExpression &node = m_unit->expressions[id.index];
        return node.kind == ExpressionKind::symbol ? leaf(node.operand) : compoundExpression(id);
    }
    /// Begins to fetch the text of an expression that comes soon: it is in the other thread's
    /// cache.
    void fetchText(std::uint32_t index) const
    {
        constexpr std::uint32_t ahead = 6;
        if (index + ahead < m_unit->expressions.size())
            __builtin_prefetch(m_unit->expressions[index + ahead].operand.text.data());
    }
    ExpressionId leaf(const Operand &operand)
    {
        return m_draft.expressions.leaf(symbolOf(operand), positionOf(operand));
    }
    ExpressionId compoundExpression(SyntaxExpressionId id);
    [[nodiscard]] std::uint32_t beginOf(std::uint32_t index) const;
    [[nodiscard]] Position positionOf(const Statement &statement) const
    {
        return {m_file, statement.line, statement.column};
    }
    [[nodiscard]] Position positionOf(const Operand &operand) const
    {
        return {m_file, operand.line, operand.column};
    }

    DraftNode &entry() { return m_draft.nodes[m_entry.index]; }
    Symbol &entrySymbol() { return m_draft.symbols[entry().node.symbol.index]; }

    std::size_t m_segment = 0; ///< the next one to be read
    std::uint64_t m_progress = 1;
    const FileSyntax *m_unit = nullptr; ///< of the statement being read
    FileId m_file;
    const LoadOptions &m_options;
    DraftDiagnostics &m_diagnostics;
    Draft m_draft;
    NodeId m_entry;
    NodeId m_parent;
    NodeId m_choice; ///< the one around what is being read; only where membership goes by place
    NodeId m_closed; ///< the last entry that closeEntry() has seen to
    std::vector<ExpressionId> m_operands; ///< of the expression being read
};

/// typeName() in the words of conf's messages.
[[nodiscard]] const char *confTypeName(SymbolType type);
/// A symbol's name in conf's messages; a choice may have none.
[[nodiscard]] std::string shownName(const Symbol &symbol);

} // namespace kconfig
