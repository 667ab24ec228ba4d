// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What edits would do, before anybody does them.
#pragma once

#include "kconfig/resolve.h"

#include <span>
#include <vector>

namespace kconfig {

/// What differs between two configurations of one model.
struct Impact
{
    std::vector<Effect> changed;       ///< values, in the order of symbols
    std::vector<SymbolId> turnedOff;   ///< bools and tristates that are n and were not
    std::vector<SymbolId> turnedOn;    ///< … that were n and are not
    std::vector<SymbolId> outOfReach;  ///< prompts that could be answered and can't be any more
    std::vector<SymbolId> withinReach; ///< prompts that can be answered now and could not be
};

[[nodiscard]] Impact compare(const Configuration &before, const Configuration &after);

/// Applies edits to a copy. The error is that of the first edit which is refused.
[[nodiscard]] Expected<Impact, EditError> impactOf(const Configuration &configuration,
                                                   std::span<const Edit> edits);

} // namespace kconfig
