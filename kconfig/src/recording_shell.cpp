// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Shells that write recordings and shells that read them.

#include "kconfig/shell_recording.h"

#include "phrases.h"
#include "shell_text.h"
#include "watched_folders.h"

#include "kconfig/config_file.h"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <sys/stat.h>
#include <unordered_map>

namespace kconfig {

namespace {

std::string absolute(const std::string &path)
{
    char real[PATH_MAX];
    return ::realpath(path.empty() ? "." : path.c_str(), real) != nullptr ? std::string(real)
                                                                          : std::string();
}

/// Where the folder that a root names is now; empty when it is nowhere.
std::string placeOfRoot(const std::string &name, const std::string &directory,
                        const std::map<std::string, std::string> &environment)
{
    if (name == ".")
        return absolute(directory);
    const auto found = environment.find(name);
    return found == environment.end() || found->second[0] != '/' ? std::string() : found->second;
}

} // namespace

Shell recordingShell(Shell next, RecordingOptions options,
                     std::shared_ptr<ShellRecording> recording)
{
    std::vector<std::string> names{"."};
    names.insert(names.end(), options.rootVariables.begin(), options.rootVariables.end());
    for (const std::string &name : names)
        if (std::string place = placeOfRoot(name, options.directory, options.environment);
            !place.empty())
            recording->roots.emplace_back(name, std::move(place));
    return [next = std::move(next), environment = std::move(options.environment),
            folders = WatchedFolders(options.directory, options.watched),
            recording = std::move(recording)](const std::string &command) mutable {
        folders.look();
        ShellResult result = next(command);
        if (result.problem.isEmpty() && !result.wasRefused)
            recording->calls.push_back({command, environmentNamed(command, environment),
                                        result.exitStatus, result.output, folders.written()});
        return result;
    };
}

namespace {

/// The calls of a recording, moved to where its folders are now.
class Replay
{
public:
    Replay(const ShellRecording &recording, ReplayOptions options)
        : m_options(std::move(options))
    {
        std::vector<std::pair<std::string, std::string>> moved;
        for (const auto &[name, path] : recording.roots)
            if (std::string place = placeOfRoot(name, m_options.directory, m_options.environment);
                !place.empty())
                moved.emplace_back(path, std::move(place));
        const Relocation relocation(std::move(moved));
        for (const RecordedCall &call : recording.calls) {
            RecordedCall here = call;
            here.command = relocation.apply(call.command);
            here.output = relocation.apply(call.output);
            for (std::string &variable : here.environment)
                variable = relocation.apply(variable);
            for (WrittenFile &file : here.files) {
                file.path = relocation.apply(file.path);
                file.content = relocation.apply(file.content);
            }
            std::string key = keyOf(here.command, here.environment);
            m_commands.emplace(here.command, here.environment);
            m_answers[std::move(key)].calls.push_back(std::move(here));
        }
    }

    ShellResult answer(const std::string &command)
    {
        const auto environment = environmentNamed(command, m_options.environment);
        const auto found = m_answers.find(keyOf(command, environment));
        ShellResult result;
        if (found == m_answers.end()) {
            result.exitStatus = 127;
            result.problem = difference(command, environment);
            return result;
        }
        Answers &answers = found->second;
        const RecordedCall &call = answers.calls[answers.next];
        answers.next = std::min(answers.next + 1, answers.calls.size() - 1);
        result.output = call.output;
        result.exitStatus = call.exitStatus;
        for (const WrittenFile &file : call.files)
            if (Clause problem = write(file); !problem.isEmpty())
                result.problem = std::move(problem);
        return result;
    }

private:
    struct Answers
    {
        std::vector<RecordedCall> calls;
        std::size_t next = 0;
    };

    static std::string keyOf(const std::string &command,
                             const std::vector<std::string> &environment)
    {
        std::string key = command;
        for (const std::string &variable : environment)
            key.append(1, '\0').append(variable);
        return key;
    }
    /// That the command is not there, or how the environment differs from the recorded one.
    [[nodiscard]] Clause difference(const std::string &command,
                                    const std::vector<std::string> &environment) const
    {
        const auto recorded = m_commands.find(command);
        if (recorded != m_commands.end())
            for (const std::string &variable : recorded->second)
                if (std::find(environment.begin(), environment.end(), variable) ==
                    environment.end())
                    return say(variable.find('=') == std::string::npos
                                   ? Phrase::commandRecordedWithout
                                   : Phrase::commandRecordedWith,
                               asText(variable));
        return say(Phrase::commandNotRecorded);
    }
    [[nodiscard]] Clause write(const WrittenFile &file) const
    {
        std::string path = file.path;
        if (path[0] != '/' && !m_options.directory.empty())
            path = m_options.directory + '/' + path;
        auto saved = saveFile(path, file.content);
        if (!saved)
            return say(Phrase::commandFileLost, asText(saved.error().message));
        struct stat status = {};
        if (::stat(path.c_str(), &status) == 0 && (status.st_mode & 07777U) != file.mode)
            ::chmod(path.c_str(), file.mode);
        return {};
    }

    ReplayOptions m_options;
    std::unordered_map<std::string, Answers> m_answers;
    std::unordered_map<std::string, std::vector<std::string>> m_commands;
};

} // namespace

Shell replayShell(std::shared_ptr<const ShellRecording> recording, ReplayOptions options)
{
    return [replay = std::make_shared<Replay>(*recording, std::move(options))](
               const std::string &command) { return replay->answer(command); };
}

} // namespace kconfig
