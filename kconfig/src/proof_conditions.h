// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What conditions of the tree have to do with a proof.
#pragma once

#include "phrases.h"

#include "kconfig/model.h"

#include <functional>
#include <utility>
#include <vector>

namespace kconfig {

/// What a chain of needs asks of a symbol.
enum class Need : std::uint8_t
{
    on,
    off,
    value ///< of a number or text, or either way
};

class ProofConditions
{
public:
    /// `isRelevant` says of a symbol whether it has a part in the proof.
    ProofConditions(const Model &model, std::function<bool(SymbolId)> isRelevant);

    /// Calls `leaf` for every symbol of an expression with what the expression asks of it.
    void eachLeaf(ExpressionId id, bool isPositive,
                  const std::function<void(SymbolId, Need)> &leaf) const;
    /// Whether a relevant symbol is named, or one that no file defines, or nothing but constants.
    [[nodiscard]] bool isRelevant(ExpressionId id) const;
    /// The conjuncts of a condition that have to do with the proof; when none has, all of them if
    /// so wanted.
    [[nodiscard]] std::vector<ExpressionId> parts(ExpressionId condition,
                                                  bool allOtherwise = true) const;

    /// "A, B and (C || D)"; an empty text without parts.
    [[nodiscard]] Argument words(const std::vector<ExpressionId> &parts) const;
    /// Where the parts are written, or `otherwise`.
    [[nodiscard]] Position placeOf(const std::vector<ExpressionId> &parts,
                                   const Position &otherwise) const;
    /// The symbol that a condition consists of; invalid for any other.
    [[nodiscard]] SymbolId onlySymbol(const std::vector<ExpressionId> &parts) const;

private:
    const Model &m_model;
    std::function<bool(SymbolId)> m_isRelevant;
};

} // namespace kconfig
