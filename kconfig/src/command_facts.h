// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// From a trace of a command to what its answer depends on and what it left behind.
#pragma once

#include "file_state.h"
#include "file_trace.h"

#include <string>
#include <vector>

namespace kconfig {

struct CommandInput
{
    std::string path;
    Look look = Look::content;
    FileState state;
};

struct CommandFacts
{
    std::vector<CommandInput> inputs;
    std::vector<WrittenFile> outputs;
    /// Variables named by the scripts that ran; the command's own text is not looked at.
    std::vector<std::string> variables;
    /// Why the same command may well say something else next time; empty when it can't.
    std::string doubt;
    /// The only doubt is that an input changed so recently that its state may not tell the next
    /// change; the inputs are all there.
    bool isTooRecent = false;
};

/// `start`: before the command began.
[[nodiscard]] CommandFacts factsOf(const std::string &command, const FileTrace &trace,
                                   std::chrono::system_clock::time_point start);

} // namespace kconfig
