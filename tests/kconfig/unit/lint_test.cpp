// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Every rule of lint where it has to speak and where it has to be silent, and the solver's encoding
// against the evaluator.

#include "tree.h"

#include "kconfig/lint.h"
#include "solver.h"

#include <random>

namespace kconfig::test {
namespace {

/// "rule line" of every finding, in order.
std::string found(const Tree &t, const std::string &rule = {}, bool withSolver = true)
{
    const auto solver = withSolver ? makeSolver(t.result.model) : nullptr;
    LintOptions options;
    options.solver = solver.get();
    if (!rule.empty())
        options.rules = {rule};
    std::string text;
    for (const Finding &finding : lint(t.result, options).findings)
        text += std::string(finding.rule->id) + ' ' +
                std::to_string(finding.diagnostic.position.line) + '\n';
    return text;
}

std::vector<Finding> findings(const Tree &t, const std::string &rule)
{
    const auto solver = makeSolver(t.result.model);
    LintOptions options;
    options.solver = solver.get();
    options.rules = {rule};
    return lint(t.result, options).findings;
}

TEST(Lint, NothingToSayAboutASoundTree)
{
    EXPECT_EQ(found(Tree("config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n\tdepends on A\n"
                         "\tdefault y if A\nconfig N\n\tint \"N\"\n\tdefault 3 if B\n\tdefault 5\n"
                         "choice\n\tprompt \"C\"\n\tdefault C2\nconfig C1\n\tbool \"1\"\n"
                         "config C2\n\tbool \"2\"\nendchoice\n")),
              "");
}

TEST(Lint, UndefinedSymbols)
{
    const Tree t("config NETWORK\n\tbool \"A\"\n\tdepends on NETWROK || X = 5\n\tselect GONE\n"
                 "\tdefault no\nconfig N\n\tint \"N\"\n\tdefault 0x10\n\trange 1 9\n"
                 "config B\n\tbool \"B\" if CONFIG_NETWORK\n");
    const auto all = findings(t, "undefined-symbol");
    ASSERT_EQ(all.size(), 5u);
    EXPECT_EQ(all[0].diagnostic.position.line, 3u);
    EXPECT_EQ(all[0].diagnostic.position.column, 13u);
    EXPECT_EQ(all[0].diagnostic.hint, "did you mean 'NETWORK'?");
    EXPECT_EQ(all[2].diagnostic.position.line, 4u);
    EXPECT_NE(all[2].diagnostic.message.find("selecting it does nothing"), std::string::npos);
    EXPECT_EQ(all[3].diagnostic.hint, "write n");
    EXPECT_NE(all[4].diagnostic.hint.find("without CONFIG_"), std::string::npos);
}

TEST(Lint, UnusedDefinitions)
{
    EXPECT_EQ(found(Tree("config DEAD\n\tbool\nconfig A\n\tbool \"A\"\n\tselect USED\n"
                         "config USED\n\tbool\nconfig D\n\tdef_bool A\n"),
                    "unused-definition"),
              "unused-definition 1\n");
}

TEST(Lint, TypeConflictsLoopsAndErrorsOfTheLanguage)
{
    EXPECT_EQ(found(Tree("config A\n\tbool \"A\"\nconfig A\n\ttristate\n")), "type-conflict 4\n");
    EXPECT_EQ(found(Tree("config A\n\tbool \"A\"\nconfig A\n\tbool\n\tdefault y\n")), "");
    const Tree loop(
        "config A\n\tbool \"A\"\n\tdepends on B\nconfig B\n\tbool \"B\"\n\tdepends on C\n"
        "config C\n\tbool \"C\"\n\tselect A\n\tdepends on A\n");
    const auto all = findings(loop, "dependency-loop");
    ASSERT_FALSE(all.empty());
    EXPECT_GE(all[0].diagnostic.notes.size(), 2u); // the chain
    EXPECT_EQ(found(Tree("config A\n\tbool \"A\"\n\tdepnds on B\n")), "load-error 3\n");
}

TEST(Lint, ChoicesWithoutDefault)
{
    const std::string values = "config V1\n\tbool \"1\"\nconfig V2\n\tbool \"2\"\nendchoice\n";
    EXPECT_EQ(found(Tree("choice\n\tprompt \"C\"\n" + values)), "choice-without-default 1\n");
    EXPECT_EQ(found(Tree("choice\n\tprompt \"C\"\n\tdefault V2\n" + values)), "");
    EXPECT_EQ(found(Tree("choice\n\tprompt \"C\"\n\toptional\n" + values)), "");
}

TEST(Lint, SelectsWithUnmetDependenciesComeWithAnExample)
{
    const Tree t("config BUS\n\tbool \"Bus\"\nconfig OTHER\n\tbool \"Other\"\n"
                 "config T\n\tbool \"T\"\n\tdepends on BUS && OTHER\n"
                 "config S\n\tbool \"S\"\n\tdepends on BUS\n\tselect T\n");
    const auto all = findings(t, "select-unmet-dependency");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].diagnostic.position.line, 11u);
    EXPECT_EQ(all[0].diagnostic.severity, Severity::warning);
    EXPECT_NE(all[0].diagnostic.message.find("dependency on OTHER"), std::string::npos);
    ASSERT_FALSE(all[0].diagnostic.notes.empty());
    const std::string &example = all[0].diagnostic.notes[0].message;
    EXPECT_NE(example.find("BUS=y"), std::string::npos) << example;
    EXPECT_NE(example.find("S=y"), std::string::npos) << example;
    EXPECT_EQ(example.find("OTHER"), std::string::npos) << example; // n by default
}

TEST(Lint, SelectsWhoseDependenciesAlwaysHoldAreLeftAlone)
{
    // Literally the same condition, one that follows through another option, a choice.
    EXPECT_EQ(found(Tree("config BUS\n\tbool \"Bus\"\nconfig T\n\tbool \"T\"\n\tdepends on BUS\n"
                         "config S\n\tbool \"S\"\n\tdepends on BUS\n\tselect T\n"),
                    "select-unmet-dependency"),
              "");
    EXPECT_EQ(
        found(Tree("config BUS\n\tbool \"Bus\"\nconfig PCI\n\tbool \"PCI\"\n\tdepends on BUS\n"
                   "config T\n\tbool \"T\"\n\tdepends on BUS\n"
                   "config S\n\tbool \"S\"\n\tdepends on PCI\n\tselect T\n"),
              "select-unmet-dependency"),
        "");
    EXPECT_EQ(found(Tree("choice\n\tprompt \"C\"\n\tdefault V1\nconfig V1\n\tbool \"1\"\n"
                         "config V2\n\tbool \"2\"\nendchoice\n"
                         "config T\n\tbool \"T\"\n\tdepends on !V2\n"
                         "config S\n\tbool \"S\"\n\tdepends on V1\n\tselect T\n"),
                    "select-unmet-dependency"),
              "");
}

TEST(Lint, SelectsOfVisibleOptions)
{
    const std::string target = "config X\n\tbool \"X\"\nconfig T\n\tbool \"T\"\n\tdepends on X\n";
    EXPECT_EQ(found(Tree(target + "config S\n\tbool \"S\"\n\tselect T\n"), "select-visible", false),
              "select-visible 8\n");
    EXPECT_EQ(found(Tree(target + "config S\n\tbool \"S\"\n\tdepends on X\n\tselect T\n"),
                    "select-visible", false),
              "");
    EXPECT_EQ(found(Tree("config T\n\tbool \"T\"\nconfig S\n\tbool \"S\"\n\tselect T\n"),
                    "select-visible", false),
              "");
}

TEST(Lint, PromptsThatCanNeverShow)
{
    const Tree t(
        "config A\n\tbool \"A\"\nconfig B\n\tbool \"B\"\n\tdepends on A\n"
        "config DEAD\n\tbool \"D\"\n\tdepends on B && !A\n"
        "config DEAD2\n\tbool \"D2\"\n\tdepends on B && !A\n"
        "config N\n\tint \"N\"\n\tdefault 3\nconfig FINE\n\tbool \"F\"\n\tdepends on N > 7\n"
        "config BAD\n\tbool \"G\"\n\tdepends on N > 7 && N < 5\n");
    const auto all = findings(t, "prompt-never-shows");
    ASSERT_EQ(all.size(), 2u); // DEAD and DEAD2 are one finding
    EXPECT_EQ(all[0].diagnostic.position.line, 7u);
    EXPECT_NE(all[0].diagnostic.message.find("1 other"), std::string::npos);
    EXPECT_EQ(all[1].diagnostic.position.line, 19u);
}

TEST(Lint, WhatAnUndefinedNameOrAMacroHidesIsNoContradiction)
{
    EXPECT_EQ(found(Tree("no := n\nconfig A\n\tbool \"A\"\n\tdepends on NOWHERE\n"
                         "config B\n\tbool \"B\"\n\tdepends on $(no)\n"),
                    "prompt-never-shows"),
              "");
}

TEST(Lint, DefaultsThatCanNeverApply)
{
    const Tree t("config A\n\tbool \"A\"\nconfig N\n\tint \"N\"\n\tdefault 1\n\tdefault 2 if A\n"
                 "config M\n\tint \"M\"\n\tdefault 1 if A\n\tdefault 2 if !A\n\tdefault 3\n"
                 "config O\n\tint \"O\"\n\tdefault 1 if A\n\tdefault 2\n"
                 "config O\n\tint\n\tdefault 3\n");
    EXPECT_EQ(found(t, "default-never-applies"),
              "default-never-applies 6\ndefault-never-applies 11\n");
    EXPECT_EQ(found(t, "default-never-applies", false), "default-never-applies 6\n");
}

TEST(Lint, SymbolsThatCanNeverBeOn)
{
    EXPECT_EQ(found(Tree("config A\n\tbool \"A\"\nconfig D\n\tdef_bool y\n\tdepends on A && !A\n"
                         "config E\n\tdef_bool A\nconfig F\n\tdef_bool n\n"),
                    "symbol-never-on"),
              "symbol-never-on 3\n");
}

TEST(Lint, LeavesOutWhatNeedsASolverAndSaysSo)
{
    const Tree t("config A\n\tbool \"A\"\n");
    const LintReport report = lint(t.result, {});
    EXPECT_EQ(report.leftOut.size(), 4u);
    LintOptions options;
    options.rules = {"undefined-symbol"};
    EXPECT_TRUE(lint(t.result, options).leftOut.empty());
}

TEST(Lint, CommentsSilence)
{
    Tree t("config A\n\tbool \"A\"\n\t# kconf-lint: off=undefined-symbol\n\tdepends on B\n"
           "\tdepends on C # kconf-lint: off=unused-definition,all\n\tdepends on D\n");
    LintOptions options;
    const LintReport report = lint(t.result, options);
    ASSERT_EQ(report.findings.size(), 1u);
    EXPECT_EQ(report.findings[0].diagnostic.position.line, 6u);
    EXPECT_EQ(report.suppressed, 2u);
}

/// Trees with everything that the encoding has to get right.
const char *const encodedTrees[] = {
    "config MODULES\n\tbool \"modules\"\n\toption modules\n"
    "config A\n\ttristate \"A\"\nconfig B\n\ttristate \"B\"\n\tdepends on A\n\tselect C if D\n"
    "config C\n\ttristate \"C\" if A != m\n\tdefault m if D\n\tdefault y\n"
    "config D\n\tbool \"D\"\n\tdepends on A || !B\n\timply E\n"
    "config E\n\ttristate \"E\"\n\tdepends on B\nconfig F\n\tdef_tristate B && C\n",
    "config MODULES\n\tbool \"modules\"\n\toption modules\n"
    "config X\n\tbool \"X\"\nchoice\n\tprompt \"T\"\n\ttristate\n\toptional\nconfig T1\n\ttristate "
    "\"1\"\n"
    "config T2\n\ttristate \"2\"\n\tdepends on X\nconfig T3\n\ttristate \"3\"\nendchoice\n"
    "choice\n\tprompt \"B\" if X\n\tbool\n\tdefault B2 if T1\nconfig B1\n\tbool \"1\"\n"
    "config B2\n\tbool \"2\"\n\tdepends on T1 || T3\nconfig B3\n\tbool \"3\" if !T2\nendchoice\n"
    "config R\n\tdef_bool B1 || B3\n",
    "config A\n\tbool \"A\"\nconfig N\n\tint \"N\" if A\n\trange 2 20\n\tdefault 7\n"
    "config H\n\thex \"H\"\n\tdefault 0x10 if N > 8\n\tdefault 0x20\n"
    "config S\n\tstring \"S\" if !A\n\tdefault \"on\" if H = 0x10\n\tdefault \"off\"\n"
    "config L\n\tdef_bool N < 8\nconfig M\n\tdef_bool S = \"off\"\nconfig O\n\tbool \"O\"\n"
    "\tdepends on H >= 0x18 && N != 7\n\tselect P\nconfig P\n\tbool\n\tdepends on L\n"
    "config Q\n\tint\n\tdefault N\nconfig U\n\tdef_bool Q = 7\n",
};

TEST(LintSolver, EveryEvaluationSatisfiesTheEncoding)
{
    std::mt19937 random(7); // NOLINT: the same cases every time
    for (const char *text : encodedTrees) {
        for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1}) {
            Tree t;
            t.options.dialect = dialect;
            std::string source = text;
            if (dialect == Dialect::linux_6_1)
                if (const auto at = source.find("option modules"); at != std::string::npos)
                    source.replace(at, 14, "modules");
            t.load(source);
            ASSERT_FALSE(t.result.hasErrors()) << t.messages();
            const auto solver = makeSolver(t.result.model);
            for (int round = 0; round < 150; ++round) {
                Configuration c = t.configuration();
                Goal goal;
                for (std::uint32_t i = 3; i < t.model().symbols().size(); ++i) {
                    const Symbol &symbol = t.model().symbols()[i];
                    if (!symbol.isDefined() || random() % 4 == 0)
                        continue;
                    if (symbol.type == SymbolType::boolean || symbol.type == SymbolType::tristate)
                        c.assume(SymbolId{i}, std::string(1, "nmy"[random() % 3]));
                    else
                        c.assume(SymbolId{i}, (symbol.type == SymbolType::hex ? "0x1" : "1") +
                                                  std::to_string(random() % 10));
                }
                std::string values;
                for (std::uint32_t i = 3; i < t.model().symbols().size(); ++i) {
                    if (!t.model().symbols()[i].isDefined())
                        continue;
                    const Tristate value = c.tristate(SymbolId{i});
                    goal.push_back({{}, SymbolId{i}, Tristate::mod, value != Tristate::no});
                    goal.push_back({{}, SymbolId{i}, Tristate::yes, value == Tristate::yes});
                    values +=
                        std::string(t.model().symbols()[i].name) + '=' + c.value(SymbolId{i}) + ' ';
                }
                std::string conflict;
                if (solver->decide(goal, {}) != PossibilitySolver::Answer::possible)
                    for (const std::size_t i : solver->conflict())
                        conflict += std::string(t.model().symbol(goal[i].symbol).name) + ' ';
                ASSERT_EQ(conflict, "") << values << '\n' << source;
            }
        }
    }
}

TEST(LintSolver, WitnessesEvaluateToWhatWasAskedFor)
{
    for (const char *text : encodedTrees) {
        const Tree t(text);
        const auto solver = makeSolver(t.result.model);
        int shown = 0;
        for (std::uint32_t i = 3; i < t.model().symbols().size(); ++i) {
            const Symbol &symbol = t.model().symbols()[i];
            if (!symbol.isDefined() || symbol.type != SymbolType::boolean)
                continue;
            const Goal goal{{{}, SymbolId{i}, Tristate::yes, true}};
            if (solver->decide(goal, {}) != PossibilitySolver::Answer::possible)
                continue;
            Configuration c = t.configuration();
            c.restore(solver->witness());
            shown += isFulfilled(c, goal) ? 1 : 0;
        }
        EXPECT_GE(shown, 2) << text;
    }
}

} // namespace
} // namespace kconfig::test
