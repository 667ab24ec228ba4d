// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig/dialect.h"

#include "kconfig/config_file.h"

#include <array>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <unistd.h>

namespace kconfig {

namespace {

constexpr std::array<std::pair<Dialect, std::string_view>, 3> names{{
    {Dialect::unikraft, "unikraft"},
    {Dialect::linux_6_1, "linux-6.1"},
    {Dialect::linux_6_12, "linux-6.12"},
}};

struct Version
{
    int major = 0;
    int minor = 0;
};

Dialect dialectOf(const Version &version)
{
    const int number = version.major * 1000 + version.minor;
    // The options of symbols lost their keyword in 5.13, choices their values m and n in 6.11.
    return number < 5013   ? Dialect::unikraft
           : number < 6011 ? Dialect::linux_6_1
                           : Dialect::linux_6_12;
}

std::optional<int> numberAt(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0 || number > 999)
        return std::nullopt;
    return number;
}

/// `6.1.0-rc3` as a version.
std::optional<Version> versionOf(std::string_view text)
{
    const std::size_t dot = text.find('.');
    const auto major = numberAt(text.substr(0, dot));
    if (!major || dot == std::string_view::npos)
        return std::nullopt;
    const auto minor = numberAt(text.substr(dot + 1));
    if (!minor)
        return std::nullopt;
    return Version{*major, *minor};
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Calls `visit` with each line until it returns false.
template <typename Visit>
void forEachLine(std::string_view text, Visit visit)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (!visit(text.substr(0, end)))
            return;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// VERSION and PATCHLEVEL, which Linux's Makefile sets in its first lines.
std::optional<Version> versionOfMakefile(std::string_view text)
{
    std::optional<int> major;
    std::optional<int> minor;
    int lines = 0;
    forEachLine(text, [&](std::string_view line) {
        const std::size_t sign = line.find('=');
        if (sign != std::string_view::npos) {
            const std::string_view name = trimmed(line.substr(0, sign));
            const std::string_view value = trimmed(line.substr(sign + 1));
            if (name == "VERSION")
                major = numberAt(value);
            else if (name == "PATCHLEVEL")
                minor = numberAt(value);
        }
        return ++lines < 40 && !(major && minor);
    });
    if (!major || !minor)
        return std::nullopt;
    return Version{*major, *minor};
}

std::string realFolder(const std::string &path)
{
    std::array<char, PATH_MAX> buffer{};
    if (::realpath(path.c_str(), buffer.data()) == nullptr)
        return {};
    return buffer.data();
}

/// The version of the Linux tree around a folder.
std::optional<DialectGuess> guessFromTreeAround(const std::string &start)
{
    constexpr int highest = 8;
    std::string folder = realFolder(start);
    for (int level = 0; level < highest && !folder.empty(); ++level) {
        const std::string makefile = folder + "/Makefile";
        if (::access((folder + "/scripts/kconfig").c_str(), F_OK) == 0) {
            const auto text = readFile(makefile);
            if (const auto version = text ? versionOfMakefile(*text) : std::nullopt)
                return DialectGuess{dialectOf(*version), makefile + " says version " +
                                                             std::to_string(version->major) + '.' +
                                                             std::to_string(version->minor)};
        }
        folder.erase(folder.rfind('/'));
    }
    return std::nullopt;
}

std::string_view firstWord(std::string_view line)
{
    return line.substr(0, line.find_first_of(" \t"));
}

/// What a line of Kconfig has that only one dialect knows.
std::optional<Dialect> dialectOfLine(std::string_view line)
{
    const std::string_view word = firstWord(line);
    const std::string_view rest = trimmed(line.substr(word.size()));
    if (line == "modules")
        return Dialect::linux_6_1;
    if (line == "transitional")
        return Dialect::linux_6_12;
    if (word == "option" && (rest == "modules" || rest == "allnoconfig_y" ||
                             rest == "defconfig_list" || rest.substr(0, 3) == "env"))
        return Dialect::unikraft;
    if (word == "source" && rest.find('*') != std::string_view::npos)
        return Dialect::unikraft;
    return std::nullopt;
}

std::optional<DialectGuess> guessFromLanguage(std::string_view text, const std::string &path)
{
    std::optional<DialectGuess> guess;
    int number = 0;
    forEachLine(text, [&](std::string_view line) {
        ++number;
        const std::string_view content = trimmed(line);
        if (const auto dialect = dialectOfLine(content))
            guess = DialectGuess{*dialect, path + ':' + std::to_string(number) + " says '" +
                                               std::string(content) + '\''};
        return !guess;
    });
    return guess;
}

std::string variable(const std::map<std::string, std::string> &environment, const char *name)
{
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
}

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

} // namespace

std::string_view dialectName(Dialect dialect)
{
    for (const auto &[each, name] : names)
        if (each == dialect)
            return name;
    return {};
}

std::optional<Dialect> dialectByName(std::string_view name)
{
    for (const auto &[dialect, each] : names)
        if (each == name)
            return dialect;
    return std::nullopt;
}

DialectGuess guessDialectWithReason(const std::string &rootFile,
                                    const std::map<std::string, std::string> &environment)
{
    const std::size_t slash = rootFile.rfind('/');
    const std::string name = slash == std::string::npos ? rootFile : rootFile.substr(slash + 1);
    if (name == "Config.uk")
        return {Dialect::unikraft, "the root file is a Config.uk"};

    const std::string srctree = variable(environment, "srctree");
    std::string path = rootFile;
    if (!srctree.empty() && rootFile.substr(0, 1) != "/" && ::access(rootFile.c_str(), R_OK) != 0)
        path = srctree + '/' + rootFile;
    if (const auto guess = guessFromTreeAround(folderOf(path)))
        return *guess;
    if (!srctree.empty())
        if (const auto guess = guessFromTreeAround(srctree))
            return *guess;
    const auto text = readFile(path);
    const auto spoken = text ? guessFromLanguage(*text, path) : std::nullopt;
    // Bare `modules` is common to all of the later dialects.
    if (spoken && spoken->dialect != Dialect::linux_6_1)
        return *spoken;
    const std::string kernel = variable(environment, "KERNELVERSION");
    if (const auto version = versionOf(kernel))
        return {dialectOf(*version), "KERNELVERSION is " + kernel};
    return spoken.value_or(DialectGuess{Dialect::unikraft, "nothing says otherwise"});
}

Dialect guessDialect(const std::string &rootFile,
                     const std::map<std::string, std::string> &environment)
{
    return guessDialectWithReason(rootFile, environment).dialect;
}

} // namespace kconfig
