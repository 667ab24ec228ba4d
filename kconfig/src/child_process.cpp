// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "child_process.h"

#include "phrases.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace kconfig {

namespace {

using Clock = std::chrono::steady_clock;

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
        closeReader();
    }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int reader() const { return m_ends[0]; }
    [[nodiscard]] int writer() const { return m_ends[1]; }
    void closeWriter() { close(m_ends[1]); }
    void closeReader() { close(m_ends[0]); }
    [[nodiscard]] int takeReader() { return std::exchange(m_ends[0], -1); }

private:
    static void close(int &end)
    {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
    std::array<int, 2> m_ends{-1, -1};
    bool m_open = false;
};

/// What posix_spawn is to do in the child before the program starts.
class SpawnSetup
{
public:
    SpawnSetup(const ChildCommand &command, const HostShellOptions &options, int output,
               bool ownsGroup)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_adddup2(&m_actions, output, STDOUT_FILENO);
        if (command.capturesErrors)
            ::posix_spawn_file_actions_adddup2(&m_actions, output, STDERR_FILENO);
        if (!options.inheritsInput)
            ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        if (!options.directory.empty())
            ::posix_spawn_file_actions_addchdir_np(&m_actions, options.directory.c_str());
        ::posix_spawnattr_init(&m_attributes);
        // A program that ignores SIGPIPE must not hand that down: `yes | head -1` would never end.
        sigset_t defaults;
        sigemptyset(&defaults);
        sigaddset(&defaults, SIGPIPE);
        sigset_t mask;
        sigemptyset(&mask);
        ::posix_spawnattr_setsigdefault(&m_attributes, &defaults);
        ::posix_spawnattr_setsigmask(&m_attributes, &mask);
        int flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
        if (ownsGroup)
            flags |= POSIX_SPAWN_SETPGROUP;
        ::posix_spawnattr_setflags(&m_attributes, static_cast<short>(flags));
    }
    SpawnSetup(const SpawnSetup &) = delete;
    SpawnSetup &operator=(const SpawnSetup &) = delete;
    ~SpawnSetup()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    [[nodiscard]] const posix_spawn_file_actions_t *actions() const { return &m_actions; }
    [[nodiscard]] const posix_spawnattr_t *attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions;
    posix_spawnattr_t m_attributes;
};

std::vector<char *> pointers(std::vector<std::string> &texts)
{
    std::vector<char *> result;
    result.reserve(texts.size() + 1);
    for (std::string &text : texts)
        result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

std::string seconds(std::chrono::milliseconds time)
{
    std::string text = std::to_string(time.count() / 1000);
    if (const auto rest = time.count() % 1000; rest != 0) {
        const std::string digits = std::to_string(1000 + rest).substr(1);
        text += '.' + digits.substr(0, digits.find_last_not_of('0') + 1);
    }
    return text;
}

/// Watches over one child until it has ended.
class Watch
{
public:
    Watch(int child, bool ownsGroup, const HostShellOptions &options)
        : m_options(options)
        , m_child(child)
        , m_ownsGroup(ownsGroup)
        , m_start(Clock::now())
    {}

    /// Whether anybody has to look at the clock while the child runs.
    [[nodiscard]] bool isWatched() const
    {
        return m_options.timeOut.count() > 0 || m_options.cancelled;
    }
    /// Whether there is no use in reading on: killed, or only children in the background are left.
    bool isOver()
    {
        if (!m_problem.isEmpty())
            return true;
        if (hasEnded()) {
            if (!m_end)
                m_end = Clock::now();
            return Clock::now() - *m_end > std::chrono::seconds(1);
        }
        if (m_options.cancelled && m_options.cancelled())
            kill(say(Phrase::commandCancelled));
        else if (m_options.timeOut.count() > 0 && Clock::now() - m_start > m_options.timeOut)
            kill(timeOutProblem(m_options));
        return !m_problem.isEmpty();
    }
    /// Reaps the child.
    void wait()
    {
        if (isWatched()) {
            timespec pause{0, 200'000};
            while (!hasEnded() && !isOver()) {
                ::nanosleep(&pause, nullptr);
                pause.tv_nsec = std::min(pause.tv_nsec * 2, 20'000'000L);
            }
        }
        while (!m_reaped) {
            const int got = ::waitpid(m_child, &m_status, 0);
            m_reaped = got == m_child || errno != EINTR;
        }
    }
    [[nodiscard]] int exitStatus() const
    {
        return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : 128 + WTERMSIG(m_status);
    }
    [[nodiscard]] const Clause &problem() const { return m_problem; }

private:
    bool hasEnded()
    {
        if (!m_reaped)
            m_reaped = ::waitpid(m_child, &m_status, WNOHANG) == m_child;
        return m_reaped;
    }
    void kill(Clause why)
    {
        ::kill(m_ownsGroup ? -m_child : m_child, SIGKILL);
        m_problem = std::move(why);
    }

    const HostShellOptions &m_options;
    int m_child;
    bool m_ownsGroup;
    Clock::time_point m_start;
    std::optional<Clock::time_point> m_end{};
    int m_status = 127 << 8; ///< of a child that cannot be waited for
    bool m_reaped = false;
    Clause m_problem;
};

} // namespace

Clause timeOutProblem(const HostShellOptions &options)
{
    return say(Phrase::commandTooLong, asText(seconds(options.timeOut)));
}

ShellResult collect(int descriptor, int child, bool ownsGroup, const HostShellOptions &options)
{
    constexpr std::size_t most = 1 << 20;
    Watch watch(child, ownsGroup, options);
    ShellResult result;
    std::array<char, 4096> buffer{};
    while (result.output.size() < most) {
        if (watch.isWatched()) {
            pollfd wait{descriptor, POLLIN, 0};
            if (::poll(&wait, 1, 50) <= 0) {
                if (watch.isOver())
                    break;
                continue;
            }
        }
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        result.output.append(buffer.data(), static_cast<std::size_t>(got));
        if (watch.isWatched() && watch.isOver())
            break;
    }
    ::close(descriptor);
    watch.wait();
    result.exitStatus = watch.exitStatus();
    result.problem = watch.problem();
    return result;
}

ShellResult runChild(const ChildCommand &command, const HostShellOptions &options)
{
    Pipe pipe;
    if (!pipe.isOpen())
        return {{}, 127, say(Phrase::commandWithoutPipe, asText(std::strerror(errno)))};
    std::vector<std::string> environment;
    environment.reserve(options.environment.size());
    for (const auto &[name, value] : options.environment)
        environment.push_back(name + '=' + value);
    std::vector<std::string> arguments = command.arguments;
    // Without a watch the child stays in this process's group, where Ctrl-C reaches it.
    const bool ownsGroup = options.timeOut.count() > 0 || options.cancelled;
    const SpawnSetup setup(command, options, pipe.writer(), ownsGroup);
    pid_t child = -1;
    const int failure =
        ::posix_spawn(&child, command.program.c_str(), setup.actions(), setup.attributes(),
                      pointers(arguments).data(), pointers(environment).data());
    if (failure != 0)
        return {{}, 127, say(Phrase::commandNotStarted, asText(std::strerror(failure)))};
    pipe.closeWriter();
    return collect(pipe.takeReader(), child, ownsGroup, options);
}

} // namespace kconfig
