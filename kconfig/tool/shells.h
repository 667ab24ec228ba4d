// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// kconf's --shells: who answers the tree's $(shell,…) calls.
#pragma once

#include "kconfig/shell_cache.h"
#include "kconfig/shell_recording.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace kconf {

enum class ShellPolicy
{
    run,
    cached, ///< run, or answered from a cache of earlier runs
    refuse,
    sandbox,
    record,
    replay
};

struct ShellChoice
{
    ShellPolicy policy = ShellPolicy::cached;
    std::string file; ///< of record and replay
};

/// The value of --shells. The error is a sentence for the user.
[[nodiscard]] kconfig::Expected<ShellChoice, std::string> parseShells(const std::string &value);

/// The Shell for one load, and what is to be done when it is over.
class ShellSession
{
public:
    /// The error, a sentence, says why the choice can't be had.
    [[nodiscard]] static kconfig::Expected<ShellSession, std::string>
    open(const ShellChoice &choice, const std::string &rootFile,
         const std::map<std::string, std::string> &environment);

    [[nodiscard]] const kconfig::Shell &shell() const { return m_shell; }
    /// Writes the recording or the cache, if there is one.
    [[nodiscard]] kconfig::Expected<void, std::string> finish();

private:
    kconfig::Shell m_shell;
    std::string m_file;
    std::shared_ptr<kconfig::ShellRecording> m_recording;
    std::shared_ptr<kconfig::ShellCache> m_cache;
};

} // namespace kconf
