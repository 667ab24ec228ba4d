// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// .config files and what a build reads.

#include "tree.h"

#include "kconfig/build_files.h"

namespace kconfig::test {
namespace {

const char *const sample =
    "mainmenu \"Sample\"\nconfig A\n\tbool \"A\"\n\tdefault y\nmenu \"Numbers\"\n"
    "config N\n\tint \"N\"\n\tdefault 5\nconfig H\n\thex \"H\"\n\tdefault 1f\n"
    "endmenu\nconfig S\n\tstring \"S\"\n\tdefault \"a b\"\nconfig OFF\n"
    "\tbool \"OFF\"\n";

std::string messagesOf(const ReadReport &report)
{
    std::string text;
    for (const Diagnostic &diagnostic : report.diagnostics)
        text += format(diagnostic, report.sources);
    return text;
}

TEST(ConfigFile, isWrittenAsConfWritesIt)
{
    Tree tree(sample);
    EXPECT_EQ(writeConfig(tree.configuration()),
              "#\n# Automatically generated file; DO NOT EDIT.\n# Sample\n#\n"
              "CONFIG_A=y\n\n#\n# Numbers\n#\nCONFIG_N=5\nCONFIG_H=1f\n# end of Numbers\n\n"
              "CONFIG_S=\"a b\"\n# CONFIG_OFF is not set\n");
    EXPECT_NE(writeConfig(tree.configuration(), "UK_").find("# UK_OFF is not set\n"),
              std::string::npos);
}

TEST(ConfigFile, writingAndReadingIsAFixedPoint)
{
    Tree tree(sample);
    Configuration c = tree.configuration();
    const auto report =
        readConfig(c, "# CONFIG_A is not set\nCONFIG_S=\"q\\\"\\\\ \"\nCONFIG_N=-3\n", "in");
    EXPECT_EQ(messagesOf(report), "");
    const std::string once = writeConfig(c);
    Configuration d = tree.configuration();
    EXPECT_EQ(messagesOf(readConfig(d, once, "again")), "");
    EXPECT_EQ(writeConfig(d), once);
    EXPECT_EQ(d.value(tree.symbol("S")), "q\"\\ ");
}

TEST(ConfigFile, badLinesAreReportedWithTheirPlace)
{
    Tree tree(sample);
    Configuration c = tree.configuration();
    const ReadReport report = readConfig(c,
                                         "CONFIG_A=maybe\n"
                                         "CONFIG_N=0x5\n"
                                         "CONFIG_H=xyz\n"
                                         "CONFIG_S=bare\n"
                                         "CONFIG_S=\"open\n"
                                         "CONFIG_UNKNWON=y\n"
                                         "CONFIG_OF=y\n"
                                         "garbage\n"
                                         "CONFIG_N=6\n"
                                         "CONFIG_N=7\n",
                                         "my.config");
    const std::string messages = messagesOf(report);
    for (const char *expected :
         {"my.config:1:10: warning: 'maybe' is no value for the bool 'A'; the line is ignored\n"
          "  CONFIG_A=maybe\n           ^\n  hint: write y or n\n",
          "my.config:2:10: warning: '0x5' is no value for the int 'N'",
          "my.config:3:10: warning: 'xyz' is no value for the hex 'H'",
          "my.config:4:10: warning: 'bare' is no value for the string 'S'",
          "my.config:5:10: warning: this text has no closing quote",
          "my.config:6:1: warning: unknown symbol 'UNKNWON'",
          "my.config:7:1: warning: unknown symbol 'OF'\n  CONFIG_OF=y\n  ^\n"
          "  hint: did you mean 'CONFIG_OFF'?\n",
          "my.config:8:1: warning: this line is no option",
          "my.config:10:1: warning: 'N' is set again; the last line counts",
          "my.config:9:1: note: it was set here before"})
        EXPECT_NE(messages.find(expected), std::string::npos) << expected << "\nin\n" << messages;
    EXPECT_EQ(report.unknownSymbols, 2);
    EXPECT_EQ(c.value(tree.symbol("N")), "7");
    EXPECT_EQ(c.value(tree.symbol("A")), "y");
}

TEST(ConfigFile, unknownSymbolsCanBeKeptQuiet)
{
    Tree tree(sample);
    Configuration c = tree.configuration();
    ReadOptions options;
    options.reportUnknownSymbols = false;
    const ReadReport report = readConfig(c, "CONFIG_NONE=y\n", "in", options);
    EXPECT_EQ(messagesOf(report), "");
    EXPECT_EQ(report.unknownSymbols, 1);
}

TEST(ConfigFile, mergingAddsToWhatIsThere)
{
    Tree tree(sample);
    Configuration c = tree.configuration();
    readConfig(c, "CONFIG_N=8\n# CONFIG_A is not set\n", "base");
    mergeConfig(c, "CONFIG_N=9\n", "fragment");
    EXPECT_EQ(c.value(tree.symbol("N")), "9");
    EXPECT_EQ(c.value(tree.symbol("A")), "n");
}

TEST(ConfigFile, aMinimalConfigHasOnlyWhatDiffers)
{
    Tree tree("config A\n\tbool \"A\"\n\tdefault y\nconfig B\n\tbool \"B\"\n\tselect T\nconfig T\n"
              "\tbool \"T\"\nchoice\n\tprompt \"Which\"\nconfig C1\n\tbool \"1\"\nconfig C2\n"
              "\tbool \"2\"\nendchoice\n");
    Configuration c = tree.configuration();
    EXPECT_EQ(writeMinimalConfig(c), "");
    readConfig(c, "# CONFIG_A is not set\nCONFIG_B=y\nCONFIG_C2=y\n", "in");
    EXPECT_EQ(writeMinimalConfig(c), "# CONFIG_A is not set\nCONFIG_B=y\nCONFIG_C2=y\n");
    const std::string minimal = writeMinimalConfig(c);
    Configuration d = tree.configuration();
    readConfig(d, minimal, "minimal");
    EXPECT_EQ(writeConfig(d), writeConfig(c));
}

TEST(BuildFiles, haveConfsFormat)
{
    Tree tree(
        "config MODULES\n\tbool\n\toption modules\n\tdefault y\nconfig T\n\ttristate \"T\"\n"
        "\tdefault m\nconfig H\n\thex\n\tdefault 1f\nconfig S\n\tstring\n\tdefault \"x\\\"y\"\n");
    const Configuration c = tree.configuration();
    const std::string header = writeHeader(c);
    EXPECT_EQ(header.substr(0, 59),
              "/*\n *\n * Automatically generated file; DO NOT EDIT.\n * Main");
    for (const char *line : {"#define CONFIG_MODULES 1\n", "#define CONFIG_T_MODULE 1\n",
                             "#define CONFIG_H 0x1f\n", "#define CONFIG_S \"x\\\"y\"\n"})
        EXPECT_NE(header.find(line), std::string::npos) << header;
    EXPECT_NE(writeAutoConf(c).find("CONFIG_T=m\n"), std::string::npos);
    EXPECT_NE(writeTristateConf(c).find("CONFIG_T=M\n"), std::string::npos);
    EXPECT_EQ(writeTristateConf(c).find("CONFIG_MODULES"), std::string::npos);
}

TEST(BuildFiles, tellWhichOptionsHaveChanged)
{
    Tree tree("config A\n\tbool \"A\"\n\tdefault y\nconfig N\n\tint\n\tdefault 5\nconfig OFF\n"
              "\tbool \"OFF\"\n");
    const Configuration c = tree.configuration();
    EXPECT_TRUE(changedOptions(c, writeAutoConf(c)).empty());
    EXPECT_EQ(changedOptions(c, "CONFIG_A=y\nCONFIG_N=4\nCONFIG_GONE=y\n"),
              (std::vector<std::string>{"GONE", "N"}));
    EXPECT_EQ(changedOptions(c, "CONFIG_OFF=y\nCONFIG_A=y\nCONFIG_N=5\n"),
              std::vector<std::string>{"OFF"});
    EXPECT_EQ(optionStampPath(Dialect::unikraft, "LIB_FOO_BAR"), "lib/foo/bar.h");
    EXPECT_EQ(optionStampPath(Dialect::linux_6_1, "LIB_FOO"), "LIB_FOO");
}

} // namespace
} // namespace kconfig::test
