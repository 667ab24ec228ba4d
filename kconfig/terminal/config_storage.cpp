// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "config_storage.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <set>
#include <unistd.h>

namespace kconfig::terminal {

namespace {

constexpr std::string_view ownerLine = "# kconf menuconfig: unsaved work of process ";

std::string hostName()
{
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "localhost";
}

/// The process on this host that a recovery file belongs to, if it still runs.
std::optional<long> livingOwner(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.substr(0, ownerLine.size()) != ownerLine)
        return std::nullopt;
    const std::string_view rest = line.substr(ownerLine.size());
    long process = 0;
    const auto end = std::from_chars(rest.data(), rest.data() + rest.size(), process).ptr;
    const auto host = rest.substr(static_cast<std::size_t>(end - rest.data()));
    // Whether a process of another host still runs can't be known; its work is offered.
    if (process <= 0 || host != " on " + hostName())
        return std::nullopt;
    const bool lives = ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
    return lives && process != ::getpid() ? std::optional(process) : std::nullopt;
}

/// The lines of a .config that say something about an option.
std::set<std::string_view> optionLines(std::string_view text, std::string_view prefix)
{
    std::set<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const std::string_view name = line.substr(line.substr(0, 2) == "# " ? 2 : 0);
        if (name.substr(0, prefix.size()) == prefix)
            lines.insert(line);
    }
    return lines;
}

Expected<void, FileError> overwrite(const std::string &path, std::string_view text)
{
    std::FILE *file = std::fopen(path.c_str(), "w");
    const bool good = file != nullptr &&
                      std::fwrite(text.data(), 1, text.size(), file) == text.size() &&
                      std::fflush(file) == 0;
    const int error = errno;
    if (file != nullptr)
        std::fclose(file);
    if (good)
        return {};
    return Unexpected(FileError{path, error,
                                "can't write " + path + ": " + std::strerror(error) +
                                    " (it is overwritten in place because "
                                    "KCONFIG_OVERWRITECONFIG is set)"});
}

} // namespace

ConfigStorage::ConfigStorage(StorageOptions options)
    : m_options(std::move(options))
{
    look();
}

void ConfigStorage::look()
{
    auto text = readFile(m_options.path);
    m_text = text ? std::optional(std::move(*text)) : std::nullopt;
}

bool ConfigStorage::differsFrom(std::string_view text) const
{
    return !m_text || optionLines(*m_text, m_options.prefix) != optionLines(text, m_options.prefix);
}

bool ConfigStorage::hasChangedOnDisk() const
{
    const auto now = readFile(m_options.path);
    return now ? m_text != *now : m_text.has_value();
}

Expected<void, FileError> ConfigStorage::save(std::string_view text)
{
    auto saved = m_options.overwritesInPlace ? overwrite(m_options.path, text)
                                             : saveFile(m_options.path, text, true);
    if (!saved)
        return saved;
    m_text = std::string(text);
    m_hasSaved = true;
    dropRecovery();
    return {};
}

std::optional<Recovery> ConfigStorage::findRecovery() const
{
    const std::string path = m_options.path + ".kconf-recover";
    auto text = readFile(path);
    if (!text || livingOwner(*text))
        return std::nullopt;
    return Recovery{path, std::move(*text)};
}

std::optional<long> ConfigStorage::otherSession() const
{
    const auto text = readFile(m_options.path + ".kconf-recover");
    return text ? livingOwner(*text) : std::nullopt;
}

std::string ConfigStorage::recoveryPath() const
{
    if (m_kept)
        return *m_kept;
    const std::string path = m_options.path + ".kconf-recover";
    return otherSession() ? path + '.' + std::to_string(::getpid()) : path;
}

Expected<void, FileError> ConfigStorage::keepForRecovery(std::string_view text)
{
    const std::string path = recoveryPath();
    auto written = saveFile(path, std::string(ownerLine) + std::to_string(::getpid()) + " on " +
                                      hostName() + '\n' + std::string(text));
    if (written)
        m_kept = path;
    return written;
}

void ConfigStorage::dropRecovery()
{
    if (m_kept)
        ::unlink(m_kept->c_str());
    m_kept.reset();
}

void ConfigStorage::discardFound(const Recovery &recovery)
{
    ::unlink(recovery.path.c_str());
}

} // namespace kconfig::terminal
