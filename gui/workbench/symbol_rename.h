// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Another name for an option, in every file of a project that names it: first what would change,
// then, when the user wants it, all of it or nothing.
#pragma once

#include "workbench/symbol_references.h"

namespace kiln {

/// What renaming would change.
struct SymbolRename
{
    QByteArray from, to;
    QVector<SymbolReference> places; ///< of `from`, as findReferences() orders them

    /// A line as it would be afterwards.
    [[nodiscard]] QByteArray lineAfter(const SymbolReference &place) const;
    /// How many files change.
    [[nodiscard]] int fileCount() const;
};

/// Finds every place of a symbol. A Problem when no file defines `from`, or `to` is no name, is a
/// word of the language or is taken already; it says where. Names go without CONFIG_. Blocking, any
/// thread, as findReferences().
[[nodiscard]] Result<SymbolRename> planRename(const Project &project, const QByteArray &from,
                                              const QByteArray &to, JobWatch *watch = nullptr);

/// Writes the files. They are all written beside the old ones before the first takes its place;
/// when one cannot, those before get their contents back. A Problem, and nothing changed, when a
/// file is not as it was when the places were found. Any thread.
[[nodiscard]] Result<void> applyRename(const SymbolRename &rename);

} // namespace kiln
