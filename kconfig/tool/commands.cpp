// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "commands.h"

#include "command.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace kconf {

namespace {

constexpr CommandOption timeoutOption{"--timeout", "SECONDS", "give up looking after that (20)"};
constexpr CommandOption allOption{"--all", nullptr, "show long lists in full"};

constexpr std::array checkOptions{
    CommandOption{"--why", nullptr, "say why, for each option"},
    CommandOption{"--timeout", "SECONDS", "stop after that and say what is left (no limit)"},
};

constexpr std::array fixOptions{
    CommandOption{"--keep", "A,B", "options that have to stay as they are; may be repeated"},
    CommandOption{"--apply", "N", "make the changes of the N-th way and write the configuration"},
    CommandOption{"--alternatives", "N", "look for so many ways (3)"},
    timeoutOption,
    allOption,
};

constexpr std::array impactOptions{timeoutOption, allOption};
constexpr std::array whyOptions{timeoutOption};

constexpr std::array searchOptions{
    CommandOption{"--limit", "N", "show at most N entries (50)"},
};

constexpr std::array diffOptions{
    CommandOption{"--text", nullptr, "compare the files' lines, without a tree"},
};

constexpr std::array lintOptions{
    CommandOption{"--format", "text|json|sarif", "how findings are written (text)"},
    CommandOption{"--rule", "RULE,…", "only these rules; may be given several times"},
    CommandOption{"--rules", nullptr, "list the rules and what they mean"},
    CommandOption{"--severity", "note|warning|error", "findings below it are left out (warning)"},
};

constexpr std::array setOptions{
    CommandOption{"--dry-run", nullptr, "show what would change, write nothing"},
};

constexpr const char *dumpShape =
    "Always JSON. Values stand in it when there is a configuration.\n\n"
    "{format, version, dialect, mainmenu, complete, configuration, modules,\n"
    " files: [{path, includedFrom}], environment: {NAME: value},\n"
    " symbols: [{id, name, type, defined, isChoice, optional, choice, choiceValues: [id], nodes: "
    "[id],\n"
    "            directDependency, selectedBy, impliedBy,\n"
    "            properties: [{kind, node, at, text | value | low, high, condition}],\n"
    "            current: {value, visibility, changeable, origin, written, userValue}}],\n"
    " nodes: [{id, kind, at, symbol, prompt, help, menuconfig, dependency, visibleIf, parent,\n"
    "          children: [id]}]}\n\n"
    "at, includedFrom: [index in files, line, column], or null. An expression is null (always y) "
    "or\n"
    "{text, tree}; a tree is {symbol, id, at}, {constant, at}, or {op, of: [trees]} with op one "
    "of\n"
    "! && || = != < <= > >= (comparisons have an at, too). Symbols that are only mentioned have "
    "id,\n"
    "name, type and defined: false. Fields may be added; their meaning stays within a version.\n";

constexpr std::array table{
    Command{"check", "[SYMBOL…] [KCONFIG-FILE]",
            "find options that are the same in every configuration",
            "Lists options that can never be turned on, and those that are always on. With names, "
            "tells\n"
            "about these only, and why. No configuration is read: it goes for all of them.\n",
            checkOptions, runCheck},
    Command{
        "diff", "A B [KCONFIG-FILE]", "compare two configurations",
        "Reads both on the tree and lists the options whose values differ, by menu, as A → B, "
        "then\n"
        "what follows from them, then edits that turn A into B. Without a tree, compares the lines "
        "of\nthe files.\n",
        diffOptions, runDiff},
    Command{"dump", "[KCONFIG-FILE]", "write the whole model as JSON", dumpShape, {}, runDump},
    Command{"explain",
            "SYMBOL… [KCONFIG-FILE]",
            "say why options are what they are",
            "Shows the value and where it came from, what keeps it from being changed down to the "
            "options\n"
            "that would have to change first, its definitions, and who selects and mentions it.\n",
            {},
            runExplain},
    Command{"fix", "SYMBOL=VALUE… [KCONFIG-FILE]",
            "find the fewest changes that give options these values",
            "Every way that is shown has been tried on the configuration: its changes can be made "
            "by hand\n"
            "in that order, none of them can be left out, and what else they change is listed. "
            "When there\n"
            "is no way at all, says which rules of the tree exclude it. Only --apply changes "
            "anything.\n\n"
            "JSON: {alternatives: [{edits: [{symbol, value, prompt, position}],\n"
            "effects: [{symbol, before, after}]}], impossible: null | {sentence, reasons},\n"
            "smallest, partial, whyPartial, written}. The symbol of an unnamed choice is null; its "
            "edit has\n"
            "choice: {prompt, position}. 'smallest': nothing has fewer changes than the first. "
            "'partial':\n"
            "the time was over before everything had been tried.\n",
            fixOptions, runFix},
    Command{"impact", "SYMBOL[=VALUE] [KCONFIG-FILE]", "show what would change if an option did",
            "Without a value: what turning it off would cost, or turning it on if it is off. Lists "
            "values\n"
            "that change and prompts that go or come. When it can't be changed by hand now, says "
            "why, and\n"
            "shows the fewest changes that bring it about.\n",
            impactOptions, runImpact},
    Command{
        "lint", "[KCONFIG-FILE]", "look for faults of a tree",
        "Names that nothing defines, prompts that can never show, selects that can go wrong: each "
        "with\nits place, a way out, and an example where there is one. A comment '# kconf-lint: "
        "off=RULE' on\nthe line before silences a finding. Exit status 2 when the tree has errors "
        "of "
        "the language.\n",
        lintOptions, runLint},
    Command{
        "menuconfig",
        "[KCONFIG-FILE]",
        "edit the configuration in the terminal, full screen",
        "Shows the menus of the tree with the keys that menuconfig's users know; F1 lists them. "
        "'/'\n"
        "searches, '?' tells all about an option and why it can't be changed, 'D' shows what "
        "differs\n"
        "from the saved file. Work that was not saved when a connection broke is kept beside the\n"
        "configuration, in a file that ends in .kconf-recover, and offered the next time.\n"
        "NO_COLOR=1 or MENUCONFIG_COLOR=mono in the environment: no colours.\n",
        {},
        runMenuconfig},
    Command{"search", "WORD…", "find options by words in names, prompts and help texts",
            "Every word has to occur, in any letter case. Names that fit come first, then prompts, "
            "then\n"
            "help texts. A misspelt name gets suggestions.\n",
            searchOptions, runSearch},
    Command{"set", "SYMBOL=VALUE… [KCONFIG-FILE]", "change options in the configuration",
            "Applies the edits in order and writes the configuration if all of them could be done, "
            "else\n"
            "nothing. y, m, n, numbers, texts; SYMBOL= takes your value back, so that the default "
            "rules.\n",
            setOptions, runSet},
    Command{"why", "SYMBOL[=VALUE]… [KCONFIG-FILE]",
            "say why an option has its value, or can't have another",
            "One sentence, what it rests on with places, and, for what is off and can't be turned "
            "on now,\n"
            "the fewest changes that turn it on, or why nothing does. 'kconf explain' tells "
            "everything else\n"
            "about an option.\n",
            whyOptions, runWhy},
    Command{"help",
            "[COMMAND]",
            "show what a command does and takes",
            "Without a name, lists the commands.\n",
            {},
            runHelp},
};

void printLine(std::string left, const char *right)
{
    left.resize(std::max<std::size_t>(left.size() + 1, 26), ' ');
    std::printf("%s%s\n", left.c_str(), right);
}

} // namespace

std::span<const Command> commands()
{
    return table;
}

const Command *findCommand(std::string_view name)
{
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Command &each) { return name == each.name; });
    return found == table.end() ? nullptr : &*found;
}

int runHelp(CommandLine &line)
{
    if (line.operands.size() > 1)
        return complain("help takes one command; see kconf help");
    if (line.operands.empty()) {
        std::printf("Usage: kconf COMMAND …\n       kconf [OPTION]… [MODE] KCONFIG-FILE   (as "
                    "conf does; see kconf --help)\n\nCommands:\n");
        for (const Command &command : table)
            printLine(std::string("  ") + command.name, command.summary);
        std::printf("\n'kconf help COMMAND' says more about one of them.\n");
        return statusFine;
    }
    const Command *command = findCommand(line.operands.front());
    if (command == nullptr)
        return complain("there is no command '" + line.operands.front() +
                        "'; kconf help lists them");
    std::printf("Usage: kconf %s [OPTION]… %s\n\n%c%s.\n\n%s\nOptions:\n", command->name,
                command->operands, command->summary[0] - 'a' + 'A', command->summary + 1,
                command->details);
    for (const CommandOption &option : command->options)
        printLine(std::string("  ") + option.name +
                      (option.value != nullptr ? std::string("=") + option.value : std::string()),
                  option.help);
    printLine("  --tree=FILE", "the tree's first file (Config.uk or Kconfig here or in srctree)");
    printLine("  --config=FILE", "the configuration (KCONFIG_CONFIG, else .config)");
    printLine("  --json", "machine-readable output, where the command has one");
    printLine("  --shells=…, --dialect=…", "as for conf's modes; see kconf --help");
    std::printf(
        "\nExit status: 0 done, nothing found; 1 findings, differences, no match, a refused edit "
        "or\nwish, no way found; 2 wrong usage, or a file that can't be read or written.\n");
    return statusFine;
}

int runCommand(const Command &command, const std::vector<std::string> &arguments)
{
    if (std::find(arguments.begin(), arguments.end(), "--help") != arguments.end() ||
        std::find(arguments.begin(), arguments.end(), "-h") != arguments.end()) {
        CommandLine line;
        line.operands.emplace_back(command.name);
        return runHelp(line);
    }
    auto line = parseCommandLine(command, arguments);
    if (!line)
        return complain(line.error() + "\nTry 'kconf help " + command.name + "'.");
    const int status = command.run(*line);
    if (std::fflush(stdout) != 0) {
        std::perror("kconf: can't write to the standard output");
        return statusTrouble;
    }
    return status;
}

} // namespace kconf
