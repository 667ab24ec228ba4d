// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The values of a configuration at one moment.
#pragma once

#include <kconfig/configuration.h>

#include <QString>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace kiln {

/// Remembers the value of every symbol, a byte for most of them, so that it can be told which have
/// another value later. Taking and asking evaluate nothing that a view has not asked for before.
class ValueSnapshot
{
public:
    /// Remembers all values of a configuration, and forgets what was remembered.
    void take(const kconfig::Configuration &configuration);
    /// Remembers the present value of one symbol.
    void update(const kconfig::Configuration &configuration, kconfig::SymbolId symbol);
    /// Whether a symbol's value is another than the one remembered.
    [[nodiscard]] bool differs(const kconfig::Configuration &configuration,
                               kconfig::SymbolId symbol) const;
    /// The value remembered, as text; `configuration` is one of the same model.
    [[nodiscard]] QString text(const kconfig::Configuration &configuration,
                               kconfig::SymbolId symbol) const;

private:
    std::vector<kconfig::Tristate> m_truths;                ///< by symbol
    std::unordered_map<std::uint32_t, std::string> m_texts; ///< of the others, if not empty
};

/// The value of a symbol as text, like Configuration::value().
[[nodiscard]] QString valueText(const kconfig::Configuration &configuration,
                                kconfig::SymbolId symbol);

} // namespace kiln
