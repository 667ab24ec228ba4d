// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Why an option is what it is, and why it can't be changed: the current configuration, told as a
// tree of reasons with places. No search for a way out happens here.
#pragma once

#include "kconfig/clause.h"
#include "kconfig/configuration.h"

#include <optional>
#include <string>
#include <vector>

namespace kconfig {

/// One link of a chain of reasons.
struct Reason
{
    std::string text; ///< `clause` in words: "NET is n: you set it"
    Clause clause;
    Position position;           ///< where it is written; invalid for a user's choice
    SymbolId symbol;             ///< what it is about; may be invalid
    bool isChangeable = false;   ///< the user can change `symbol` now
    std::vector<Reason> because; ///< the reasons for this one
};

/// One `config` entry of a symbol.
struct DefinitionView
{
    NodeId node;
    Position position;
    std::string prompt;           ///< empty without one
    std::vector<NodeId> menuPath; ///< from the outermost menu to the one it stands in
    ExpressionId dependency;      ///< menus' and ifs' conditions included
    Tristate dependencyValue = Tristate::yes;
};

/// A select or imply, seen from either end.
struct SelectView
{
    SymbolId other;         ///< who does it, or whom it is done to
    ExpressionId condition; ///< with the dependencies of the entry it stands in
    Position position;
    Tristate strength = Tristate::no; ///< at which level it holds now
};

/// A place where an expression, a range or a default names the symbol.
struct ReferenceView
{
    Position position;
    NodeId from; ///< the entry it stands in; invalid when unknown
};

struct Explanation
{
    SymbolId symbol;
    std::string sentence;      ///< the whole story in one sentence
    std::string valueSentence; ///< its beginning: "NET is n (you set it)"
    std::string value;         ///< as text, unquoted
    Origin origin = Origin::none;
    Reason whyValue; ///< where the value came from
    bool isChangeable = false;
    std::vector<Tristate> settableValues; ///< bools, tristates, choices
    std::optional<Range> range;           ///< ints and hexes with one in force
    /// Why it can't be changed, or not as far as one could wish; empty when nothing is in the way.
    std::vector<Reason> obstacles;
    std::vector<DefinitionView> definitions;
    std::string dependency; ///< the direct dependency with values: "NET [=y] && PCI [=n]"
    Tristate dependencyValue = Tristate::yes;
    std::vector<SelectView> selectedBy, impliedBy, selects, implies;
    std::vector<ReferenceView> references;
};

/// Explains a symbol. Looking for references walks the whole model, which takes some milliseconds
/// on a tree of the size of Linux; a view that follows a cursor leaves them out. Sentences and
/// reasons are in the language of `wording`.
[[nodiscard]] Explanation explain(const Configuration &configuration, SymbolId symbol,
                                  bool withReferences = true, const Wording &wording = {});

/// Why a user can't do something.
struct Refusal
{
    std::string sentence;        ///< without a full stop
    std::vector<Reason> reasons; ///< at least one
};

/// Why the user can't give a symbol that value (text, unquoted) now; nothing when they can, or when
/// it has the value already. What is no value of the symbol's type is refused as well.
[[nodiscard]] std::optional<Refusal> whyNot(const Configuration &configuration, SymbolId symbol,
                                            const std::string &value, const Wording &wording = {});

/// Configuration::whyFixed() in the language of `wording`.
[[nodiscard]] std::string whyFixed(const Configuration &configuration, SymbolId symbol,
                                   const Wording &wording);

/// What Configuration::apply() would have against an edit, in the language of `wording`; empty when
/// it has nothing.
[[nodiscard]] std::string whyRefused(const Configuration &configuration, const Edit &edit,
                                     const Wording &wording);

/// "net/Kconfig:12": a place without its column, as it stands in sentences.
[[nodiscard]] std::string shortPlace(const Model &model, const Position &position);

/// The place of a reason with its column, to be shown behind the text; empty when the text says it.
[[nodiscard]] std::string placeBehind(const Model &model, const Reason &reason);

/// The menus around an entry, from the outermost (the main menu left out) to the nearest.
[[nodiscard]] std::vector<NodeId> menuPath(const Model &model, NodeId node);

/// What users call a symbol: its name, or the prompt of an unnamed choice in quotes.
[[nodiscard]] std::string displayName(const Model &model, SymbolId symbol,
                                      const Wording &wording = {});

/// Places where expressions, ranges and defaults name a symbol, in the order of files and lines.
[[nodiscard]] std::vector<ReferenceView> referencesTo(const Model &model, SymbolId symbol);

} // namespace kconfig
