// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Reasons as one sentence.
#pragma once

#include "kconfig/explain.h"

#include <string>
#include <vector>

namespace kconfig {

/// What explain() found, in one sentence without a full stop.
[[nodiscard]] std::string sentenceOf(const Model &model, const Explanation &explanation);

/// The first of the reasons with those behind it: what it comes down to. Goes on behind a mention
/// of the symbol that the reasons are about.
[[nodiscard]] std::string tell(const Model &model, SymbolId about,
                               const std::vector<Reason> &reasons);

/// "NET is n (you set it)" from "NET is n: you set it".
[[nodiscard]] std::string valueWithOrigin(const std::string &text);

/// A clause about `name` as it goes on behind a mention of it: "its prompt is hidden …".
[[nodiscard]] std::string goingOn(const std::string &clause, const std::string &name);

} // namespace kconfig
