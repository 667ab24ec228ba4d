// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Files that are parsed before it is their turn (read_ahead.h), and how they join the others.

#include "parser.h"

#include "bounds.h"
#include "read_ahead.h"

#include <algorithm>
#include <cstring>

namespace kconfig {

std::shared_ptr<const FileSyntax> Parser::parseAlone(std::string_view path)
{
    const FoundFile found = m_files.readRegular(path, *m_texts);
    if (found.errorNumber != 0 || std::memchr(found.text.data(), '$', found.text.size()) != nullptr)
        return nullptr;
    m_isAlone = true;
    m_sawStatement = true; // the `source` statement
    clearEntry();
    m_promptless.reset();
    m_conf.reset();
    m_syntax.segments.clear();
    m_inclusions = 0;
    const std::size_t diagnosticsBefore = m_diagnostics.count();
    OpenFile &opened = push();
    opened.includedFrom.reset();
    beginUnit(opened, path, found);
    const std::shared_ptr<const FileSyntax> unit = opened.unit;
    while (m_openCount > 0)
        readStatements();
    const auto isPlain = [](const SourceStatement &source) { return source.paths.size() == 1; };
    const bool isGood = m_diagnostics.count() == diagnosticsBefore && unit->definitions.empty() &&
                        unit->reads.empty() &&
                        std::all_of(unit->sources.begin(), unit->sources.end(), isPlain);
    return isGood ? unit : nullptr;
}

/// The unit of a file that has been read ahead, if it can stand here; nothing is reported.
std::shared_ptr<const FileSyntax> Parser::readAhead(std::string_view path, bool readsNow)
{
    // From the first error on, conf's words depend on every statement.
    if (m_conf || insideChoice() || m_skippedBlocks > 0 || m_openCount >= limits::sourceNesting ||
        m_inclusions >= limits::sourcedFiles)
        return nullptr;
    if (const int shells = m_macros.shellCounts().all; shells != m_knownShells) {
        m_knownShells = shells;
        m_ahead->distrust();
    }
    std::shared_ptr<const FileSyntax> unit = m_ahead->take(path, readsNow);
    if (unit == nullptr || m_blocks.size() + unit->deepest >= limits::blockNesting ||
        isOpen(path, unit->stamp))
        return nullptr;
    return unit;
}

/// Turns the innermost file, whose unit was made ahead, into one that is read here and now, from a
/// `source` statement on: what that brings in has to be read with all that came before it.
void Parser::readOn(const SourceStatement &source)
{
    OpenFile &open = file();
    const FileSyntax &ahead = *open.unit;
    FileSyntax &unit = m_storage->units.emplace_back();
    unit.path = ahead.path;
    unit.text = ahead.text;
    unit.stamp = ahead.stamp;
    unit.deepest = ahead.deepest;
    unit.isReusable = false; // it lives in two places
    unit.texts = ahead.texts;
    while (m_storage->rows.size() < m_openCount)
        m_storage->rows.emplace_back();
    SyntaxRows &rows = m_storage->rows[m_openCount - 1];
    for (const Statement &statement : ahead.statements.first(source.statement))
        rows.statements.push_back(statement);
    for (const SyntaxExpression &expression : ahead.expressions)
        rows.expressions.push_back(expression);
    const auto sourcesBefore = static_cast<std::ptrdiff_t>(&source - ahead.sources.data());
    unit.sources.assign(ahead.sources.begin(), ahead.sources.begin() + sourcesBefore);
    m_added += source.statement - open.segmentBegin;
    m_diagnostics.setProgress(m_added * 2);

    open.lexer.emplace(open.id, unit.path, unit.text, m_options.dialect, m_macros, *m_texts,
                       m_diagnostics);
    open.lexer->skipToLine(source.line);
    open.made = &unit;
    open.unit = std::shared_ptr<const FileSyntax>(m_storage, &unit);
    m_syntax.units[open.id.index] = open.unit;
    open.rows = &rows;
    m_statements = &rows.statements;
    m_expressions.writeTo(rows.expressions);
    m_macros.recordIn(&unit, *m_texts);
}

} // namespace kconfig
