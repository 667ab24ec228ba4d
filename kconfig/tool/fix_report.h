// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a resolver found, for people and for programs.
#pragma once

#include "json_writer.h"

#include "kconfig/alternative_view.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kconf {

/// Lists are cut after so many lines unless everything is asked for.
struct Extent
{
    bool isAll = false;
    std::size_t most = 8;
};

/// Two columns, the left one as wide as its widest text (40 at most).
void printColumns(const std::vector<std::pair<std::string, std::string>> &rows, int indent);

/// The edits of an alternative, one a line: what, prompt, place.
void printEdits(const kconfig::Configuration &before, const std::vector<kconfig::Edit> &edits,
                int indent);

/// What edits turn on and off and change besides themselves, each with where it comes from.
/// `after` has the edits.
void printEffects(const kconfig::Configuration &after, const std::vector<kconfig::Effect> &effects,
                  const std::vector<kconfig::Edit> &edits, int indent, Extent extent);

/// "FOO=y is impossible …:" and the rules that exclude it. `wish` is "FOO=y" or more of them.
void printImpossible(const kconfig::Model &model, const kconfig::Impossibility &impossible,
                     const std::string &wish);

/// "One change", "2 changes".
[[nodiscard]] std::string changesText(std::size_t count);

/// \name JSON
/// @{
/// {symbol, value, prompt, position}; of an unnamed choice symbol is null and choice {prompt,
/// position}.
void writeEdit(JsonWriter &json, const kconfig::Configuration &before, const kconfig::Edit &edit);
/// An array of {symbol, before, after}.
void writeEffects(JsonWriter &json, const kconfig::Model &model,
                  const std::vector<kconfig::Effect> &effects);
/// {edits, effects}.
void writeAlternative(JsonWriter &json, const kconfig::Configuration &before,
                      const kconfig::Alternative &alternative);
/// {sentence, reasons}, or null.
void writeImpossible(JsonWriter &json, const kconfig::Model &model,
                     const std::optional<kconfig::Impossibility> &impossible);
/// @}

} // namespace kconf
