// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Who names whom in a model.
#pragma once

#include "kconfig/model.h"

#include <vector>

namespace kconfig {

/// The selects (or implies) whose target the symbol is, in the order of their owners.
[[nodiscard]] std::vector<PropertyId> propertiesNaming(const Model &model, SymbolId target,
                                                       PropertyKind kind);

/// One place where a symbol is named.
struct NamedPlace
{
    SymbolId symbol;
    Position position;
    bool isTarget = false; ///< a select or imply names it
};

/// Every place of the tree's files where a symbol that `wanted` accepts is named in an expression,
/// a default, a range, or as the target of a select or imply; in the order of files and lines, each
/// place once. `wanted` is called with symbols that may be constants.
[[nodiscard]] std::vector<NamedPlace> namedPlaces(const Model &model,
                                                  const std::vector<bool> &wanted);

/// Finds the entry that a place stands in.
class EntryFinder
{
public:
    explicit EntryFinder(const Model &model);
    /// The last entry of the file that begins at or before the place; invalid when none does.
    [[nodiscard]] NodeId entryAt(const Position &position) const;

private:
    const Model &m_model;
    std::vector<NodeId> m_nodes; ///< by file, line and column
};

/// Whether a place comes before another: by file, line and column.
[[nodiscard]] bool isBefore(const Position &a, const Position &b);

} // namespace kconfig
