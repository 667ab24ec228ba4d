// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Finds symbols that depend on themselves, in the order in which the dialect's conf looks for them.
#pragma once

#include "diagnostic_sink.h"

#include "kconfig/model.h"

#include <cstdint>
#include <span>
#include <vector>

namespace kconfig {

/// One step of the way from a symbol to what it reads.
struct DependencyStep
{
    enum class How : std::uint8_t
    {
        choice,       ///< a value of a choice leads to the choice, or the choice to its values
        direct,       ///< `depends on`
        reverse,      ///< is selected
        implied,      ///< is implied
        defaultValue, ///< what a default is
        condition,    ///< under which a property holds
    };

    SymbolId symbol;
    How how = How::choice;
    PropertyId property;     ///< defaultValue and condition: of which property
    ExpressionId expression; ///< that is being read
};

class DependencyLoops
{
public:
    DependencyLoops(const Model &model, DiagnosticSink &diagnostics);
    /// Reports every loop that conf would report: an error with the chain as notes and conf's own
    /// words.
    void find();

private:
    enum Flag : std::uint8_t
    {
        onTheWay = 1,
        wasChecked = 2,
    };
    /// A symbol whose expressions are being read.
    struct Level
    {
        enum class Kind : std::uint8_t
        {
            value,    ///< of a choice: stands for what leads to the choice
            choice,   ///< the choice itself, then its values
            symbol,   ///< reading expressions; the mark goes with it
            unmarked, ///< reading expressions of a choice or of one of its values
        };
        Kind kind;
        SymbolId symbol;
        std::uint32_t next = 0;     ///< value of the choice, or place of the expression, to go
                                    ///< on with; see nextExpression()
        std::uint32_t restBase = 0; ///< of the expression being read
    };

    void check(SymbolId root);
    /// True when the symbol is on the way already: a loop.
    bool enter(SymbolId id);
    void open(Level::Kind kind, SymbolId id);
    void close();
    void advanceChoice();
    /// Whether an expression is known to lead to no loop without reading it.
    [[nodiscard]] bool isDone(const Expression &node, ExpressionId id) const
    {
        return node.kind == ExpressionKind::symbol
                   ? (m_flags[node.symbol.index] & (onTheWay | wasChecked)) == wasChecked
                   : m_isKnown[id.index] != 0;
    }
    /// Reads on; true when that has closed a loop.
    bool readOn();
    /// Turns to the next expression of the level's symbol; false when there is none.
    bool nextExpression();
    void report(SymbolId last);
    /// The step that a level stands for, from what it is reading.
    [[nodiscard]] DependencyStep stepOf(const Level &level) const;

    const Model &m_model;
    DiagnosticSink &m_diagnostics;
    std::vector<std::uint8_t> m_flags;   ///< by symbol
    std::vector<std::uint8_t> m_isKnown; ///< by expression: leads to no loop
    std::vector<Level> m_levels;
    std::vector<std::uint32_t> m_rest; ///< of all levels: expressions, and symbols (marked)
    std::size_t m_restCount = 0;       ///< so many of m_rest are in use
};

/// A step in words, for people: "'A' is selected by 'B'", and the place where the tree says so.
[[nodiscard]] DiagnosticNote describe(const Model &model, const DependencyStep &step,
                                      SymbolId next);
/// What the dialect's conf prints for a loop of these steps, the last of which leads to the first.
[[nodiscard]] std::string confReport(const Model &model, std::span<const DependencyStep> steps);

} // namespace kconfig
