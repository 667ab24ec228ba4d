// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What every answer of a resolver has to be, whatever the tree: right when it is done by hand,
// without an edit too many, told in full.
#pragma once

#include "kconfig/resolve.h"

#include <span>
#include <string>
#include <vector>

namespace kconfig::test {

/// A question to a resolver.
struct Question
{
    std::vector<Wish> wishes;
    std::vector<SymbolId> keep;
};

/// Whether the wishes hold in `configuration` and what is to be kept is as it was in `start`, also
/// when it has been written to a .config and read again. There are states that no file holds: the
/// mode of an optional choice without a value is not written, what a default raises above its
/// prompt comes back lower, and so on; wishes that need one are not fulfilled.
[[nodiscard]] bool isFulfilled(const Configuration &configuration, const Question &question,
                               const Configuration &start);

/// Applies an edit if a user could make it in menuconfig: the option can be seen and changed, and
/// may have the value. apply() alone also takes what makes no difference now.
[[nodiscard]] bool applyAsUser(Configuration &configuration, const Edit &edit);

/// What is wrong with an answer, one line each; empty when nothing is. Whether there could be an
/// answer with fewer edits, or any at all, is not looked at.
[[nodiscard]] std::string faultsOf(const Resolution &resolution, const Question &question,
                                   const Configuration &start);

/// "NAME=value, NAME=value".
[[nodiscard]] std::string describe(const Model &model, std::span<const Edit> edits);
[[nodiscard]] std::string describe(const Model &model, const Question &question);
[[nodiscard]] std::string describe(const Model &model, const Resolution &resolution);
/// The user values in the order in which restore() takes them.
[[nodiscard]] std::string describe(const Model &model, const UserValues &values);

} // namespace kconfig::test
