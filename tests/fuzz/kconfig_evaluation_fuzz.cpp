// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Bytes as a small tree and a row of edits: evaluation that goes on from the last state agrees with
// evaluation from scratch, undo leaves no trace, expressions mean what their text says.

#include "generated_tree.h"
#include "kconfig_checks.h"

#include "kconfig/config_file.h"

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <regex>

using namespace kconfig;

namespace {

constexpr const char *values[] = {"y", "m", "n", "5", "0x11", "text", "", "-3"};

void checkAgainstScratch(const Configuration &configuration)
{
    Configuration fresh(configuration.sharedModel());
    fresh.restore(configuration.userValues());
    fuzz::checkEqual(fuzz::valuesOf(configuration), fuzz::valuesOf(fresh),
                     "going on agrees with starting from scratch");
}

void checkEdit(Configuration &configuration, const Edit &edit)
{
    const UserValues before = configuration.userValues();
    const std::string old = fuzz::valuesOf(configuration);
    const bool changeable = configuration.isChangeable(edit.symbol);
    const std::string why = configuration.whyFixed(edit.symbol);
    fuzz::check(changeable == why.empty(), "what can't be changed says why, and only that");
    const auto undo = configuration.apply(edit);
    if (!undo) {
        fuzz::check(!undo.error().message.empty(), "a refusal says why");
        fuzz::checkEqual(fuzz::valuesOf(configuration), old, "a refused edit changes nothing");
        return;
    }
    Configuration undone = configuration;
    undone.restore(*undo);
    fuzz::checkEqual(fuzz::valuesOf(undone), old, "undo gives back every value");
    fuzz::check(undone.userValues() == before, "undo gives back the user values");
}

/// Whether a text stands for its expression: a choice without a name has none to be called by, and
/// the m of finished menus reads back as `m && MODULES`.
bool canBeReadBack(const std::string &text)
{
    static const std::regex bare("<choice>|(^|[ (!])m($|[ )])");
    return !std::regex_search(text, bare);
}

/// Adds an option for each dependency whose `depends on` is the text of it, and loads again.
void checkDescriptions(const fuzz::TreeFolder &folder, const std::string &text,
                       const Configuration &configuration)
{
    const Model &model = configuration.model();
    std::vector<ExpressionId> originals;
    std::vector<bool> isSimple;
    std::string more = text;
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const Symbol &symbol = model.symbols()[i];
        if (symbol.isConstant)
            continue;
        for (const ExpressionId id :
             {symbol.directDependency, symbol.reverseDependency, symbol.impliedDependency}) {
            if (!id.isValid() || !canBeReadBack(model.describe(id)))
                continue;
            more += "config D" + std::to_string(originals.size()) + "\n\tbool\n\tdepends on " +
                    model.describe(id) + "\n";
            originals.push_back(id);
            isSimple.push_back(id == symbol.directDependency && symbol.nodes.size() == 1);
        }
    }
    folder.write("Kconfig", more);
    const LoadResult again = load(fuzz::optionsFor(folder, model.dialect()));
    fuzz::check(!again.hasErrors(), "the text of an expression can be read");
    Configuration same(again.model);
    readConfig(same, writeConfig(configuration), ".config");
    Configuration settled(configuration.sharedModel());
    readConfig(settled, writeConfig(configuration), ".config");
    for (std::size_t i = 0; i < originals.size(); ++i) {
        const SymbolId copy = again.model->find("D" + std::to_string(i));
        fuzz::check(copy.isValid(), "every added option is there");
        const ExpressionId id = again.model->symbol(copy).directDependency;
        const auto meaning = [](const Configuration &c, ExpressionId expression, bool asText) {
            return (asText ? c.model().describe(expression) + " is " : "is ") +
                   letter(c.evaluate(expression));
        };
        // What selects or implies stands there as it came together; dependencies are simplified.
        fuzz::checkEqual(meaning(same, id, isSimple[i]),
                         meaning(settled, originals[i], isSimple[i]),
                         "an expression's text is read back as that expression");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const fuzz::TreeFolder folder;
    fuzz::Decisions decisions(data, size);
    const Dialect dialect = fuzz::dialectOf(static_cast<char>(decisions.below(3)));
    const fuzz::GeneratedTree tree(decisions, dialect);
    folder.write("Kconfig", tree.text());
    const LoadResult loaded = load(fuzz::optionsFor(folder, dialect));
    fuzz::checkModel(loaded);
    if (std::getenv("FUZZ_SHOW") != nullptr)
        std::fputs(tree.text().c_str(), stderr);

    Configuration configuration(loaded.model);
    const bool sound = !loaded.hasErrors(); // a circle has no one right answer
    for (int step = 0; step < 12 && !decisions.atEnd(); ++step) {
        const std::string &name =
            tree.names()[decisions.below(static_cast<unsigned>(tree.names().size()))];
        const SymbolId symbol = loaded.model->find(name);
        fuzz::check(symbol.isValid(), "every option is there");
        const unsigned what = decisions.below(10);
        if (what == 8) {
            configuration.assume(symbol, values[decisions.below(8)]);
        } else if (what == 9) {
            configuration.clear();
        } else {
            const Edit edit{symbol, what == 0 ? std::nullopt
                                              : std::optional<std::string>(values[what - 1])};
            if (sound)
                checkEdit(configuration, edit);
            else
                static_cast<void>(configuration.apply(edit));
        }
        if (sound)
            checkAgainstScratch(configuration);
    }
    fuzz::askEverything(configuration);
    if (sound) {
        fuzz::checkFixedPoint(configuration);
        checkDescriptions(folder, tree.text(), configuration);
    }
    return 0;
}
