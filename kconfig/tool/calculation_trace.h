// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// conf works values out when it comes across them, each once until something changes, and warns of
// unmet dependencies as it does. The engine has all values at hand at once, so this follows in
// whose footsteps conf would walk, and prints the same warnings in the same order.
#pragma once

#include "kconfig/configuration.h"

#include <cstdint>
#include <vector>

namespace kconf {

class CalculationTrace
{
public:
    /// Starts with nothing calculated. The configuration must outlive the trace.
    void attach(const kconfig::Configuration &configuration);
    /// Nothing counts as calculated any more.
    void invalidate();
    /// One symbol does not count as calculated any more.
    void invalidate(kconfig::SymbolId symbol);
    /// The value of a symbol has been asked for, and so those that it depends on, before it.
    void calculate(kconfig::SymbolId symbol);
    /// The values of an expression's symbols have been asked for.
    void calculate(kconfig::ExpressionId expression);
    /// The values of all symbols have been asked for, in the order of conf's table.
    void calculateAll();
    /// How many warnings have been printed.
    [[nodiscard]] int warnings() const { return m_warnings; }

private:
    enum class Step : std::uint8_t
    {
        symbol,     ///< the whole symbol
        visibility, ///< how far it can be seen
        value,      ///< then, what it gets its value from
        warning,    ///< then, whether that is against its dependencies
        range,      ///< then, what limits it
        expression
    };
    struct Task
    {
        Step step;
        std::uint32_t index;
    };

    [[nodiscard]] bool isQuiet();
    void run();
    void walkSymbol(kconfig::SymbolId id);
    void walkVisibility(kconfig::SymbolId id);
    void walkValue(kconfig::SymbolId id);
    void walkRange(kconfig::SymbolId id);
    void walkDefault(kconfig::SymbolId id, std::vector<Task> &tasks) const;
    void walkExpression(kconfig::ExpressionId id);
    void warn(kconfig::SymbolId id);
    void push(kconfig::ExpressionId id);
    void pushInOrder(const std::vector<Task> &tasks);

    enum class Quiet : std::uint8_t
    {
        unknown,
        yes,
        no
    };

    const kconfig::Configuration *m_configuration = nullptr;
    std::vector<bool> m_isCalculated;
    std::vector<Task> m_tasks; ///< a stack
    Quiet m_quiet = Quiet::unknown;
    int m_warnings = 0;
};

} // namespace kconf
