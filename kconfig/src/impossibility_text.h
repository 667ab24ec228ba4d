// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A proof of impossibility in words.
#pragma once

#include "kconfig/resolve.h"

#include <span>

namespace kconfig {

/// What a proof is made of. The wishes come with it as they are.
struct RuleGroup
{
    enum class Kind : std::uint8_t
    {
        whole,      ///< all that decides the symbol's value
        prompt,     ///< a prompt and its condition: `property`
        dependency, ///< what the definition depends on: `expression`, or all of it when invalid
        selects,    ///< who selects it, all of them
        implies,    ///< who implies it
        defaults,   ///< its defaults
        range,      ///< a range: `property`
        choice,     ///< a choice has one of its values: `symbol` is the choice
        undefined,  ///< no file defines the symbol
        modules,    ///< m needs modules
        kept        ///< the symbol is to keep its value (`value`)
    };
    Kind kind = Kind::whole;
    SymbolId symbol;
    PropertyId property;     ///< invalid: all of the kind
    ExpressionId expression; ///< invalid: all of it
    std::string value;       ///< kept: what it is
};

/// A proof as clauses.
struct ToldProof
{
    Clause impossible;           ///< "A=y with B=n is impossible"
    std::vector<Reason> reasons; ///< without their texts
    bool areFromTheTree = true;  ///< statements, so their places are told
};

/// Tells of rules that exclude the wishes together, none of which can be left out. They may come in
/// any order; the reasons follow them from the wishes on.
[[nodiscard]] ToldProof tellProof(const Model &model, std::span<const Wish> wishes,
                                  std::span<const RuleGroup> rules);

/// The same in words.
[[nodiscard]] Impossibility inWords(const Model &model, ToldProof proof, const Wording &wording);

[[nodiscard]] inline Impossibility describeImpossibility(const Model &model,
                                                         std::span<const Wish> wishes,
                                                         std::span<const RuleGroup> rules)
{
    return inWords(model, tellProof(model, wishes, rules), {});
}

} // namespace kconfig
