// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "command.h"

#include "kconfig/load.h"

#include <algorithm>
#include <cstdio>
#include <sys/stat.h>

namespace kconf {

using namespace kconfig;

namespace {

bool isFile(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISDIR(status.st_mode);
}

/// Whether there is such a file here or in srctree, where the engine itself looks for what is not
/// here.
bool isTreeFile(const CommandLine &line, const std::string &path)
{
    if (isFile(path))
        return true;
    const auto srctree = line.environment.find("srctree");
    return srctree != line.environment.end() && path.substr(0, 1) != "/" &&
           isFile(srctree->second + '/' + path);
}

/// The first file of a tree here or in srctree; empty without one.
std::string usualRoot(const CommandLine &line)
{
    for (const char *name : {"Config.uk", "Kconfig"}) {
        if (isTreeFile(line, name))
            return name;
    }
    return {};
}

} // namespace

bool CommandLine::has(std::string_view option) const
{
    return value(option).has_value();
}

std::optional<std::string> CommandLine::value(std::string_view option) const
{
    for (auto each = own.rbegin(); each != own.rend(); ++each)
        if (each->first == option)
            return each->second;
    return std::nullopt;
}

int complain(const std::string &message)
{
    std::fprintf(stderr, "kconf: %s\n", message.c_str());
    return statusTrouble;
}

Expected<CommandLine, std::string> parseCommandLine(const Command &command,
                                                    const std::vector<std::string> &arguments)
{
    CommandLine line;
    line.environment = processEnvironment();
    std::vector<std::string> shared; // what conf's face understands as well
    std::string tree;
    bool onlyOperands = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (onlyOperands || argument.size() < 2 || argument[0] != '-') {
            line.operands.push_back(argument);
            continue;
        }
        if (argument == "--") {
            onlyOperands = true;
            continue;
        }
        const std::size_t sign = argument.find('=');
        const std::string name = argument.substr(0, sign);
        auto value = sign == std::string::npos
                         ? std::nullopt
                         : std::optional<std::string>(argument.substr(sign + 1));
        const auto own = std::find_if(command.options.begin(), command.options.end(),
                                      [&](const CommandOption &each) { return name == each.name; });
        if (own != command.options.end()) {
            const bool isNext = own->value != nullptr && !value && i + 1 < arguments.size() &&
                                !arguments[i + 1].empty() && arguments[i + 1].front() != '-';
            if (isNext) // "--apply 1" is as good as "--apply=1"
                value = arguments[++i];
            if ((own->value != nullptr) != value.has_value())
                return Unexpected(own->value != nullptr
                                      ? name + " needs a value: " + name + '=' + own->value
                                      : name + " takes no value");
            line.own.emplace_back(name, value.value_or(std::string()));
        } else if (argument == "--json") {
            line.json = true;
        } else if (name == "--tree" && value && !value->empty()) {
            tree = *value;
        } else if (name == "--config" && value && !value->empty()) {
            line.environment["KCONFIG_CONFIG"] = *value;
        } else if (name == "--tree" || name == "--config") {
            return Unexpected(name + " needs the name of a file: " + name + "=FILE");
        } else {
            shared.push_back(argument);
        }
    }
    // Sub-commands are for people, whoever reads the standard error.
    if (auto taken = takeOwnOptions(line.options, shared, line.environment, true); !taken)
        return Unexpected(taken.error());
    if (!shared.empty())
        return Unexpected("there is no option '" + shared.front() + "' here");
    line.options.rootFile = std::move(tree);
    return line;
}

bool hasTree(const CommandLine &line)
{
    return !line.options.rootFile.empty() || !usualRoot(line).empty();
}

bool findTree(CommandLine &line, bool mayBeOperand)
{
    if (!line.options.rootFile.empty())
        return true;
    if (mayBeOperand && !line.operands.empty() && isTreeFile(line, line.operands.back())) {
        line.options.rootFile = line.operands.back();
        line.operands.pop_back();
        return true;
    }
    line.options.rootFile = usualRoot(line);
    if (!line.options.rootFile.empty())
        return true;
    const auto srctree = line.environment.find("srctree");
    complain("there is neither Config.uk nor Kconfig here" +
             (srctree == line.environment.end() ? std::string()
                                                : " or in srctree (" + srctree->second + ')') +
             "; name the tree's first file with --tree=FILE");
    return false;
}

} // namespace kconf
