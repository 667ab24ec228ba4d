// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Rewrites conditions into the form that conf shows and decides submenus by: negations pushed to
// the leaves, comparisons of bools with y and n turned into plain symbols, repeated and implied
// operands removed. None of it changes what a condition is worth.
#pragma once

#include "draft.h"
#include "draft_diagnostics.h"

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace kconfig {

class Simplifier
{
public:
    Simplifier(ExpressionPool &pool, const std::vector<Symbol> &symbols,
               DraftDiagnostics &diagnostics)
        : m_pool(pool)
        , m_symbols(symbols)
        , m_diagnostics(diagnostics)
    {}

    /// `m` as a condition holds only where there are modules: `m` becomes `m && MODULES`.
    ExpressionId bindModules(ExpressionId id, SymbolId modules)
    {
        return id.isValid() && m_pool.hasMod(id) ? withModules(id, modules) : id;
    }
    /// Negations to the leaves; bools compared with constants to symbols.
    ExpressionId normalize(ExpressionId id)
    {
        return id.isValid() && !m_pool.isPlain(id) ? normalized(id) : id;
    }
    /// Operands that say nothing new go; invalid stays invalid.
    ExpressionId withoutDuplicates(ExpressionId id)
    {
        if (!id.isValid())
            return id;
        if (m_diagnostics.dialect() == Dialect::linux_6_12)
            return folded(id);
        return m_pool.isDistinct(id) ? id : merged(id);
    }
    /// For what is no tristate, `A!=n` is as good as `A`. The 5.2 dialect does this, no later one.
    ExpressionId withoutTristateTests(ExpressionId id);

    [[nodiscard]] bool mentions(ExpressionId id, SymbolId symbol);
    /// Whether the condition can't hold while the symbol is n, seen without deep thought.
    [[nodiscard]] bool demands(ExpressionId id, SymbolId symbol);
    /// Whether `condition` contains every requirement of `base`.
    bool isStricter(ExpressionId condition, ExpressionId base);

    /// Types of symbols have become known: forget what depended on them.
    void typesChanged()
    {
        m_asTruth.clear();
        m_pool.forgetFoundDistinct();
    }

private:
    struct Fact;
    /// A list of operands, empty at first, whose memory is used again.
    class Row
    {
    public:
        explicit Row(Simplifier &simplifier)
            : m_simplifier(simplifier)
            , m_place(simplifier.m_rowsInUse++)
        {
            if (m_place == simplifier.m_rows.size())
                simplifier.m_rows.emplace_back().reserve(64);
            operands().clear();
        }
        Row(const Row &) = delete;
        Row &operator=(const Row &) = delete;
        ~Row() { --m_simplifier.m_rowsInUse; }
        [[nodiscard]] std::vector<ExpressionId> &operands() const
        {
            return m_simplifier.m_rows[m_place];
        }

    private:
        Simplifier &m_simplifier;
        std::size_t m_place;
    };

    // What the functions above do once it is clear that there is something to do.
    ExpressionId withModules(ExpressionId id, SymbolId modules);
    ExpressionId normalized(ExpressionId id);
    ExpressionId merged(ExpressionId id);
    ExpressionId negated(ExpressionId normal);
    ExpressionId normalizedComparison(ExpressionId id);
    ExpressionId asTruth(ExpressionId id);
    ExpressionId truthTest(ExpressionId id, bool isTrue);
    std::optional<Fact> factOf(ExpressionId id) const;
    std::optional<ExpressionId> merged(ExpressionKind kind, ExpressionId a, ExpressionId b);
    bool mergePairs(ExpressionKind kind, std::vector<ExpressionId> &operands);
    bool mergePair(ExpressionKind kind, std::vector<ExpressionId> &operands, std::size_t i,
                   std::size_t j);
    ExpressionId reduced(ExpressionKind kind, const std::vector<ExpressionId> &operands);
    ExpressionId withoutConstants(ExpressionId id);
    bool mergeAcross(ExpressionKind kind, std::vector<ExpressionId> &left,
                     std::vector<ExpressionId> &right);
    ExpressionId foldJunction(ExpressionKind kind, ExpressionId left, ExpressionId right);
    ExpressionId folded(ExpressionId id);
    bool isEqual(ExpressionId a, ExpressionId b);
    void cancel(ExpressionKind kind, std::vector<ExpressionId> &a, std::vector<ExpressionId> &b);
    ExpressionId constant(Tristate value, Position position)
    {
        return m_pool.leaf(Model::constant(value), position);
    }
    [[nodiscard]] bool isConstant(ExpressionId id, Tristate value) const
    {
        return m_pool[id].kind == ExpressionKind::symbol &&
               m_pool[id].symbol == Model::constant(value);
    }
    [[nodiscard]] SymbolType typeOf(SymbolId symbol) const { return m_symbols[symbol.index].type; }

    ExpressionPool &m_pool;
    const std::vector<Symbol> &m_symbols;
    DraftDiagnostics &m_diagnostics;
    std::unordered_map<std::uint32_t, ExpressionId> m_asTruth; ///< by node
    std::deque<std::vector<ExpressionId>> m_rows;              ///< see Row
    std::size_t m_rowsInUse = 0;
    std::vector<std::uint32_t> m_keys; ///< of the operands at hand
};

} // namespace kconfig
