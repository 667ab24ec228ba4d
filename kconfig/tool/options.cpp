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

std::optional<std::string> chooseMessages(OwnOptions &own, const std::string &wish, bool terminal)
{
    if (!wish.empty() && wish != "conf" && wish != "full" && wish != "auto")
        return "messages come in the styles conf, full and auto, not '" + wish + '\'';
    const bool full = wish == "full" || (wish != "conf" && terminal);
    own.messages = full ? MessageStyle::full : MessageStyle::conf;
    return std::nullopt;
}

std::optional<std::string> chooseDialect(OwnOptions &own, const std::string &wish,
                                         const std::map<std::string, std::string> &environment)
{
    if (!wish.empty()) {
        const auto dialect = kconfig::dialectByName(wish);
        if (!dialect)
            return "there is no dialect '" + wish +
                   "'; there are unikraft, linux-6.1 and linux-6.12";
        own.dialect = *dialect;
        own.dialectReason = "it was asked for";
        return std::nullopt;
    }
    // The Kconfig file goes last, as a rule.
    const auto root = std::find_if(own.rest.rbegin(), own.rest.rend(), [](const std::string &each) {
        return !each.empty() && each[0] != '-';
    });
    if (root == own.rest.rend()) {
        own.dialectReason = "no Kconfig file is named";
        return std::nullopt;
    }
    auto guess = kconfig::guessDialectWithReason(*root, environment);
    own.dialect = guess.dialect;
    own.dialectReason = std::move(guess.reason);
    return std::nullopt;
}

} // namespace

kconfig::Expected<OwnOptions, std::string>
takeOwnOptions(const std::vector<std::string> &arguments,
               const std::map<std::string, std::string> &environment, bool terminal)
{
    using kconfig::Unexpected;
    OwnOptions own;
    std::string dialect = setting(environment, "KCONF_DIALECT");
    std::string messages = setting(environment, "KCONF_MESSAGES");
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--") {
            own.rest.insert(own.rest.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i),
                            arguments.end());
            break;
        }
        if (auto named = valueOf(arguments, i, "--dialect")) {
            dialect = std::move(*named);
            if (dialect.empty())
                return Unexpected(std::string(
                    "--dialect needs a name: unikraft, linux-6.1 or linux-6.12"));
        } else if (auto style = valueOf(arguments, i, "--messages")) {
            messages = std::move(*style);
            if (messages.empty())
                return Unexpected(std::string("--messages needs a style: conf, full or auto"));
        } else if (const auto shells = valueOf(arguments, i, "--shells")) {
            if (*shells != "run" && *shells != "refuse")
                return Unexpected(std::string("--shells takes run or refuse"));
            own.runShells = *shells == "run";
        } else {
            own.rest.push_back(arguments[i]);
        }
    }
    if (auto error = chooseMessages(own, messages, terminal))
        return Unexpected(std::move(*error));
    if (auto error = chooseDialect(own, dialect, environment))
        return Unexpected(std::move(*error));
    return own;
}

Options parseOptions(const std::string &program, const OwnOptions &own)
{
    constexpr int firstMode = 256;
    const bool is52 = own.dialect == Dialect::unikraft;
    std::vector<option> table;
    if (!is52) {
        table.push_back({"help", no_argument, nullptr, 'h'});
        table.push_back({"silent", no_argument, nullptr, 's'});
    }
    for (const ModeName &each : modes) {
        if (is52 && each.isNewer)
            continue;
        const int argument = each.mode == Mode::saveDefconfig         ? required_argument
                             : each.mode != Mode::defconfig           ? no_argument
                             : is52                                   ? optional_argument
                                                                      : required_argument;
        table.push_back(
            {each.name, argument, nullptr, firstMode + static_cast<int>(each.mode)});
    }
    table.push_back({nullptr, 0, nullptr, 0});

    std::vector<std::string> texts{program};
    texts.insert(texts.end(), own.rest.begin(), own.rest.end());
    std::vector<char *> arguments;
    for (std::string &text : texts)
        arguments.push_back(text.data());
    const int count = static_cast<int>(arguments.size());
    arguments.push_back(nullptr);

    Options options;
    for (const std::string &each : own.rest) { // kconf's own in every dialect
        if (each == "--help" || each == "-h" || each == "--version") {
            options.mode = each == "--version" ? Mode::version : Mode::help;
            return options;
        }
        if (each == "--")
            break;
    }
    int which = 0;
    optind = 0; // glibc's way to start afresh
    while ((which = ::getopt_long(count, arguments.data(), is52 ? "s" : "hs", table.data(),
                                  nullptr)) != -1) {
        if (which == 'h') {
            options.mode = Mode::help;
            return options;
        }
        if (which == 's') {
            options.silent = true;
            continue;
        }
        if (which == '?') { // later ones go on with what they understood
            options.isRejected = is52;
            if (is52)
                return options;
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
        options.rootFile = arguments[static_cast<std::size_t>(optind)];
    return options;
}

std::string usage(std::string_view program, const OwnOptions &own)
{
    std::string text = "Usage: " + std::string(program) +
                       " [OPTION]… [MODE] KCONFIG-FILE\n\n"
                       "Reads a tree of Kconfig files and a configuration, and writes the "
                       "configuration.\n\nModes:\n";
    for (const ModeName &mode : modes) {
        if (mode.isNewer && own.dialect == Dialect::unikraft)
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
    text += "\nOptions:\n"
            "  -s, --silent            don't say which file was written\n"
            "  --dialect=NAME          unikraft, linux-6.1 or linux-6.12 (default: what the tree "
            "looks like)\n"
            "  --messages=STYLE        conf: exactly conf's messages, for programs; full: with "
            "places and ways out;\n"
            "                          auto: full on a terminal (the default)\n"
            "  --shells=run|refuse     whether $(shell,…) in the tree may run commands "
            "(default: run)\n"
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
            "  KCONF_DIALECT, KCONF_MESSAGES  as the options\n"
            "  CONFIG_                 what option names begin with in files (CONFIG_)\n"
            "  srctree                 where files are looked for that are not here\n"
            "\nDialect: ";
    text += kconfig::dialectName(own.dialect);
    text += " (" + own.dialectReason + ")\n";
    return text;
}

} // namespace kconf
