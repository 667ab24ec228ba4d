// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The Kconfig dialects that differ in language or in the bytes they write, and which one a tree
// speaks.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kconfig {

enum class Dialect
{
    unikraft,  ///< Linux 5.2 with globs in `source`, as Unikraft 0.17 carries it.
    linux_6_1, ///< Linux 6.1.
    linux_6_12 ///< Linux 6.12.
};

/// What users call a dialect: `unikraft`, `linux-6.1`, `linux-6.12`.
[[nodiscard]] std::string_view dialectName(Dialect dialect);
/// The dialect of such a name; nothing for any other text.
[[nodiscard]] std::optional<Dialect> dialectByName(std::string_view name);

/// A dialect and what it was recognized by, in words for people.
struct DialectGuess
{
    Dialect dialect = Dialect::unikraft;
    std::string reason;
};

/// Finds out which dialect a tree speaks. The first of these that says something decides:
/// - a root file named `Config.uk` is Unikraft's;
/// - the `Makefile` of the Linux tree that the root file or `srctree` lies in (the nearest folder
///   upwards with `scripts/kconfig` and a Makefile with VERSION and PATCHLEVEL);
/// - what the root file says that only one dialect has (`option modules`, `transitional`, globs in
///   `source`, …);
/// - KERNELVERSION of the environment;
/// - bare `modules` in the root file is `linux-6.1`.
/// Where nothing does, it is `unikraft`. Versions go to the dialect that was current then: Linux up
/// to 5.12 is `unikraft`, up to 6.10 `linux-6.1`, later ones `linux-6.12`.
///
/// `rootFile` is looked for as it stands and then below `srctree`, as conf does; files that can't
/// be read say nothing. Reads at most a few small files; never throws.
[[nodiscard]] DialectGuess
guessDialectWithReason(const std::string &rootFile,
                       const std::map<std::string, std::string> &environment);
/// The same without the reason.
[[nodiscard]] Dialect guessDialect(const std::string &rootFile,
                                   const std::map<std::string, std::string> &environment);

} // namespace kconfig
