// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Every value of every option and of every choice's member of the bundled tree: how it comes about,
// or that it can't, and how long it took to say so.

#include "bundled_tree.h"
#include "resolution_checks.h"
#include "solver.h"

#include <chrono>
#include <iostream>

namespace kconfig::test {
namespace {

/// What can be asked of an option: its other truth values, or for numbers and texts another one.
std::vector<std::string> wishableValues(const Configuration &configuration, SymbolId id)
{
    const std::string now = configuration.value(id);
    std::vector<std::string> values;
    switch (configuration.model().symbol(id).type) {
    case SymbolType::unknown:
        break;
    case SymbolType::boolean:
        values = {"y", "n"};
        break;
    case SymbolType::tristate:
        values = {"y", "m", "n"};
        break;
    case SymbolType::integer:
    case SymbolType::hex:
        if (const auto range = configuration.range(id))
            values = {range->low, range->high};
        else
            values = {configuration.model().symbol(id).type == SymbolType::hex ? "0x10" : "16"};
        break;
    case SymbolType::string:
        values = {"something else"};
        break;
    }
    values.erase(std::remove(values.begin(), values.end(), now), values.end());
    return values;
}

struct Figures
{
    std::vector<double> milliseconds;
    int possible = 0;
    int impossible = 0;
    std::size_t mostEdits = 0;
};

void askAll(const Configuration &start, Resolver &resolver, Figures &figures)
{
    const Model &model = start.model();
    for (std::uint32_t i = 0; i < model.symbols().size(); ++i) {
        const SymbolId id{i};
        const Symbol &symbol = model.symbol(id);
        if (!symbol.isDefined() || symbol.isConstant || symbol.isDefconfigList)
            continue;
        for (const std::string &value : wishableValues(start, id)) {
            const Question question{{{id, value}}, {}};
            const auto begin = std::chrono::steady_clock::now();
            const Resolution resolution = resolver.resolve(start, question.wishes, {});
            figures.milliseconds.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                    .count());
            EXPECT_EQ(faultsOf(resolution, question, start), "")
                << describe(model, question) << '\n'
                << describe(model, resolution);
            EXPECT_FALSE(resolution.isPartial) << describe(model, question);
            if (resolution.alternatives.empty()) {
                ++figures.impossible;
                continue;
            }
            ++figures.possible;
            EXPECT_TRUE(resolution.isSmallest) << describe(model, question);
            figures.mostEdits =
                std::max(figures.mostEdits, resolution.alternatives.front().edits.size());
        }
    }
}

TEST(ResolveBundled, everyOptionIsAnswered)
{
    const Folder work;
    const LoadResult loaded = loadBundledTree(work);
    ASSERT_FALSE(loaded.hasErrors());
    const std::unique_ptr<Resolver> resolver = makeResolver(loaded.model);
    Figures figures;
    Configuration fresh(loaded.model);
    askAll(fresh, *resolver, figures);
    // What was written and read is as if the user had said all of it.
    Configuration settled(loaded.model);
    readConfig(settled, writeConfig(fresh), ".config");
    askAll(settled, *resolver, figures);

    auto &times = figures.milliseconds;
    std::sort(times.begin(), times.end());
    std::cout << times.size() << " questions: " << figures.possible << " can be, with at most "
              << figures.mostEdits << " edits, " << figures.impossible << " can't\nmedian "
              << times[times.size() / 2] << " ms, p99 " << times[times.size() * 99 / 100]
              << " ms, worst " << times.back() << " ms\n";
    EXPECT_GT(figures.possible, 100);
}

} // namespace
} // namespace kconfig::test
