// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "options.h"

#include <algorithm>
#include <array>
#include <getopt.h>
#include <optional>

namespace kconf {

using kconfig::Dialect;

namespace {

struct ModeName
{
    const char *name;
    Mode mode;
    const char *help;
    bool isNewer = false; ///< conf 5.2 lacks it
};

constexpr std::array<ModeName, 16> modes{{
    {"oldaskconfig", Mode::oldask, "ask about every option that can be seen (the default)"},
    {"oldconfig", Mode::old, "ask about options that the configuration does not mention"},
    {"syncconfig", Mode::sync, "the same, and write auto.conf, the C header and time stamps"},
    {"olddefconfig", Mode::oldDef, "give unmentioned options their defaults"},
    {"defconfig", Mode::defconfig, "=FILE start from FILE, defaults for the rest"},
    {"savedefconfig", Mode::saveDefconfig, "=FILE write only what differs from the defaults"},
    {"allnoconfig", Mode::allNo, "turn off whatever can be off"},
    {"allyesconfig", Mode::allYes, "turn on whatever can be on"},
    {"allmodconfig", Mode::allMod, "make whatever can be a module one"},
    {"alldefconfig", Mode::allDef, "defaults for everything"},
    {"randconfig", Mode::random, "answer everything at random"},
    {"listnewconfig", Mode::listNew, "list options that the configuration does not mention"},
    {"helpnewconfig", Mode::helpNew, "the same with what is known about them", true},
    {"yes2modconfig", Mode::yesToMod, "make modules of what is y, where possible", true},
    {"mod2yesconfig", Mode::modToYes, "make y of modules, where possible", true},
    {"mod2noconfig", Mode::modToNo, "turn modules off, where possible", true},
}};

/// The value of `--name=value` or, for `--name`, of the argument behind it.
std::optional<std::string> valueOf(const std::vector<std::string> &arguments, std::size_t &at,
                                   std::string_view name)
{
    const std::string &argument = arguments[at];
    if (argument.compare(0, name.size(), name) != 0)
        return std::nullopt;
    if (argument.size() == name.size())
        return at + 1 < arguments.size() ? arguments[++at] : std::string();
    if (argument[name.size()] != '=')
        return std::nullopt;
    return argument.substr(name.size() + 1);
}

std::string setting(const std::map<std::string, std::string> &environment, const char *name)
{
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
}

bool hasHelpOrVersion(Options &options, const std::vector<std::string> &arguments)
{
    for (const std::string &each : arguments) {
        if (each == "--")
            break;
        if (each == "--help" || each == "-h" || each == "--version") {
            options.mode = each == "--version" ? Mode::version : Mode::help;
            return true;
        }
    }
    return false;
}

} // namespace

kconfig::Expected<void, std::string>
takeOwnOptions(Options &options, std::vector<std::string> &arguments,
               const std::map<std::string, std::string> &environment, bool isTerminal)
{
    using kconfig::Unexpected;
    std::string dialect = setting(environment, "KCONF_DIALECT");
    std::string messages = setting(environment, "KCONF_MESSAGES");
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--") {
            rest.insert(rest.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i),
                        arguments.end());
            break;
        }
        if (auto named = valueOf(arguments, i, "--dialect")) {
            dialect = std::move(*named);
            if (dialect.empty())
                return Unexpected(
                    std::string("--dialect needs a name: unikraft, linux-6.1 or linux-6.12"));
        } else if (auto style = valueOf(arguments, i, "--messages")) {
            messages = std::move(*style);
            if (messages.empty())
                return Unexpected(std::string("--messages needs a style: conf, full or auto"));
        } else if (const auto shells = valueOf(arguments, i, "--shells")) {
            auto choice = parseShells(*shells);
            if (!choice)
                return Unexpected(choice.error());
            options.shells = *choice;
        } else {
            rest.push_back(arguments[i]);
        }
    }
    arguments = std::move(rest);
    if (!messages.empty() && messages != "conf" && messages != "full" && messages != "auto")
        return Unexpected("messages come in the styles conf, full and auto, not '" + messages +
                          '\'');
    const bool isFull = messages == "full" || (messages != "conf" && isTerminal);
    options.messages = isFull ? MessageStyle::full : MessageStyle::conf;
    if (dialect.empty())
        return {};
    options.dialect = kconfig::dialectByName(dialect);
    options.dialectReason = "it was asked for";
    if (!options.dialect)
        return Unexpected("there is no dialect '" + dialect +
                          "'; there are unikraft, linux-6.1 and linux-6.12");
    return {};
}

void settleDialect(Options &options, const std::map<std::string, std::string> &environment)
{
    if (options.dialect)
        return;
    auto guess = kconfig::guessDialectWithReason(options.rootFile, environment);
    options.dialect = guess.dialect;
    options.dialectReason = std::move(guess.reason);
}

void parseConfOptions(Options &options, const std::string &program,
                      const std::vector<std::string> &arguments,
                      const std::map<std::string, std::string> &environment)
{
    // The Kconfig file goes last, as a rule.
    for (const std::string &each : arguments)
        if (!each.empty() && each[0] != '-')
            options.rootFile = each;
    settleDialect(options, environment);
    options.rootFile.clear();
    if (hasHelpOrVersion(options, arguments)) // kconf's own in every dialect
        return;
    constexpr int firstMode = 256;
    const bool is52 = options.dialect == Dialect::unikraft;
    std::vector<option> table;
    if (!is52) {
        table.push_back({"help", no_argument, nullptr, 'h'});
        table.push_back({"silent", no_argument, nullptr, 's'});
    }
    for (const ModeName &each : modes) {
        if (is52 && each.isNewer)
            continue;
        const int argument = each.mode == Mode::saveDefconfig ? required_argument
                             : each.mode != Mode::defconfig   ? no_argument
                             : is52                           ? optional_argument
                                                              : required_argument;
        table.push_back({each.name, argument, nullptr, firstMode + static_cast<int>(each.mode)});
    }
    table.push_back({nullptr, 0, nullptr, 0});

    std::vector<std::string> texts{program};
    texts.insert(texts.end(), arguments.begin(), arguments.end());
    std::vector<char *> pointers;
    for (std::string &text : texts)
        pointers.push_back(text.data());
    const int count = static_cast<int>(pointers.size());
    pointers.push_back(nullptr);

    int which = 0;
    optind = 0; // glibc's way to start afresh
    while ((which = ::getopt_long(count, pointers.data(), is52 ? "s" : "hs", table.data(),
                                  nullptr)) != -1) {
        if (which == 'h') {
            options.mode = Mode::help;
            return;
        }
        if (which == 's') {
            options.silent = true;
            continue;
        }
        if (which == '?') { // later ones go on with what they understood
            options.isRejected = is52;
            if (is52)
                return;
            continue;
        }
        options.mode = static_cast<Mode>(which - firstMode);
        if (options.mode == Mode::sync)
            options.sync = options.silent = true;
        if (options.mode == Mode::random)
            options.wantsSeed = true;
        if (options.mode == Mode::defconfig || options.mode == Mode::saveDefconfig) {
            options.hasFile = optarg != nullptr;
            options.file = options.hasFile ? optarg : "";
        }
    }
    if (optind < count)
        options.rootFile = pointers[static_cast<std::size_t>(optind)];
}

bool startsFromUserConfig(Mode mode)
{
    switch (mode) {
    case Mode::defconfig:
    case Mode::allNo:
    case Mode::allYes:
    case Mode::allMod:
    case Mode::allDef:
    case Mode::random:
        return false;
    default:
        return true;
    }
}

std::string usage(std::string_view program, const Options &options)
{
    std::string text = "Usage: " + std::string(program) +
                       " [OPTION]… [MODE] KCONFIG-FILE\n\n"
                       "Reads a tree of Kconfig files and a configuration, and writes the "
                       "configuration.\n\nModes:\n";
    for (const ModeName &mode : modes) {
        if (mode.isNewer && options.dialect == Dialect::unikraft)
            continue;
        std::string left = std::string("  --") + mode.name;
        std::string right = mode.help;
        if (right[0] == '=') {
            const std::size_t blank = right.find(' ');
            left += right.substr(0, blank);
            right.erase(0, blank + 1);
        }
        left.resize(std::max<std::size_t>(left.size() + 1, 26), ' ');
        text += left + right + '\n';
    }
    text +=
        "\nOptions:\n"
        "  -s, --silent            don't say which file was written\n"
        "  --dialect=NAME          unikraft, linux-6.1 or linux-6.12 (default: what the tree "
        "looks like)\n"
        "  --messages=STYLE        conf: exactly conf's messages, for programs; full: with "
        "places and ways out;\n"
        "                          auto: full on a terminal (the default)\n"
        "  --shells=HOW            what becomes of $(shell,…) in the tree:\n"
        "        cached              commands run, but not again while everything that they "
        "read\n"
        "                            is unchanged; those of the last load that have to run again "
        "run\n"
        "                            side by side, ahead of being asked for (the default)\n"
        "        run                 commands run\n"
        "        refuse              none runs, each gives nothing and a warning\n"
        "        sandbox             they run in bubblewrap, which must be installed\n"
        "        record:FILE         they run, and FILE keeps their answers and the files they "
        "write\n"
        "        replay:FILE         none runs, FILE answers\n"
        "  -h, --help              show this text\n"
        "  --version               show the version and the dialect\n"
        "\nEnvironment:\n"
        "  KCONFIG_CONFIG          the configuration (.config)\n"
        "  KCONFIG_AUTOCONFIG      auto.conf (include/config/auto.conf)\n"
        "  KCONFIG_AUTOHEADER      the C header (include/generated/autoconf.h)\n"
        "  KCONFIG_RUSTCCFG        flags for rustc (include/generated/rustc_cfg; Linux)\n"
        "  KCONFIG_TRISTATE        tristate.conf (include/config/tristate.conf; Unikraft)\n"
        "  KCONFIG_ALLCONFIG       values that the all…config modes and randconfig keep\n"
        "  KCONFIG_SEED, KCONFIG_PROBABILITY  the dice of randconfig\n"
        "  KCONFIG_NOSILENTUPDATE  syncconfig fails rather than change the configuration\n"
        "  KCONFIG_OVERWRITECONFIG write into the configuration instead of replacing it\n"
        "  KCONFIG_DEFCONFIG_LIST  where to start without a configuration (Linux)\n"
        "  KCONFIG_WARN_UNKNOWN_SYMBOLS  report names in it that the tree does not have\n"
        "  KCONFIG_WERROR          warnings about values are errors (Linux)\n"
        "  ZCONF_DEBUG             list every entry that was read, with its place, on stderr\n"
        "  KCONF_DIALECT, KCONF_MESSAGES  as the options\n"
        "  CONFIG_                 what option names begin with in files (CONFIG_)\n"
        "  srctree                 where files are looked for that are not here\n"
        "\nDialect: ";
    text += kconfig::dialectName(options.dialect.value_or(Dialect::unikraft));
    text += " (" + options.dialectReason + ")\n";
    return text;
}

} // namespace kconf
