// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine says about options, in the language of the program.
#pragma once

#include <kconfig/clause.h>

#include <span>
#include <string>
#include <string_view>

namespace kiln {

/// Looks patterns up in the translations that are installed, on any thread; English without one.
/// Give it to kconfig::explain() and all else that takes a Wording.
class ReasonWords : public kconfig::Wording
{
public:
    [[nodiscard]] std::string pattern(std::string_view english) const override;

    /// The patterns that translations have: each of kconfig::everyPattern(), once.
    [[nodiscard]] static std::span<const char *const> patterns();
};

} // namespace kiln
