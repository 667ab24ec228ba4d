// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The variables that stand for symbols: two a tristate ("at least m", "y"), one a bool, and for
// numbers and texts one for each region of values that the tree can tell apart.
#pragma once

#include "clauses.h"

#include "kconfig/model.h"

#include <optional>
#include <string>
#include <vector>

namespace kconfig::solver {

/// A truth value as two literals.
struct Levels
{
    Literal atLeastMod = Clauses::no();
    Literal isYes = Clauses::no();

    [[nodiscard]] Literal at(Tristate level) const
    {
        return level == Tristate::yes   ? isYes
               : level == Tristate::mod ? atLeastMod
                                        : Clauses::yes();
    }
};

/// A set of values that every comparison of the tree treats alike.
struct Region
{
    std::string example; ///< a value of it
    Literal literal = Clauses::no();
    bool isOpen = false; ///< of texts: any but those mentioned; comparisons by order are open
};

class SymbolVariables
{
public:
    SymbolVariables(const Model &model, Clauses &clauses);

    [[nodiscard]] const Levels &levels(SymbolId id) const { return m_levels[id.index]; }
    [[nodiscard]] const std::vector<Region> &regions(SymbolId id) const
    {
        return m_regions[id.index];
    }
    /// The region that a text is in; nothing when the text has none (it is not mentioned).
    [[nodiscard]] std::optional<std::size_t> regionOf(SymbolId id, const std::string &text) const;
    /// True when the symbol has a value that no region covers; comparisons are open then.
    [[nodiscard]] Literal isOdd(SymbolId id) const { return m_odd[id.index]; }
    /// Assumed: the undefined symbol is n.
    [[nodiscard]] Literal staysUndefined(SymbolId id) const { return m_undefined[id.index]; }
    [[nodiscard]] const std::vector<SymbolId> &undefinedSymbols() const { return m_undefinedIds; }

    /// Whether comparisons take a symbol by its name: constants, and names that nobody defines.
    [[nodiscard]] static bool isText(const Symbol &symbol);
    /// Whether a text is a number that means the same wherever it stands: no leading zeros, and
    /// with the sign of its base.
    [[nodiscard]] static bool isPlainNumber(SymbolType type, const std::string &text);

private:
    void addTruth(SymbolId id);
    void addUndefined(SymbolId id);
    void addRegions(SymbolId id, std::vector<std::string> mentioned);

    const Model &m_model;
    Clauses &m_clauses;
    std::vector<Levels> m_levels;
    std::vector<std::vector<Region>> m_regions;
    std::vector<Literal> m_odd;
    std::vector<Literal> m_undefined;
    std::vector<SymbolId> m_undefinedIds;
};

} // namespace kconfig::solver
