// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What could be in any configuration, not only in the current one. The engine itself needs no
// solver; kconfig/solver/ has one.
#pragma once

#include "kconfig/configuration.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace kconfig {

/// A demand on one configuration: an expression, or a symbol when that is valid, is at least
/// `level`, or with `holds` false less than it.
struct Condition
{
    ExpressionId expression; ///< invalid: always y
    SymbolId symbol;
    Tristate level = Tristate::mod;
    bool holds = true;
};

/// Conditions that have to come true together.
using Goal = std::vector<Condition>;

/// Whether a configuration fulfils a goal now.
[[nodiscard]] bool isFulfilled(const Configuration &configuration, const Goal &goal);

/// What of the surroundings is taken for granted.
struct Surroundings
{
    bool undefinedAreNo = true; ///< symbols that no file defines are n; else they may be anything
    bool macrosStay = true;     ///< what macros and shells gave is as it was; else anything
};

/// Decides goals over all configurations of one model. Not safe for two threads at once.
class PossibilitySolver
{
public:
    enum class Answer : std::uint8_t
    {
        impossible, ///< no configuration fulfils the goal; certain
        possible,   ///< nothing excludes it; witness() may prove it
        unknown     ///< given up after too much work
    };

    virtual ~PossibilitySolver() = default;

    [[nodiscard]] virtual Answer decide(const Goal &goal, const Surroundings &surroundings) = 0;
    /// The same for many goals, much faster than one by one. `cancelled` is polled; goals not yet
    /// decided are unknown then.
    [[nodiscard]] virtual std::vector<Answer> decideAll(std::span<const Goal> goals,
                                                        const Surroundings &surroundings,
                                                        const std::function<bool()> &cancelled) = 0;

    /// After a decide() that said possible: user values that should fulfil the goal. To be checked
    /// by evaluation: what the encoding leaves open may be otherwise.
    [[nodiscard]] virtual UserValues witness() const = 0;
    /// After a decide() that said impossible: which conditions of the goal exclude each other.
    [[nodiscard]] virtual std::vector<std::size_t> conflict() const = 0;
    /// And the undefined symbols that would have to be defined for it.
    [[nodiscard]] virtual std::vector<SymbolId> undefinedInConflict() const = 0;

    /// Makes witnesses look like this configuration as far as goals allow.
    virtual void prefer(const Configuration &configuration) = 0;
};

} // namespace kconfig
