// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the sub-commands have in common: opening a tree, and showing pieces of a model.
#pragma once

#include "command.h"
#include "json_writer.h"

#include "kconfig/explain.h"
#include "kconfig/search.h"

#include <memory>
#include <string>

namespace kconf {

/// A tree and the configuration in use, as far as they could be read.
struct OpenTree
{
    std::unique_ptr<Session> session;
    bool hasErrors = false; ///< of the tree; shown already

    [[nodiscard]] kconfig::Configuration &configuration() const { return session->configuration(); }
    [[nodiscard]] const kconfig::Model &model() const { return session->configuration().model(); }
};

/// Reads the tree that the command line names (see findTree()) and shows what is wrong with it.
/// Nothing when its first file can't be read, which has been said then.
[[nodiscard]] std::optional<OpenTree> openTree(CommandLine &line, bool treeMayBeOperand);

/// Reads the configuration; false when it is there and can't be read, which has been said.
/// Without one, defaults rule.
[[nodiscard]] bool readConfiguration(const OpenTree &tree);

/// A symbol by its name, with or without the prefix. Says what is wrong when there is none, with
/// names that are near.
[[nodiscard]] kconfig::SymbolId findSymbol(const OpenTree &tree, const std::string &name);

/// ", did you mean A or B?", or nothing.
[[nodiscard]] std::string suggestion(const kconfig::Model &model,
                                     const std::vector<kconfig::SymbolId> &similar);

/// "Networking → Protocols"; empty at the top.
[[nodiscard]] std::string pathText(const kconfig::Model &model, kconfig::NodeId node);

/// The best entry to show for a symbol: the first with a prompt, else the first.
[[nodiscard]] kconfig::NodeId mainEntry(const kconfig::Model &model, kconfig::SymbolId symbol);

/// "user", "default", …
[[nodiscard]] const char *originName(kconfig::Origin origin);
/// "bool", "tristate", "int", "hex", "string" or "unknown".
[[nodiscard]] const char *typeText(kconfig::SymbolType type);

/// {"file": …, "line": …, "column": …}, or null.
void writePosition(JsonWriter &json, const kconfig::Model &model,
                   const kconfig::Position &position);
/// An array of titles.
void writePath(JsonWriter &json, const kconfig::Model &model, kconfig::NodeId node);

} // namespace kconf
