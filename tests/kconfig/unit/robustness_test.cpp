// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Inputs that are large, deep or broken: a diagnostic or a correct result, never a crash or a hang.

#include "tree.h"

namespace kconfig::test {
namespace {

std::string name(int number)
{
    return "S" + std::to_string(number);
}

TEST(Robustness, aLongChainOfDependencies)
{
    constexpr int length = 20000;
    std::string text = "config S0\n\tbool \"0\"\n\tdefault y\n";
    for (int i = 1; i < length; ++i)
        text += "config " + name(i) + "\n\tbool \"" + std::to_string(i) + "\"\n\tdepends on " +
                name(i - 1) + "\n\tdefault y\n";
    Tree tree(text);
    EXPECT_EQ(tree.messages(), "");
    Configuration c = tree.configuration();
    const SymbolId last = tree.symbol(name(length - 1));
    EXPECT_EQ(c.tristate(last), Tristate::yes);
    ASSERT_TRUE(c.apply({tree.symbol("S0"), "n"}));
    EXPECT_EQ(c.tristate(last), Tristate::no);
    EXPECT_FALSE(c.isVisible(tree.model().symbol(last).nodes[0]));
}

TEST(Robustness, manySymbolsSelectOne)
{
    constexpr int count = 30000;
    std::string text = "config T\n\tbool\n";
    for (int i = 0; i < count; ++i)
        text += "config " + name(i) + "\n\tbool \"x\"\n\tselect T\n";
    Tree tree(text);
    EXPECT_EQ(tree.messages(), "");
    EXPECT_EQ(tree.value("T", "CONFIG_S12345=y\n"), "y");
    EXPECT_GT(tree.model().describe(tree.model().symbol(tree.symbol("T")).reverseDependency).size(),
              100000U);
}

TEST(Robustness, deepNestingOfBlocks)
{
    constexpr int depth = 5000;
    std::string text;
    for (int i = 0; i < depth; ++i)
        text += "if A\n";
    for (int i = 0; i < depth; ++i)
        text += "endif\n";
    Tree tree(text + "config REST\n\tbool\n\tdefault y\n");
    EXPECT_EQ(tree.errorCount(), 1U) << tree.messages();
    EXPECT_EQ(tree.value("REST"), "y");
}

TEST(Robustness, deepNestingOfExpressions)
{
    for (const char *open : {"(", "!", "!("}) {
        std::string expression;
        for (int i = 0; i < 100000; ++i)
            expression += open;
        Tree tree("config A\n\tbool\n\tdepends on " + expression +
                  "\nconfig REST\n\tbool\n"
                  "\tdefault y\n");
        EXPECT_EQ(tree.errorCount(), 1U);
        EXPECT_EQ(tree.value("REST"), "y");
    }
}

TEST(Robustness, aMegabyteLine)
{
    std::string expression = "A";
    while (expression.size() < 1000000)
        expression += " && A" + std::to_string(expression.size() % 977);
    Tree tree("config X\n\tbool\n\tdepends on " + expression + "\n");
    EXPECT_EQ(tree.errorCount(), 1U);
    EXPECT_LT(tree.messages().size(), 2000U) << "messages show a part of the line";

    Tree string("config X\n\tstring\n\tdefault \"" + std::string(1000000, 'x') + "\"\n");
    EXPECT_EQ(string.value("X").size(), 1000000U);
    Tree macro("A := " + std::string(500000, '$') + std::string(500000, '(') + "\n");
    EXPECT_EQ(macro.errorCount(), 1U);
}

TEST(Robustness, manyOperandsInManyEntries)
{
    std::string operands = "A0";
    for (int i = 1; i < 900; ++i)
        operands += " || A" + std::to_string(i);
    std::string text = "if " + operands + "\n";
    for (int i = 0; i < 300; ++i)
        text += "config " + name(i) + "\n\tbool \"x\"\n\tdepends on (" + operands + ") && B" +
                std::to_string(i) + "\n";
    Tree tree(text + "endif\n");
    EXPECT_EQ(tree.messages(), "");
}

TEST(Robustness, bytesThatAreNoText)
{
    std::string text("config A\n\tbool\n\0\1\2\xff\xfe\n\tdefault y\n", 33);
    Tree tree(text);
    EXPECT_FALSE(tree.result.diagnostics.empty());
    Tree noise;
    std::string bytes;
    unsigned state = 12345;
    for (int i = 0; i < 200000; ++i) {
        state = state * 1103515245U + 12345U;
        bytes += static_cast<char>(state >> 16U);
    }
    noise.load(bytes);
    EXPECT_LE(noise.result.diagnostics.size(), 2002U) << "remarks are bounded";
}

TEST(Robustness, filesThatSourceManyOthers)
{
    Tree tree;
    for (int i = 0; i < 400; ++i)
        tree.folder.write("f" + std::to_string(i), "source \"f" + std::to_string(i + 1) + "\"\n");
    tree.load("source \"f0\"\nconfig REST\n\tbool\n\tdefault y\n");
    EXPECT_NE(tree.messages().find("too many files source each other"), std::string::npos);
    EXPECT_EQ(tree.value("REST"), "y");
}

TEST(Robustness, aHundredThousandSymbols)
{
    std::string text;
    for (int i = 0; i < 100000; ++i)
        text += "config " + name(i) + "\n\tbool \"x\"\n\tdefault y if " + name(i / 2) + "\n";
    text.replace(text.find("\tdefault y if S0\n"), 17, "\tdefault y\n");
    Tree tree(text);
    EXPECT_EQ(tree.messages(), "");
    EXPECT_EQ(tree.value(name(99999)), "y");
}

TEST(Robustness, loadingCanBeCancelled)
{
    Tree tree;
    int asked = 0;
    tree.options.cancelled = [&asked] { return ++asked > 10; };
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "config " + name(i) + "\n\tbool\n";
    tree.load(text);
    EXPECT_TRUE(tree.result.wasCancelled);
    EXPECT_TRUE(tree.symbol("S1").isValid());
    EXPECT_FALSE(tree.symbol("S900").isValid());
}

TEST(Robustness, anyTextIsAConfig)
{
    Tree tree("config A\n\tbool \"A\"\nconfig S\n\tstring \"S\"\n");
    for (const std::string &text :
         {std::string("CONFIG_A"), std::string("CONFIG_=y"), std::string("# CONFIG_A is not set"),
          std::string("#"), std::string("# "), std::string("CONFIG_S=\"\\"), std::string("\0\0", 2),
          std::string("CONFIG_A=\n"), std::string("CONFIG_S=\"" + std::string(1000000, 'x'))}) {
        Configuration c = tree.configuration();
        readConfig(c, text, "in");
        EXPECT_FALSE(writeConfig(c).empty());
    }
}

} // namespace
} // namespace kconfig::test
