// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// ptrace(2) with a seccomp filter: only calls that name files stop the command, and only once each.

#include "file_trace.h"

#include "child_process.h"
#include "phrases.h"
#include "trace_filter.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <mutex>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <unordered_set>

namespace kconfig {

namespace {

using Clock = std::chrono::steady_clock;

/// Everything a child needs between fork() and execve(), made before: there it may not allocate.
struct ChildPlan
{
    std::vector<std::string> texts;
    std::vector<char *> environment;
    std::array<char *, 4> arguments{};
    std::string shell = "sh", option = "-c", script;
    std::string directory;
    std::vector<sock_filter> filter = traceFilter();
    std::array<int, 2> output{-1, -1}, errors{-1, -1};
    bool inheritsInput = false;
};

[[noreturn]] void runPlan(const ChildPlan &plan)
{
    std::signal(SIGPIPE, SIG_DFL);
    sigset_t mask;
    sigemptyset(&mask);
    ::sigprocmask(SIG_SETMASK, &mask, nullptr);
    if (!plan.inheritsInput) {
        const int input = ::open("/dev/null", O_RDONLY);
        ::dup2(input, STDIN_FILENO);
        if (input != STDIN_FILENO)
            ::close(input);
    }
    if (::dup2(plan.output[1], STDOUT_FILENO) < 0 || ::dup2(plan.errors[1], STDERR_FILENO) < 0 ||
        (!plan.directory.empty() && ::chdir(plan.directory.c_str()) != 0))
        ::_exit(126);
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0)
        ::_exit(125);
    ::raise(SIGSTOP); // the tracer sets its options now
    sock_fprog program{static_cast<unsigned short>(plan.filter.size()),
                       const_cast<sock_filter *>(plan.filter.data())}; // NOLINT: C interface
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0)
        ::_exit(125);
    ::execve("/bin/sh", plan.arguments.data(), plan.environment.data());
    ::_exit(127);
}

/// Text in another process.
std::string readText(pid_t process, std::uint64_t address)
{
    std::string text;
    std::array<char, 256> buffer{};
    while (text.size() < PATH_MAX && address != 0) {
        // Not across a page: the next one may not be there.
        const std::size_t size = std::min<std::size_t>(buffer.size(), 4096 - address % 4096);
        iovec here{buffer.data(), size};
        iovec there{reinterpret_cast<void *>(address), size}; // NOLINT: an address over there
        const ssize_t got = ::process_vm_readv(process, &here, 1, &there, 1, 0);
        if (got <= 0)
            break;
        const void *const end = std::memchr(buffer.data(), 0, static_cast<std::size_t>(got));
        if (end != nullptr)
            return text.append(buffer.data(), static_cast<std::size_t>(
                                                  static_cast<const char *>(end) - buffer.data()));
        text.append(buffer.data(), static_cast<std::size_t>(got));
        address += static_cast<std::uint64_t>(got);
    }
    return text;
}

std::string readLink(const std::string &path)
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlink(path.c_str(), target.data(), target.size());
    return size <= 0 ? std::string() : std::string(target.data(), static_cast<std::size_t>(size));
}

/// Without `//`, `/./` and a slash at the end; `..` stays, for links may be in between.
std::string tidy(std::string_view path)
{
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view name = path.substr(at, end - at);
        if (!name.empty() && name != ".")
            out.append(1, '/').append(name);
        at = end + 1;
    }
    return out.empty() ? "/" : out;
}

bool exists(const std::string &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0;
}

/// The thread that traces; a process's stops are told to one thread only.
class Tracer
{
public:
    Tracer(const ChildPlan &plan, FileTrace &trace)
        : m_plan(plan)
        , m_trace(trace)
    {}
    /// Runs the command to the end of its last process.
    void run();
    /// Ends every process of the command. On any thread.
    void kill()
    {
        const std::lock_guard lock(m_mutex);
        for (const pid_t process : m_known)
            ::kill(process, SIGKILL);
    }

    /// Set once the child is there, or could not be made (-1).
    std::atomic<pid_t> child = 0;
    std::atomic<bool> childHasEnded = false;
    std::atomic<bool> isDone = false;

private:
    void stopped(pid_t process, int status);
    void called(pid_t process);
    void callPath(pid_t process, const TracedCall &call, const std::uint64_t (&arguments)[6]);
    void callOpen(const std::string &path, std::uint64_t flags);
    void write(const std::string &path, bool replaces);
    void remove(const std::string &path);
    [[nodiscard]] std::string path(pid_t process, int folder, std::uint64_t address) const;
    void giveUp(std::string why)
    {
        if (m_trace.incomplete.empty())
            m_trace.incomplete = std::move(why);
    }

    const ChildPlan &m_plan;
    FileTrace &m_trace;
    bool isNew(pid_t process)
    {
        const std::lock_guard lock(m_mutex);
        return m_known.insert(process).second;
    }

    std::mutex m_mutex;
    std::unordered_set<pid_t> m_known; ///< guarded by the mutex
};

void Tracer::run()
{
    const pid_t process = ::fork();
    if (process == 0)
        runPlan(m_plan);
    ::close(m_plan.output[1]);
    ::close(m_plan.errors[1]);
    child = process;
    int status = 0;
    if (process > 0 && ::waitpid(process, &status, __WALL) == process && WIFSTOPPED(status)) {
        const long options = PTRACE_O_EXITKILL | PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK |
                             PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC;
        isNew(process);
        if (::ptrace(PTRACE_SETOPTIONS, process, nullptr, options) != 0)
            giveUp("the command could not be traced");
        ::ptrace(PTRACE_CONT, process, nullptr, nullptr);
        status = 0;
    } else {
        giveUp("the command could not be traced");
    }
    m_trace.result.exitStatus = process < 0 ? 127 : 128;
    if (process > 0 && WIFEXITED(status) && status != 0)
        m_trace.result.exitStatus = WEXITSTATUS(status);
    while (true) {
        const pid_t got = ::waitpid(-1, &status, __WALL | __WNOTHREAD);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            break;
        if (WIFSTOPPED(status)) {
            stopped(got, status);
            continue;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_known.erase(got);
        }
        if (got == process) {
            m_trace.result.exitStatus =
                WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            childHasEnded = true;
        }
    }
    childHasEnded = true;
    isDone = true;
}

void Tracer::stopped(pid_t process, int status)
{
    const int signal = WSTOPSIG(status);
    const int event = status >> 16;
    int passedOn = 0;
    if (event == PTRACE_EVENT_SECCOMP)
        called(process);
    else if (event == 0 && !(isNew(process) && signal == SIGSTOP))
        passedOn = signal; // all but the stop with which a new process begins
    ::ptrace(PTRACE_CONT, process, nullptr, passedOn);
}

void Tracer::called(pid_t process)
{
    __ptrace_syscall_info info = {};
    if (::ptrace(static_cast<__ptrace_request>(PTRACE_GET_SYSCALL_INFO), process, sizeof info,
                 &info) <= 0 ||
        info.op != PTRACE_SYSCALL_INFO_SECCOMP) {
        giveUp("a system call could not be read");
        return;
    }
    const TracedCall *const call = tracedCall(static_cast<long>(info.seccomp.nr));
    if (call == nullptr) {
        giveUp("it runs a program of another architecture");
        return;
    }
    callPath(process, *call, info.seccomp.args);
}

std::string Tracer::path(pid_t process, int folder, std::uint64_t address) const
{
    const std::string text = readText(process, address);
    if (!text.empty() && text[0] == '/')
        return tidy(text);
    const std::string link = "/proc/" + std::to_string(process) +
                             (folder == AT_FDCWD ? "/cwd" : "/fd/" + std::to_string(folder));
    const std::string place = readLink(link);
    return place.empty() || place[0] != '/' ? std::string() : tidy(place + '/' + text);
}

void Tracer::callPath(pid_t process, const TracedCall &call, const std::uint64_t (&arguments)[6])
{
    const auto folderOf = [&](int argument) {
        return argument < 0 ? AT_FDCWD : static_cast<int>(arguments[argument]);
    };
    if (call.kind == CallKind::socket) {
        const auto family = static_cast<int>(arguments[call.path]);
        if (family != AF_UNIX)
            giveUp("it uses the network");
        return;
    }
    if (call.kind == CallKind::list) {
        const std::string folder = readLink("/proc/" + std::to_string(process) + "/fd/" +
                                            std::to_string(static_cast<int>(arguments[0])));
        m_trace.paths[folder].isListed = true;
        return;
    }
    const std::string name = path(process, folderOf(call.folder), arguments[call.path]);
    if (name.empty()) {
        // Without a path the call is about a descriptor, whose file was opened before.
        return;
    }
    switch (call.kind) {
    case CallKind::open:
        callOpen(name, arguments[call.flags]);
        break;
    case CallKind::create:
        callOpen(name, O_WRONLY | O_CREAT | O_TRUNC);
        break;
    case CallKind::openHow:
        giveUp("it opens files in a way that is not understood (openat2)");
        break;
    case CallKind::look:
        if (PathUse &use = m_trace.paths[name]; !use.isWritten && !use.isRemoved)
            use.isLookedAt = true; // what the command made itself is no news
        break;
    case CallKind::run:
        m_trace.paths[name].isRun = true;
        break;
    case CallKind::write:
        write(name, false);
        break;
    case CallKind::remove:
        remove(name);
        break;
    case CallKind::makeFolder:
        if (exists(name))
            m_trace.paths[name].isLookedAt = true;
        else
            write(name, false);
        break;
    case CallKind::move: {
        PathUse &from = m_trace.paths[name];
        if (!from.isMadeAnew) {
            from.isRead = true;
            giveUp("it renames " + name);
        }
        remove(name);
        write(path(process, folderOf(call.otherFolder), arguments[call.otherPath]), true);
        break;
    }
    case CallKind::link:
        m_trace.paths[name].isRead = true;
        write(path(process, folderOf(call.otherFolder), arguments[call.otherPath]), false);
        break;
    case CallKind::symlink:
        write(name, false);
        break;
    case CallKind::list:
    case CallKind::socket:
        break;
    }
}

void Tracer::callOpen(const std::string &path, std::uint64_t flags)
{
    if ((flags & O_TMPFILE) == O_TMPFILE)
        return;
    const auto access = flags & O_ACCMODE;
    if (access == O_RDONLY && (flags & (O_CREAT | O_TRUNC)) == 0) {
        m_trace.paths[path].isRead = true;
        return;
    }
    if (path.compare(0, 5, "/dev/") == 0) { // devices keep nothing
        m_trace.paths[path].isRead = true;
        return;
    }
    if ((flags & O_CREAT) == 0 && !exists(path)) {
        m_trace.paths[path].isLookedAt = true;
        return;
    }
    write(path, (flags & O_TRUNC) != 0);
}

void Tracer::write(const std::string &path, bool replaces)
{
    PathUse &use = m_trace.paths[path];
    const bool isThere = exists(path);
    if (!use.isWritten && !use.isRemoved) {
        use.existed = isThere;
        // `>>` makes a file only where there is none.
        use.isLookedAt = use.isLookedAt || (!replaces && !isThere);
    }
    if (!use.isMadeAnew && !use.isRead && (replaces || !isThere))
        use.isMadeAnew = true;
    use.isWritten = true;
    use.isRemoved = false;
}

void Tracer::remove(const std::string &path)
{
    PathUse &use = m_trace.paths[path];
    const bool isThere = exists(path);
    if (!use.isWritten && !use.isRemoved)
        use.existed = isThere;
    if (!isThere)
        use.isLookedAt = true;
    use.isRemoved = true;
}

/// Reads what the command says; kills it when its time is over.
class Listener
{
public:
    Listener(const HostShellOptions &options, const ChildPlan &plan, Tracer &tracer,
             FileTrace &trace, ErrorText errors)
        : m_options(options)
        , m_plan(plan)
        , m_tracer(tracer)
        , m_trace(trace)
        , m_errors(errors)
    {}
    void listen()
    {
        std::array<pollfd, 2> ends{{{m_plan.output[0], POLLIN, 0}, {m_plan.errors[0], POLLIN, 0}}};
        while (ends[0].fd >= 0 || ends[1].fd >= 0 || !m_tracer.isDone) {
            const int ready = ::poll(ends.data(), ends.size(), 20);
            if (ready > 0) {
                for (std::size_t i = 0; i < ends.size(); ++i)
                    if (ends.at(i).revents != 0 && !take(ends.at(i).fd, i == 1)) {
                        ::close(ends.at(i).fd);
                        ends.at(i).fd = -1;
                    }
                if (ends[0].fd < 0 && ends[1].fd < 0 && m_tracer.child > 0)
                    break; // most often it is over now; the tracer's thread knows
            }
            check();
        }
        while (!m_tracer.isDone) {
            timespec pause{0, 50'000};
            ::nanosleep(&pause, nullptr);
            check();
        }
        for (const pollfd &end : ends)
            if (end.fd >= 0)
                ::close(end.fd);
    }

private:
    /// False at the end.
    bool take(int descriptor, bool isError)
    {
        constexpr std::size_t most = 1 << 20;
        std::array<char, 4096> buffer{};
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            return true;
        if (got <= 0)
            return false;
        const auto size = static_cast<std::size_t>(got);
        if (!isError) {
            m_trace.result.output.append(buffer.data(), size);
            return m_trace.result.output.size() < most;
        }
        for (std::size_t done = 0; m_errors == ErrorText::passedOn && done < size;) {
            const ssize_t written = ::write(STDERR_FILENO, buffer.data() + done, size - done);
            if (written <= 0 && errno != EINTR)
                break;
            done += written > 0 ? static_cast<std::size_t>(written) : 0;
        }
        if (m_trace.errors.size() < most)
            m_trace.errors.append(buffer.data(), size);
        return true;
    }
    void check()
    {
        if (m_tracer.child <= 0 || m_tracer.isDone)
            return;
        const auto now = Clock::now();
        if (m_tracer.childHasEnded) {
            if (m_end == Clock::time_point())
                m_end = now;
            // What is left in the background can't be left to itself: it could do nothing any more.
            if (now - m_end > std::chrono::seconds(1))
                kill({});
        } else if (m_options.cancelled && m_options.cancelled()) {
            kill(say(Phrase::commandCancelled));
        } else if (m_options.timeOut.count() > 0 && now - m_start > m_options.timeOut) {
            kill(timeOutProblem(m_options));
        }
    }
    void kill(Clause problem)
    {
        m_tracer.kill();
        if (m_trace.result.problem.isEmpty())
            m_trace.result.problem = std::move(problem);
    }

    const HostShellOptions &m_options;
    const ChildPlan &m_plan;
    Tracer &m_tracer;
    FileTrace &m_trace;
    ErrorText m_errors;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_end;
};

} // namespace

FileTrace traceCommand(const std::string &command, const HostShellOptions &options,
                       ErrorText errors)
{
    FileTrace trace;
    ChildPlan plan;
    plan.script = command;
    plan.arguments = {plan.shell.data(), plan.option.data(), plan.script.data(), nullptr};
    plan.texts.reserve(options.environment.size());
    for (const auto &[name, value] : options.environment)
        plan.texts.push_back(name + '=' + value);
    for (std::string &text : plan.texts)
        plan.environment.push_back(text.data());
    plan.environment.push_back(nullptr);
    plan.directory = options.directory;
    plan.inheritsInput = options.inheritsInput;
    if (::pipe2(plan.output.data(), O_CLOEXEC) != 0 ||
        ::pipe2(plan.errors.data(), O_CLOEXEC) != 0) {
        trace.result = {{}, 127, say(Phrase::commandWithoutPipe, asText(std::strerror(errno)))};
        trace.incomplete = "it did not run";
        return trace;
    }
    Tracer tracer(plan, trace);
    std::thread thread([&] { tracer.run(); });
    Listener(options, plan, tracer, trace, errors).listen();
    thread.join();
    if (!trace.result.problem.isEmpty() && trace.incomplete.empty())
        trace.incomplete = "it did not end by itself";
    return trace;
}

bool canTrace()
{
    static const bool answer = [] {
        HostShellOptions options;
        options.timeOut = std::chrono::seconds(5);
        const FileTrace trace = traceCommand("test -e /kiln-trace; echo $?", options);
        return trace.incomplete.empty() && trace.result.output == "1\n" &&
               trace.paths.count("/kiln-trace") == 1;
    }();
    return answer;
}

} // namespace kconfig
