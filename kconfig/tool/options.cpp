// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "options.h"

#include <algorithm>
#include <array>

namespace kconf {

namespace {

struct ModeName
{
    const char *name;
    Mode mode;
    const char *help;
};

constexpr std::array<ModeName, 12> modes{{
    {"oldaskconfig", Mode::oldask, "ask about every option that can be seen (the default)"},
    {"oldconfig", Mode::old, "ask about options that the configuration does not mention"},
    {"syncconfig", Mode::sync, "the same, and write auto.conf, the C header and time stamps"},
    {"olddefconfig", Mode::oldDef, "give unmentioned options their defaults"},
    {"defconfig", Mode::defconfig, "[=FILE] start from FILE, defaults for the rest"},
    {"savedefconfig", Mode::saveDefconfig, "=FILE write only what differs from the defaults"},
    {"allnoconfig", Mode::allNo, "turn off whatever can be off"},
    {"allyesconfig", Mode::allYes, "turn on whatever can be on"},
    {"allmodconfig", Mode::allMod, "make whatever can be a module one"},
    {"alldefconfig", Mode::allDef, "defaults for everything"},
    {"randconfig", Mode::random, "answer everything at random"},
    {"listnewconfig", Mode::listNew, "list options that the configuration does not mention"},
}};

} // namespace

std::string usage()
{
    std::string text = "Usage: kconf [OPTION]… [MODE] KCONFIG-FILE\n\n"
                       "Reads a tree of Kconfig files and a configuration, and writes the "
                       "configuration.\n\nModes:\n";
    for (const ModeName &mode : modes) {
        std::string left = std::string("  --") + mode.name;
        std::string right = mode.help;
        if (right[0] == '[' || right[0] == '=') {
            const std::size_t blank = right.find(' ');
            left += right.substr(0, blank);
            right.erase(0, blank + 1);
        }
        left.resize(std::max<std::size_t>(left.size() + 1, 26), ' ');
        text += left + right + '\n';
    }
    text += "\nOptions:\n"
            "  -s, --silent            don't say which file was written\n"
            "  --shells=HOW            what becomes of $(shell,…) in the tree:\n"
            "        cached              commands run, but not again while everything that they "
            "read\n"
            "                            is unchanged (the default)\n"
            "        run                 commands run\n"
            "        refuse              none runs, each gives nothing and a warning\n"
            "        sandbox             they run in bubblewrap, which must be installed\n"
            "        record:FILE         they run, and FILE keeps their answers and the files they "
            "write\n"
            "        replay:FILE         none runs, FILE answers\n"
            "  -h, --help              show this text\n"
            "\nEnvironment:\n"
            "  KCONFIG_CONFIG          the configuration (.config)\n"
            "  KCONFIG_AUTOCONFIG      auto.conf (include/config/auto.conf)\n"
            "  KCONFIG_AUTOHEADER      the C header (include/generated/autoconf.h)\n"
            "  KCONFIG_TRISTATE        tristates for make (include/config/tristate.conf)\n"
            "  KCONFIG_ALLCONFIG       a file of values to keep in all…config and randconfig;\n"
            "                          1 or empty: all{no,yes,mod,def,random}.config, all.config\n"
            "  KCONFIG_SEED, KCONFIG_PROBABILITY\n"
            "                          seed and chances (Y, Y:M or BOOL:Y:M, in percent) of "
            "randconfig\n"
            "  KCONFIG_OVERWRITECONFIG write the configuration in place instead of replacing it\n"
            "  KCONFIG_NOSILENTUPDATE  syncconfig: fail if the configuration would change\n"
            "  KCONFIG_WARN_UNKNOWN_SYMBOLS\n"
            "                          warn about options that the tree does not have\n"
            "  CONFIG_                 what option names begin with in files (CONFIG_)\n"
            "  srctree                 where files are looked for that are not here\n";
    return text;
}

kconfig::Expected<Options, std::string> parseOptions(const std::vector<std::string> &arguments)
{
    using kconfig::Unexpected;
    Options options;
    bool onlyFiles = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (onlyFiles || argument.empty() || argument[0] != '-' || argument == "-") {
            if (!options.rootFile.empty())
                return Unexpected("there are two Kconfig files, '" + options.rootFile + "' and '" +
                                  argument + "'; name one");
            options.rootFile = argument;
            continue;
        }
        if (argument == "--") {
            onlyFiles = true;
            continue;
        }
        if (argument == "-s" || argument == "--silent") {
            options.silent = true;
            continue;
        }
        if (argument == "-h" || argument == "--help") {
            options.mode = Mode::help;
            return options;
        }
        const std::size_t sign = argument.find('=');
        const std::string name = argument.substr(0, sign);
        std::optional<std::string> value;
        if (sign != std::string::npos)
            value = argument.substr(sign + 1);
        if (name == "--shells") {
            auto shells = parseShells(value.value_or(std::string()));
            if (!shells)
                return Unexpected(shells.error());
            options.shells = *shells;
            continue;
        }
        const auto mode = std::find_if(modes.begin(), modes.end(), [&](const ModeName &each) {
            return name == std::string("--") + each.name;
        });
        if (mode == modes.end())
            return Unexpected("there is no option '" + argument + "'");
        options.mode = mode->mode;
        if (mode->mode == Mode::saveDefconfig && !value) {
            if (i + 1 == arguments.size())
                return Unexpected(std::string("--savedefconfig needs the name of a file"));
            value = arguments[++i];
        }
        if (value && mode->mode != Mode::saveDefconfig && mode->mode != Mode::defconfig)
            return Unexpected(name + " takes no value");
        options.file = value.value_or(options.file);
    }
    if (options.rootFile.empty())
        return Unexpected(std::string("the Kconfig file is missing"));
    return options;
}

} // namespace kconf
