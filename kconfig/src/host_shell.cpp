// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Running the commands of a trusted tree.

#include "kconfig/load.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; // NOLINT: POSIX gives it this way

namespace kconfig {

namespace {

/// A pipe whose ends are closed when it goes.
class Pipe
{
public:
    Pipe() { m_open = ::pipe2(m_ends.data(), O_CLOEXEC) == 0; }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    ~Pipe()
    {
        closeWriter();
        if (m_open)
            ::close(m_ends[0]);
    }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int reader() const { return m_ends[0]; }
    [[nodiscard]] int writer() const { return m_ends[1]; }
    void closeWriter()
    {
        if (m_open && m_ends[1] >= 0)
            ::close(m_ends[1]);
        m_ends[1] = -1;
    }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_open = false;
};

/// Reads to the end, keeping the first megabyte: nobody uses more than a line of it.
std::string readOutput(int descriptor)
{
    constexpr std::size_t most = 1 << 20;
    std::string output;
    std::array<char, 4096> buffer{};
    while (true) {
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return output;
        output.append(buffer.data(), std::min(static_cast<std::size_t>(got), most - output.size()));
    }
}

ShellResult run(const std::string &command, const std::string &directory,
                const std::vector<char *> &environment)
{
    Pipe pipe;
    if (!pipe.isOpen())
        return {{}, 127};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, pipe.writer(), STDOUT_FILENO);
    if (!directory.empty())
        ::posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
    std::string shell = "sh";
    std::string option = "-c";
    std::string script = command;
    std::array<char *, 4> arguments{shell.data(), option.data(), script.data(), nullptr};
    pid_t child = -1;
    const int failure =
        ::posix_spawn(&child, "/bin/sh", &actions, nullptr, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (failure != 0)
        return {{}, 127};
    pipe.closeWriter();
    ShellResult result{readOutput(pipe.reader()), 127};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exitStatus = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

} // namespace

Shell hostShell(std::string directory, std::map<std::string, std::string> environment)
{
    return [directory = std::move(directory),
            environment = std::move(environment)](const std::string &command) {
        std::vector<std::string> texts;
        texts.reserve(environment.size());
        for (const auto &[name, value] : environment)
            texts.push_back(name + '=' + value);
        std::vector<char *> pointers;
        pointers.reserve(texts.size() + 1);
        for (std::string &text : texts)
            pointers.push_back(text.data());
        pointers.push_back(nullptr);
        return run(command, directory, pointers);
    };
}

std::map<std::string, std::string> processEnvironment()
{
    std::map<std::string, std::string> result;
    for (char **entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const char *const begin = *entry;
        const char *const sign = std::strchr(begin, '=');
        if (sign != nullptr)
            result.emplace(std::string(begin, sign), sign + 1);
    }
    return result;
}

} // namespace kconfig
