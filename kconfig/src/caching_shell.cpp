// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Asking the cache before the shell.

#include "shell_cache_data.h"

#include "child_process.h"
#include "shell_text.h"

#include "kconfig/config_file.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>
#include <unordered_set>
#include <utility>

namespace kconfig {

namespace {

/// Variables that differ from terminal to terminal and from call to call, and that no tool looks at
/// while it answers a question about itself. Those that a command or its scripts name count.
constexpr std::array<std::string_view, 44> fleeting{"PWD",
                                                    "OLDPWD",
                                                    "SHLVL",
                                                    "_",
                                                    "TERM",
                                                    "COLUMNS",
                                                    "LINES",
                                                    "COLORTERM",
                                                    "TERM_PROGRAM",
                                                    "WINDOWID",
                                                    "DISPLAY",
                                                    "WAYLAND_DISPLAY",
                                                    "XAUTHORITY",
                                                    "SSH_CLIENT",
                                                    "SSH_CONNECTION",
                                                    "SSH_TTY",
                                                    "SSH_AUTH_SOCK",
                                                    "XDG_SESSION_ID",
                                                    "XDG_VTNR",
                                                    "XDG_SEAT",
                                                    "INVOCATION_ID",
                                                    "JOURNAL_STREAM",
                                                    "DBUS_SESSION_BUS_ADDRESS",
                                                    "DESKTOP_STARTUP_ID",
                                                    "MAKEFLAGS",
                                                    "MFLAGS",
                                                    "MAKELEVEL",
                                                    "MAKE_TERMOUT",
                                                    "MAKE_TERMERR",
                                                    "MAKEOVERRIDES",
                                                    "GNUMAKEFLAGS",
                                                    "TMUX",
                                                    "TMUX_PANE",
                                                    "STY",
                                                    "VTE_VERSION",
                                                    "LS_COLORS",
                                                    "HISTFILE",
                                                    "PS1",
                                                    "KCONFIG_SEED",
                                                    "KCONFIG_PROBABILITY",
                                                    "KCONFIG_ALLCONFIG",
                                                    "KCONFIG_NOSILENTUPDATE",
                                                    "KCONFIG_OVERWRITECONFIG",
                                                    "KCONFIG_CONFIG"};

std::string absolute(const std::string &path)
{
    std::array<char, PATH_MAX> real{};
    return ::realpath(path.empty() ? "." : path.c_str(), real.data()) != nullptr
               ? std::string(real.data())
               : path;
}

/// What every answer depends on besides files and the environment.
std::string systemKey()
{
    utsname system = {};
    ::uname(&system);
    std::string key;
    for (const char *text : {system.sysname, system.nodename, system.release, system.machine})
        key.append(text).append(1, '\0');
    const mode_t mask = ::umask(0);
    ::umask(mask);
    for (const auto number : {static_cast<unsigned>(::getuid()), static_cast<unsigned>(::getgid()),
                              static_cast<unsigned>(::geteuid()), static_cast<unsigned>(mask)})
        key.append(std::to_string(number)).append(1, '\0');
    return key;
}

std::vector<std::pair<std::string, std::string>>
movesOf(const std::vector<std::pair<std::string, std::string>> &folders, bool back)
{
    std::vector<std::pair<std::string, std::string>> moves;
    for (const auto &[path, name] : folders) {
        // No path has such a name.
        const std::string place = "/\x01" + name;
        for (const std::string &known : {path, absolute(path)})
            if (!known.empty()) {
                moves.emplace_back(known, place);
                if (back)
                    std::swap(moves.back().first, moves.back().second);
            }
        if (back && moves.size() > 1 && moves[moves.size() - 2].first == place)
            moves.pop_back();
    }
    return moves;
}

} // namespace

/// One load's way to a cache.
class CachingShell
{
public:
    CachingShell(HostShellOptions host, CachingOptions options)
        : m_host(std::move(host))
        , m_options(std::move(options))
        , m_data(*m_options.cache->m_data)
        , m_toNames(movesOf(m_options.movingFolders, false))
        , m_toPlaces(movesOf(m_options.movingFolders, true))
        , m_today(static_cast<long>(std::time(nullptr) / 86400))
    {
        m_commonKey = systemKey() + m_toNames.apply(absolute(m_host.directory));
        for (const auto &[name, value] : m_host.environment)
            if (std::find(fleeting.begin(), fleeting.end(), name) == fleeting.end())
                m_commonKey.append(1, '\0').append(name).append(1, '=').append(
                    m_toNames.apply(value));
        // Long and always the same: its hash will do in the keys.
        m_commonKey = std::to_string(fnv(m_commonKey)) +
                      std::to_string(fnv(m_commonKey, 0x9e3779b97f4a7c15ULL));
    }

    CachingShell(const CachingShell &) = delete;
    CachingShell &operator=(const CachingShell &) = delete;
    ~CachingShell() { m_data.ahead.reset(); }

    ShellResult answer(const std::string &command)
    {
        const std::string key = keyOf(command);
        if (const auto found = m_data.index.find(key); found != m_data.index.end()) {
            CachedCall &call = m_data.calls[found->second];
            if (isValid(call) && writeOutputs(call)) {
                if (call.lastUse != m_today) {
                    call.lastUse = m_today;
                    m_data.hasChanged = true;
                }
                noteAsked(key);
                return replay(call);
            }
        }
        if (!canTrace()) {
            tell(command, "this system does not let programs be traced");
            ++m_round;
            return runChild({"/bin/sh", {"sh", "-c", command}}, m_host);
        }
        if (m_load == 0)
            beginToRun(command);
        ShellResult result = m_data.ahead ? takeOrRun(command, key) : runAndKeep(command, key);
        noteAsked(key);
        return result;
    }

private:
    /// The calls that the last load asked for belong together: they are what the next one needs.
    void noteAsked(const std::string &key)
    {
        if (m_load == 0) {
            m_asked.push_back(key); // it does not matter while nothing has to run
            return;
        }
        const auto found = m_data.index.find(key);
        if (found != m_data.index.end()) {
            m_data.calls[found->second].lastLoad = m_load;
            m_data.calls[found->second].order = m_order++;
        }
    }

    /// The first answer that is out of date.
    void beginToRun(const std::string &command)
    {
        std::vector<std::string> commands = commandsToRun();
        const bool isAlone =
            commands.empty() || (commands.size() == 1 && commands.front() == command);
        if (!isAlone)
            m_data.ahead = std::make_unique<AheadRuns>(commands, m_host);
        m_load = ++m_data.loads;
        for (const std::string &key : std::exchange(m_asked, {}))
            noteAsked(key);
    }

    /// Those of the last load, in its order, that have to run again and can run at any time.
    [[nodiscard]] std::vector<std::string> commandsToRun()
    {
        std::vector<const CachedCall *> known;
        for (const CachedCall &call : m_data.calls)
            if (call.key.compare(call.key.find('\0') + 1, m_commonKey.size(), m_commonKey) == 0)
                known.push_back(&call);
        std::uint32_t last = 0;
        std::unordered_set<std::string> written;
        for (const CachedCall *const call : known) {
            last = std::max(last, call->lastLoad);
            for (const WrittenFile &file : call->outputs) {
                written.insert(file.path);
                written.insert(file.path.substr(0, file.path.rfind('/'))); // listed, perhaps
            }
        }
        std::sort(known.begin(), known.end(),
                  [](const auto *a, const auto *b) { return a->order < b->order; });
        std::vector<std::string> commands;
        for (const CachedCall *const call : known) {
            if (call->lastLoad != last || !call->outputs.empty() || isValid(*call))
                continue;
            const bool isIndependent =
                std::none_of(call->inputs.begin(), call->inputs.end(), [&](std::uint32_t input) {
                    return written.count(m_data.inputs[input].path) != 0;
                });
            std::string command = m_toPlaces.apply(call->key.substr(0, call->key.find('\0')));
            if (isIndependent && keyOf(command) == call->key)
                commands.push_back(std::move(command));
        }
        return commands;
    }

    ShellResult takeOrRun(const std::string &command, const std::string &key)
    {
        std::optional<AheadRun> run = m_data.ahead->take(command);
        if (!run)
            return runAndKeep(command, key);
        ++m_round;
        CommandFacts &facts = run->facts;
        const bool isGood =
            (facts.doubt.empty() || facts.isTooRecent) && facts.outputs.empty() &&
            std::all_of(facts.inputs.begin(), facts.inputs.end(), [](const CommandInput &input) {
                return isStill(input.state, input.path, input.look);
            });
        // What took too long once is not tried again.
        if (!isGood && run->trace.result.problem.isEmpty())
            return runAndKeep(command, key);
        passOn(run->trace.errors);
        run->trace.result.ranAhead = true;
        return keep(command, key, std::move(run->trace), std::move(facts));
    }

    [[nodiscard]] std::string keyOf(const std::string &command) const
    {
        std::string key = m_toNames.apply(command);
        key.append(1, '\0').append(m_commonKey);
        for (const std::string &variable : environmentNamed(command, m_host.environment))
            if (isFleeting(variable))
                key.append(1, '\0').append(m_toNames.apply(variable));
        return key;
    }
    /// Of `NAME=VALUE` or `NAME`.
    [[nodiscard]] static bool isFleeting(std::string_view variable)
    {
        return std::find(fleeting.begin(), fleeting.end(),
                         variable.substr(0, variable.find('='))) != fleeting.end();
    }
    [[nodiscard]] std::string valueOf(const std::string &name) const
    {
        const auto found = m_host.environment.find(name);
        return found == m_host.environment.end() ? name
                                                 : name + '=' + m_toNames.apply(found->second);
    }

    [[nodiscard]] bool isValid(const CachedCall &call)
    {
        for (const std::string &variable : call.variables)
            if (valueOf(variable.substr(0, variable.find('='))) != variable)
                return false;
        m_checks.resize(m_data.inputs.size());
        return std::all_of(call.inputs.begin(), call.inputs.end(),
                           [this](std::uint32_t input) { return isUnchanged(input); });
    }
    bool isUnchanged(std::uint32_t index)
    {
        Check &check = m_checks[index];
        if (check.round != m_round) {
            const CommandInput &input = m_data.inputs[index];
            check = {m_round, isStill(input.state, m_toPlaces.apply(input.path), input.look)};
        }
        return check.isUnchanged;
    }

    /// Puts the files that the command wrote where they belong, if they are not there.
    bool writeOutputs(const CachedCall &call)
    {
        for (const WrittenFile &file : call.outputs) {
            const std::string path = m_toPlaces.apply(file.path);
            auto saved = saveFile(path, m_toPlaces.apply(file.content));
            struct stat status = {};
            if (!saved || ::stat(path.c_str(), &status) != 0 ||
                ((status.st_mode & 07777U) != file.mode && ::chmod(path.c_str(), file.mode) != 0))
                return false;
            ++m_round;
        }
        return true;
    }
    [[nodiscard]] ShellResult replay(const CachedCall &call) const
    {
        ShellResult result;
        result.output = m_toPlaces.apply(call.output);
        result.exitStatus = call.exitStatus;
        result.wasCached = true;
        passOn(m_toPlaces.apply(call.errors));
        return result;
    }
    static void passOn(const std::string &errors)
    {
        for (std::size_t done = 0; done < errors.size();) {
            const ssize_t written =
                ::write(STDERR_FILENO, errors.data() + done, errors.size() - done);
            if (written <= 0)
                break;
            done += static_cast<std::size_t>(written);
        }
    }

    ShellResult runAndKeep(const std::string &command, const std::string &key)
    {
        ++m_round; // a command may change anything
        const auto start = std::chrono::system_clock::now();
        FileTrace trace = traceCommand(command, m_host);
        CommandFacts facts = factsOf(command, trace, start);
        return keep(command, key, std::move(trace), std::move(facts));
    }
    ShellResult keep(const std::string &command, const std::string &key, FileTrace trace,
                     CommandFacts facts)
    {
        if (!facts.doubt.empty()) {
            tell(command, facts.doubt);
            return std::move(trace.result);
        }
        CachedCall call;
        call.key = key;
        call.output = m_toNames.apply(trace.result.output);
        call.errors = m_toNames.apply(trace.errors);
        call.exitStatus = trace.result.exitStatus;
        call.lastUse = m_today;
        for (CommandInput &input : facts.inputs) {
            input.path = m_toNames.apply(input.path);
            call.inputs.push_back(m_data.addInput(std::move(input)));
        }
        for (const std::string &name : facts.variables)
            if (isFleeting(name))
                call.variables.push_back(valueOf(name));
        for (WrittenFile &file : facts.outputs)
            call.outputs.push_back(
                {m_toNames.apply(file.path), m_toNames.apply(file.content), file.mode});
        m_data.put(std::move(call));
        return std::move(trace.result);
    }
    void tell(const std::string &command, const std::string &why) const
    {
        if (m_options.notKept)
            m_options.notKept(command, why);
    }

    struct Check
    {
        unsigned round = 0;
        bool isUnchanged = false;
    };

    HostShellOptions m_host;
    CachingOptions m_options;
    ShellCache::Data &m_data;
    Relocation m_toNames, m_toPlaces;
    long m_today;
    std::string m_commonKey;
    std::vector<Check> m_checks; ///< of the inputs
    unsigned m_round = 1;        ///< checks of earlier rounds are out of date
    std::uint32_t m_load = 0;    ///< Data::loads of this one, once a command had to run
    std::uint32_t m_order = 0;
    std::vector<std::string> m_asked; ///< keys, until then
};

Shell cachingShell(HostShellOptions host, CachingOptions options)
{
    return [shell = std::make_shared<CachingShell>(std::move(host), std::move(options))](
               const std::string &command) { return shell->answer(command); };
}

} // namespace kconfig
