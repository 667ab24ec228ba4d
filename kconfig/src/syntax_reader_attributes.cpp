// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "syntax_reader.h"

namespace kconfig {

void SyntaxReader::readPrompt(const Statement &statement)
{
    addPrompt(statement, expression(statement.condition));
}

void SyntaxReader::readDefault(const Statement &statement)
{
    const ExpressionId value = expression(statement.expression);
    const ExpressionId condition = expression(statement.condition);
    Property &added = addProperty(PropertyKind::defaultValue, statement);
    added.value = value;
    added.condition = condition;
    if (statement.type != SymbolType::unknown)
        setType(statement.type, positionOf(statement));
}

void SyntaxReader::readSelect(const Statement &statement)
{
    const ExpressionId target = m_draft.expressions.leaf(
        symbolNamed(statement.operand.text, NameSpace::symbols), positionOf(statement.operand));
    const ExpressionId condition = expression(statement.condition);
    const PropertyKind kind =
        statement.kind == StatementKind::select ? PropertyKind::select : PropertyKind::imply;
    Property &added = addProperty(kind, statement);
    added.value = target;
    added.condition = condition;
}

void SyntaxReader::readRange(const Statement &statement)
{
    const std::uint32_t bounds = statement.expression.index;
    const SymbolId low = symbolOf(m_unit->expressions[bounds].operand);
    const SymbolId high = symbolOf(m_unit->expressions[bounds + 1].operand);
    const ExpressionId condition = expression(statement.condition);
    Property &added = addProperty(PropertyKind::range, statement);
    added.low = low;
    added.high = high;
    added.condition = condition;
}

void SyntaxReader::readDependency(const Statement &statement)
{
    ExpressionPool &pool = m_draft.expressions;
    ExpressionId dependency = expression(statement.expression);
    if (statement.condition.isValid()) // `A if B` asks for A only where B holds
        dependency = pool.join(ExpressionKind::disjunction, dependency,
                               pool.negation(expression(statement.condition)));
    entry().node.dependency = pool.conjunction(entry().node.dependency, dependency);
}

void SyntaxReader::readVisibility(const Statement &statement)
{
    const ExpressionId condition = expression(statement.condition);
    entry().node.visibleIf = m_draft.expressions.conjunction(entry().node.visibleIf, condition);
}

void SyntaxReader::readOption(const Statement &statement)
{
    const SymbolId symbol = entry().node.symbol;
    switch (statement.kind) {
    case StatementKind::modules:
        if (m_draft.modules.isValid()) {
            const std::string other(m_draft.symbols[m_draft.modules.index].name);
            m_diagnostics.error(positionOf(statement), say(Phrase::modulesTaken, asName(other)),
                                "only one symbol of a tree can have it; remove one",
                                "symbol '" + std::string(entrySymbol().name) +
                                    "' redefines option 'modules' already defined by symbol '" +
                                    other + "'");
        }
        m_draft.modules = symbol;
        break;
    case StatementKind::defconfigList:
        if (!m_draft.defconfigList.isValid())
            m_draft.defconfigList = symbol;
        else if (m_draft.defconfigList != symbol)
            m_diagnostics.error(positionOf(statement),
                                say(Phrase::defconfigListTaken,
                                    asName(m_draft.symbols[m_draft.defconfigList.index].name)),
                                "only one symbol of a tree can have it; remove one",
                                "trying to redefine defconfig symbol");
        m_draft.symbols[m_draft.defconfigList.index].isDefconfigList = true;
        break;
    case StatementKind::allnoconfigY:
        entrySymbol().isOnInAllNoConfig = true;
        break;
    default:
        readEnvironment(statement);
        break;
    }
}

/// `option env="NAME"`: a default that is the variable's value.
void SyntaxReader::readEnvironment(const Statement &statement)
{
    const std::string name(statement.operand.text);
    const auto found = m_options.environment.find(name);
    if (found == m_options.environment.end()) {
        m_diagnostics.ownWarning(positionOf(statement.operand),
                                 say(Phrase::variableNotSet, asName(name)),
                                 "set it, or give the symbol a default");
        return;
    }
    const SymbolId constant = symbolNamed(m_draft.texts->keep(found->second), NameSpace::constants);
    Property &added = addProperty(PropertyKind::defaultValue, statement);
    added.value = m_draft.expressions.leaf(constant, positionOf(statement.operand));
}

} // namespace kconfig
