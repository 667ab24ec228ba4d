// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What must hold whatever the input: shared by the Kconfig fuzzers. A check that fails prints what
// should have held and aborts, which is how a fuzzer learns of it.
#pragma once

#include "kconfig/configuration.h"
#include "kconfig/load.h"

#include <string>
#include <string_view>

namespace kconfig::fuzz {

void check(bool holds, const char *what);
/// The same for two texts, which are shown when they differ.
void checkEqual(std::string_view found, std::string_view expected, const char *what);

/// The dialect that an input asks for with its first byte: any byte names one. '1' is Linux 6.1,
/// '2' Linux 6.12, 'u' the unikraft dialect.
[[nodiscard]] Dialect dialectOf(char firstByte);

/// A file system of an input's own: a folder in memory, emptied of the last input's files.
class TreeFolder
{
public:
    TreeFolder();
    TreeFolder(const TreeFolder &) = delete;
    TreeFolder &operator=(const TreeFolder &) = delete;
    ~TreeFolder();
    [[nodiscard]] const std::string &path() const { return m_path; }
    void write(const char *name, std::string_view text) const;

private:
    std::string m_path;
};

/// Options for a tree in `folder` whose shell runs nothing: it answers with its command, or fails.
[[nodiscard]] LoadOptions optionsFor(const TreeFolder &folder, Dialect dialect);

/// Identifiers lead somewhere, the menu is a tree, positions lie in their files, and every
/// diagnostic can be shown.
void checkModel(const LoadResult &tree);

/// Everything a view asks of a configuration gets an answer.
void askEverything(const Configuration &configuration);

/// All values and visibilities, one line a symbol.
[[nodiscard]] std::string valuesOf(const Configuration &configuration);

/// What a choice says it selects is on.
void checkSelections(const Configuration &configuration);

/// write → read → write ends where it began, once a first reading has dropped what was stale.
void checkFixedPoint(const Configuration &configuration);

} // namespace kconfig::fuzz
