// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What a ShellCache holds and how that is written to a file.
#pragma once

#include "ahead_runs.h"
#include "command_facts.h"

#include "kconfig/shell_cache.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kconfig {

/// Texts are as the command would have them if the moving folders had their names for paths.
struct CachedCall
{
    std::string key; ///< command, folder, environment, user, system
    std::string output;
    std::string errors;
    int exitStatus = 0;
    std::vector<std::uint32_t> inputs;  ///< indices of ShellCache::Data::inputs
    std::vector<std::string> variables; ///< `NAME=VALUE` or `NAME`, of the scripts
    std::vector<WrittenFile> outputs;
    long lastUse = 0;           ///< days since 1970
    std::uint32_t lastLoad = 0; ///< Data::loads of the last load that asked for it and ran any
    std::uint32_t order = 0;    ///< how many that load had asked for before
};

struct ShellCache::Data
{
    std::string file;
    bool hasChanged = false;
    std::vector<CachedCall> calls;
    std::unordered_map<std::string, std::size_t> index; ///< calls by key
    std::vector<CommandInput> inputs;                   ///< shared by the calls
    std::unordered_map<std::string, std::uint32_t> inputIndex;
    std::uint32_t loads = 0;          ///< that ran any command
    std::unique_ptr<AheadRuns> ahead; ///< of the load under way

    std::uint32_t addInput(CommandInput input);
    void put(CachedCall call);
    /// Forgets calls that nobody used for long, and inputs that no call has.
    void tidy(long today);
    [[nodiscard]] std::string serialize() const;
    /// False, and nothing changed, when the bytes are no whole cache.
    bool parse(std::string_view bytes);
};

} // namespace kconfig
