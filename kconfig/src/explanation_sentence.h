// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Reasons as one sentence.
#pragma once

#include "phrases.h"

#include "kconfig/explain.h"

#include <vector>

namespace kconfig {

/// What explain() found, in one sentence without a full stop.
[[nodiscard]] Clause sentenceOf(const Model &model, const Explanation &explanation);

/// The first of the reasons with those behind it: what it comes down to. Goes on behind a mention
/// of the symbol that the reasons are about. Says nothing when there are no reasons.
[[nodiscard]] Clause tell(const Model &model, SymbolId about, const std::vector<Reason> &reasons);

/// "NET is n (you set it)" from "NET is n: you set it".
[[nodiscard]] Clause valueWithOrigin(const Clause &clause);

/// A clause about `name` as it goes on behind a mention of it: "its prompt is hidden …".
[[nodiscard]] Clause goingOn(const Clause &clause, const Argument &name);

} // namespace kconfig
