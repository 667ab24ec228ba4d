// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "text_change.h"

#include <algorithm>

namespace kconfig {

namespace {

class TextComparison
{
public:
    TextComparison(FileId file, const FileSyntax &before, const FileSyntax &after)
        : m_before(before)
        , m_after(after)
    {
        m_change.file = file;
    }
    std::optional<TextChange> compare()
    {
        if (!isSameOutside() ||
            !std::equal(m_before.statements.begin(), m_before.statements.end(),
                        m_after.statements.begin(), m_after.statements.end(),
                        [this](const Statement &a, const Statement &b) { return isSame(a, b); }))
            return std::nullopt;
        const bool isSameLogic = std::equal(
            m_before.expressions.begin(), m_before.expressions.end(), m_after.expressions.begin(),
            m_after.expressions.end(),
            [this](const SyntaxExpression &a, const SyntaxExpression &b) {
                return a.kind == b.kind && a.left == b.left && isSame(a.operand, b.operand);
            });
        if (!isSameLogic)
            return std::nullopt;
        return std::move(m_change);
    }

private:
    [[nodiscard]] bool isSameOutside() const
    {
        const auto isSameSource = [](const SourceStatement &a, const SourceStatement &b) {
            return a.statement == b.statement && a.definition == b.definition &&
                   a.pattern == b.pattern &&
                   std::equal(a.paths.begin(), a.paths.end(), b.paths.begin(), b.paths.end());
        };
        const auto isSameCall = [](const ShellCall &a, const ShellCall &b) {
            return a.command == b.command && a.output == b.output;
        };
        return m_before.path == m_after.path && m_before.isReusable && m_after.isReusable &&
               m_before.insideChoice == m_after.insideChoice &&
               m_before.definitions == m_after.definitions && m_before.reads == m_after.reads &&
               m_before.environment == m_after.environment &&
               std::equal(m_before.shells.begin(), m_before.shells.end(), m_after.shells.begin(),
                          m_after.shells.end(), isSameCall) &&
               std::equal(m_before.sources.begin(), m_before.sources.end(), m_after.sources.begin(),
                          m_after.sources.end(), isSameSource);
    }
    bool isSame(const Statement &a, const Statement &b)
    {
        if (a.kind != b.kind || a.type != b.type || a.expression != b.expression ||
            a.condition != b.condition || a.column != b.column || !move(a.line, b.line))
            return false;
        if (a.kind != StatementKind::help)
            return isSame(a.operand, b.operand);
        if (a.operand.text.empty() || b.operand.text.empty())
            return false;
        m_change.helps.emplace(a.operand.text.data(), b.operand.text);
        return true;
    }
    bool isSame(const Operand &a, const Operand &b)
    {
        return a.text == b.text && a.isQuoted == b.isQuoted && a.column == b.column &&
               move(a.line, b.line);
    }
    /// False when the line has gone elsewhere already.
    bool move(std::uint32_t from, std::uint32_t to)
    {
        if (from == 0 || to == 0)
            return from == to;
        if (from >= m_change.lines.size())
            m_change.lines.resize(from + 64U);
        std::uint32_t &line = m_change.lines[from];
        if (line == 0)
            line = to;
        return line == to;
    }

    const FileSyntax &m_before;
    const FileSyntax &m_after;
    TextChange m_change;
};

} // namespace

Position TextChange::moved(const Position &position) const
{
    if (position.line == 0)
        return position;
    const std::uint32_t line = position.line < lines.size() ? lines[position.line] : 0;
    return line == 0 ? Position{} : Position{position.file, line, position.column};
}

std::optional<TextChange> textChange(FileId file, const FileSyntax &before, const FileSyntax &after)
{
    return TextComparison(file, before, after).compare();
}

} // namespace kconfig
