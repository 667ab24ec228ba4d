// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Edits tried out on a copy of the configuration: what a solver proposes counts only when the
// evaluator agrees.
#pragma once

#include "kconfig/resolve.h"

#include <optional>
#include <span>
#include <vector>

namespace kconfig::solver {

class Replay
{
public:
    /// All have to outlive it.
    Replay(const Configuration &configuration, std::span<const Wish> wishes,
           std::span<const SymbolId> keep);

    /// The configuration after the edits; null when one of them is refused. Valid until the next
    /// call.
    [[nodiscard]] const Configuration *apply(std::span<const Edit> edits);
    /// Whether all wishes hold and what is to be kept was kept.
    [[nodiscard]] bool isFulfilled(const Configuration &edited) const;
    /// Leaves out edits that are not needed, until each is.
    [[nodiscard]] std::vector<Edit> withoutSpare(std::vector<Edit> edits);
    [[nodiscard]] std::vector<Effect> effects(const Configuration &edited) const;

private:
    const Configuration &m_configuration;
    std::span<const Wish> m_wishes;
    std::span<const SymbolId> m_keep;
    /// Alternatives often begin alike, and beginnings are what takes time: whatever reads an option
    /// near the root of a tree is evaluated anew.
    struct Beginning
    {
        std::vector<Edit> edits;
        Configuration configuration;
    };
    std::vector<Beginning> m_beginnings;
};

} // namespace kconfig::solver
