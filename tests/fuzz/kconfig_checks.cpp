// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "kconfig_checks.h"

#include "kconfig/build_files.h"
#include "kconfig/config_file.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace kconfig::fuzz {

void check(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void checkEqual(std::string_view found, std::string_view expected, const char *what)
{
    if (found == expected)
        return;
    std::fprintf(stderr, "--- expected\n%.*s\n--- found\n%.*s\n---\n",
                 static_cast<int>(expected.size()), expected.data(), static_cast<int>(found.size()),
                 found.data());
    check(false, what);
}

Dialect dialectOf(char firstByte)
{
    constexpr Dialect dialects[] = {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12};
    return dialects[static_cast<unsigned char>(firstByte) % 3U];
}

TreeFolder::TreeFolder()
{
    std::string name = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    name += "/kconfig-fuzz-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) {
        std::perror(name.c_str());
        std::exit(2);
    }
    m_path = name;
}

TreeFolder::~TreeFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void TreeFolder::write(const char *name, std::string_view text) const
{
    const std::filesystem::path file = std::filesystem::path(m_path) / name;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

LoadOptions optionsFor(const TreeFolder &folder, Dialect dialect)
{
    LoadOptions options;
    options.rootFile = "Kconfig";
    options.directory = folder.path();
    options.environment = {{"NAME", "value"}, {"LONG", std::string(500, 'l')}};
    options.dialect = dialect;
    options.shell = [](const std::string &command) {
        return ShellResult{command + "\n", static_cast<int>(command.size() % 3)};
    };
    return options;
}

namespace {

void checkPosition(const Model &model, const Position &position)
{
    if (!position.isValid())
        return;
    check(position.file.index < model.sources().fileCount(), "a position's file is there");
    if (position.line == 0)
        return;
    const std::string_view text = model.sources().text(position.file);
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    check(position.line <= lines + 1, "a position's line is in its file");
    // A carriage return at the end has a column, but line() leaves it out.
    check(position.column <= model.sources().line(position.file, position.line).size() + 2,
          "a position's column is in its line");
}

void checkExpressions(const Model &model)
{
    const auto inside = [&](ExpressionId id) { return id.index < model.expressionCount(); };
    for (std::uint32_t i = 0; i < model.expressionCount(); ++i) {
        const Expression &expression = model.expression(ExpressionId{i});
        switch (expression.kind) {
        case ExpressionKind::symbol:
            check(expression.symbol.index < model.symbols().size(), "a leaf names a symbol");
            break;
        case ExpressionKind::negation:
            check(inside(expression.left), "a negation has an operand");
            break;
        case ExpressionKind::conjunction:
        case ExpressionKind::disjunction:
            check(inside(expression.left) && inside(expression.right), "a junction has operands");
            break;
        default:
            check(expression.symbol.index < model.symbols().size() &&
                      expression.other.index < model.symbols().size(),
                  "a comparison names two symbols");
        }
        checkPosition(model, expression.position);
    }
}

/// The menu is a tree: walking it meets every child below its parent and comes to an end.
void checkMenu(const Model &model)
{
    std::size_t steps = 0;
    NodeId node = model.root();
    for (;;) {
        check(++steps <= model.nodeCount(), "the menu has no circle");
        checkPosition(model, model.node(node).position);
        if (const NodeId child = model.node(node).firstChild; child.isValid()) {
            check(model.node(child).parent == node, "a first child knows its parent");
            node = child;
            continue;
        }
        while (node != model.root() && !model.node(node).nextSibling.isValid())
            node = model.node(node).parent;
        if (node == model.root())
            return;
        const NodeId next = model.node(node).nextSibling;
        check(model.node(next).parent == model.node(node).parent, "siblings share their parent");
        node = next;
    }
}

void checkSymbols(const Model &model)
{
    const auto symbols = model.symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        const Symbol &symbol = symbols[i];
        for (const NodeId node : symbol.nodes)
            check(node.index < model.nodeCount() && model.node(node).symbol == SymbolId{i},
                  "a definition is its symbol's");
        for (const PropertyId property : symbol.properties)
            checkPosition(model, model.property(property).position);
        for (const SymbolId value : symbol.choiceValues)
            check(value.index < symbols.size() && !symbols[value.index].isChoice,
                  "a choice's values are symbols");
        if (symbol.choice.isValid())
            check(symbols[symbol.choice.index].isChoice, "a value's choice is a choice");
        if (symbol.isDefined() && !symbol.isConstant && !symbol.isChoice)
            check(model.find(symbol.name) == SymbolId{i}, "a symbol is found by its name");
    }
}

} // namespace

void checkModel(const LoadResult &tree)
{
    check(tree.model != nullptr, "a load gives a model, whatever the text");
    const Model &model = *tree.model;
    checkExpressions(model);
    checkMenu(model);
    checkSymbols(model);
    for (const Diagnostic &diagnostic : tree.diagnostics) {
        check(!diagnostic.message.empty(), "a diagnostic says something");
        checkPosition(model, diagnostic.position);
        for (const DiagnosticNote &note : diagnostic.notes)
            checkPosition(model, note.position);
        const std::string text = format(diagnostic, model.sources());
        check(!text.empty() && text.back() == '\n', "a diagnostic can be shown");
    }
    check(tree.diagnostics.size() < 3000, "diagnostics are bounded");
}

void askEverything(const Configuration &configuration)
{
    const Model &model = configuration.model();
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const SymbolId id{i};
        static_cast<void>(configuration.whyFixed(id));
        static_cast<void>(configuration.origin(id));
        static_cast<void>(configuration.range(id));
        static_cast<void>(configuration.settableValues(id));
        static_cast<void>(configuration.userValue(id));
        for (const ExpressionId expression :
             {model.symbol(id).directDependency, model.symbol(id).reverseDependency})
            static_cast<void>(model.describe(expression));
    }
    for (std::uint32_t i = 0; i < model.nodeCount(); ++i)
        static_cast<void>(configuration.isVisible(NodeId{i}));
    static_cast<void>(writeMinimalConfig(configuration));
    static_cast<void>(writeHeader(configuration));
    static_cast<void>(writeAutoConf(configuration));
    static_cast<void>(writeTristateConf(configuration));
    static_cast<void>(writeMakeDependencies(model, "auto.conf"));
    static_cast<void>(changedOptions(configuration, writeConfig(configuration)));
}

std::string valuesOf(const Configuration &configuration)
{
    std::string text;
    const auto symbols = configuration.model().symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        const SymbolId id{i};
        if (symbols[i].isConstant)
            continue;
        text += symbols[i].name;
        text += '=' + configuration.value(id) + " seen " + letter(configuration.visibility(id));
        text += configuration.isWritten(id) ? " written\n" : "\n";
    }
    return text;
}

void checkSelections(const Configuration &configuration)
{
    const auto symbols = configuration.model().symbols();
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
        if (!symbols[i].isChoice)
            continue;
        const SymbolId selected = configuration.selection(SymbolId{i});
        // A tristate that can be m at most may stand in a bool choice; conf selects it, and leaves
        // it.
        if (selected.isValid() && configuration.visibility(selected) == Tristate::yes)
            check(configuration.tristate(selected) == Tristate::yes, "what a choice selects is y");
    }
}

void checkFixedPoint(const Configuration &configuration)
{
    checkSelections(configuration);
    Configuration again(configuration.sharedModel());
    readConfig(again, writeConfig(configuration), ".config");
    const std::string settled = writeConfig(again);
    Configuration third(configuration.sharedModel());
    readConfig(third, settled, ".config");
    checkEqual(writeConfig(third), settled, "writing what was read is a fixed point");
    Configuration copy = third;
    copy.restore(third.userValues());
    checkEqual(valuesOf(copy), valuesOf(third), "restoring user values changes nothing");
}

} // namespace kconfig::fuzz
