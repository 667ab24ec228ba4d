// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which options .config would get another line for than it has.
#pragma once

#include <kconfig/configuration.h>

#include <QVector>

#include <cstdint>
#include <vector>

namespace kiln {

/// A set of symbols whose written value differs between two configurations of one model. Ten
/// thousand of them are looked at within a millisecond; what differs and why is for others to tell.
class ChangedSymbols
{
public:
    void clear();
    /// Looks at one symbol again.
    void update(const kconfig::Configuration &saved, const kconfig::Configuration &now,
                kconfig::SymbolId symbol);
    /// Looks at all.
    void updateAll(const kconfig::Configuration &saved, const kconfig::Configuration &now);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] int count() const { return m_count; }
    /// In the order of their ids.
    [[nodiscard]] QVector<kconfig::SymbolId> symbols() const;

private:
    std::vector<std::uint8_t> m_differs; ///< by symbol; those beyond its end do not
    int m_count = 0;
};

} // namespace kiln
