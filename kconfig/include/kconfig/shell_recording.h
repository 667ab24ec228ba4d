// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Answers of `$(shell,…)` commands in one file, and giving them again: the same tree then loads
// alike on a machine without the tools, and programs can be compared without the noise of shells.
//
// The file: the line `kiln-shells 1`, then fields `NAME LENGTH\n` + LENGTH bytes + `\n`:
//   root         NAME=PATH  a folder that may be elsewhere when the file is replayed; NAME is an
//                           environment variable, or `.` for the working directory
//   command      TEXT       begins a call; calls stand in the order in which they were made
//   environment  NAME=VALUE or NAME (not set): a variable that the text of the command names
//   status       NUMBER     exit status
//   output       BYTES      standard output
//   file         MODE PATH  a file that the command wrote (octal mode), followed by its
//   content      BYTES
//   end          CALLS SUM  the last field: the number of calls, and the 64-bit FNV-1a hash, in
//                           hexadecimal, of every byte before the field
#pragma once

#include "kconfig/expected.h"
#include "kconfig/shell.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kconfig {

struct RecordedCall
{
    std::string command;
    /// Variables that the command names, `NAME=VALUE` or, when not set, `NAME`; sorted.
    std::vector<std::string> environment;
    int exitStatus = 0;
    std::string output;
    std::vector<WrittenFile> files;

    friend bool operator==(const RecordedCall &, const RecordedCall &) = default;
};

struct ShellRecording
{
    /// (name, path); see the format above.
    std::vector<std::pair<std::string, std::string>> roots;
    std::vector<RecordedCall> calls;

    friend bool operator==(const ShellRecording &, const ShellRecording &) = default;

    [[nodiscard]] std::string serialize() const;
    /// Whatever the bytes are: a recording, or a sentence that says what is wrong and where. `name`
    /// is for the message only.
    [[nodiscard]] static Expected<ShellRecording, std::string> parse(std::string_view bytes,
                                                                     const std::string &name);
    [[nodiscard]] static Expected<ShellRecording, std::string> read(const std::string &path);
};

struct RecordingOptions
{
    std::string directory; ///< working directory of the commands; empty: the process's own
    std::map<std::string, std::string> environment; ///< of the commands
    /// Folders in which commands write (not below them), besides the working directory.
    std::vector<std::string> watched;
    /// Environment variables that hold folders which may be elsewhere at the replay.
    std::vector<std::string> rootVariables{"BUILD_DIR", "UK_BASE", "UK_APP", "srctree"};
};

/// A Shell that asks `next` and adds what it says, and the files that appeared or changed
/// meanwhile in the watched folders, to `recording`.
[[nodiscard]] Shell recordingShell(Shell next, RecordingOptions options,
                                   std::shared_ptr<ShellRecording> recording);

struct ReplayOptions
{
    std::string directory; ///< for relative paths of files; empty: the process's own
    std::map<std::string, std::string> environment;
};

/// A Shell that runs nothing: it answers from the recording and writes the files that the command
/// wrote, atomically and only when they differ. A command asked several times gets its recorded
/// answers in turn, the last one again and again. A command that was not recorded, or with another
/// environment, is a problem.
[[nodiscard]] Shell replayShell(std::shared_ptr<const ShellRecording> recording,
                                ReplayOptions options);

} // namespace kconfig
