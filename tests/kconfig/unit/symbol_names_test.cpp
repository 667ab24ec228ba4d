// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Names of symbols in the text of one file, with the model of the tree as the oracle.

#include "tree.h"

#include "kconfig/symbol_names.h"

#include <set>
#include <tuple>

namespace kconfig::test {
namespace {

using Place = std::tuple<std::string, std::uint32_t, std::uint32_t>;

constexpr const char *text = R"(mainmenu "CONFIG of A"
config A # B is not meant
	bool "Needs B" if B && !(C = "D" || E >= 5)
	default y if F
	select G if H
	range I 10
	help
	  config J
	  depends on K

menuconfig L
	tristate "select M"
	depends on A \
		|| N
$(info,O)
P = Q
if R != S
choice T
	prompt "U"
	default V
config V
	bool 'W'
endchoice
endif
source "X"
)";

std::set<Place> namesIn(std::string_view content, Dialect dialect, bool definitionsOnly = false)
{
    std::set<Place> found;
    for (const SymbolName &name : symbolNames(content, dialect)) {
        if (name.isDefinition || !definitionsOnly)
            found.emplace(name.name, name.line, name.column);
    }
    return found;
}

TEST(SymbolNames, whatNamesASymbol)
{
    std::string names;
    std::string definitions;
    for (const SymbolName &name : symbolNames(text, Dialect::linux_6_1)) {
        names += name.name + ' ';
        if (name.isDefinition)
            definitions += name.name + ' ';
    }
    EXPECT_EQ(names, "A B C E 5 y F G H I 10 L A N R S T V V ");
    EXPECT_EQ(definitions, "A L T V ");
}

TEST(SymbolNames, positionsAreThoseOfTheText)
{
    std::istringstream lines(text);
    std::vector<std::string> all;
    for (std::string line; std::getline(lines, line);)
        all.push_back(line);
    for (const SymbolName &name : symbolNames(text, Dialect::linux_6_1))
        EXPECT_EQ(all.at(name.line - 1).substr(name.column - 1, name.name.size()), name.name);
}

/// Every definition and every expression of the bundled tree's model is found in the text.
TEST(SymbolNames, agreesWithTheModel)
{
    const Folder folder;
    folder.write("Kconfig", "mainmenu \"m\"\nsource \"One\"\n");
    folder.write("One", "config A\n\tbool \"a\"\n\tdepends on B && (C || !A2)\n"
                        "\tselect B if C = \"x\"\n\timply C\n\tdefault B\n\n"
                        "config B\n\tbool\n\nconfig C\n\tstring \"c\"\n\nconfig A2\n\tint \"n\"\n"
                        "\trange 1 A3\n\nconfig A3\n\tint\n");
    LoadOptions options;
    options.rootFile = "Kconfig";
    options.directory = folder.path();
    const auto loaded = kconfig::load(options);
    const Model &model = *loaded.model;
    std::size_t compared = 0;
    const auto expectNamed = [&](SymbolId id, const Position &position) {
        if (model.symbol(id).isConstant || model.sources().path(position.file).empty())
            return;
        const std::string name(model.symbol(id).name);
        // What a select brings about stands where the word `select` does.
        const std::string_view line = model.sources().line(position.file, position.line);
        if (line.substr(position.column - 1, 6) == "select" ||
            line.substr(position.column - 1, 5) == "imply")
            return;
        const auto names = namesIn(model.sources().text(position.file), model.dialect());
        EXPECT_TRUE(names.count({name, position.line, position.column}))
            << name << " at " << model.sources().describe(position);
        ++compared;
    };
    for (std::uint32_t i = 0; i < model.expressionCount(); ++i) {
        const Expression &expression = model.expression({i});
        if (expression.symbol.isValid() && expression.position.isValid() &&
            expression.position.line > 0)
            expectNamed(expression.symbol, expression.position);
    }
    EXPECT_GE(compared, 6U);
}

TEST(SymbolNames, anyTextGivesSomething)
{
    for (const std::string &broken :
         {std::string("config"), std::string("\0config A", 9),
          std::string("config A\r\n\tbool \"a"), std::string(5000, '(')})
        EXPECT_LE(symbolNames(broken, Dialect::unikraft).size(), 1U);
}

} // namespace
} // namespace kconfig::test
