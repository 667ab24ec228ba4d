// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A quick proof that no symbol of a model depends on itself.
//
// The search of dependency_loops.h has to go conf's way, since what conf says about a loop depends
// on where it comes from. Nearly all trees have no loop to speak of, and that much can be seen in
// any order: this goes the way that costs least.
#pragma once

#include "zeroed_row.h"

#include "kconfig/model.h"

#include <cstdint>

namespace kconfig {

class LoopFreedom
{
public:
    explicit LoopFreedom(const Model &model);
    /// True when there is certainly no loop. False says only that the search has to look: chains
    /// that are very long are left to it, too.
    [[nodiscard]] bool isProven();

private:
    enum class State : std::uint8_t
    {
        untouched,
        open, ///< what it depends on is being read
        done
    };

    void expect(std::uint32_t index) const;
    bool visit(SymbolId id);
    bool enter(SymbolId id);
    bool readGroup(SymbolId choice);
    bool readSymbol(SymbolId id);
    bool read(ExpressionId id);
    bool readRow(ExpressionId id);
    [[nodiscard]] bool isDone(ExpressionId id) const;
    void setGroup(SymbolId choice, State state);

    const Model &m_model;
    ZeroedRow<State> m_states;         ///< by symbol
    ZeroedRow<std::uint8_t> m_isKnown; ///< by expression, of junctions: all of it is done
    SymbolId m_ownChoice;              ///< of the symbol being read, which may name it without harm
    std::uint32_t m_readsOfOwnChoice = 0;
    int m_depth = 0;
};

} // namespace kconfig
