// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The resolver where it has to find a number or a text.

#include "resolve_question.h"

namespace kconfig::test {
namespace {

TEST(ResolveNumbers, NumbersAndTheirRanges)
{
    const std::string tree = "config N\n\tint \"N\"\n\tdefault 3\n\trange 1 9 if !BIG\n" +
                             boolean("BIG") + boolean("A", "\tdepends on N > 5\n") +
                             "config H\n\thex \"H\"\n\trange 0x10 0x20\n";
    EXPECT_EQ(Question(tree, "A=y").first(), "N=6 A=y");
    EXPECT_EQ(Question(tree, "N=7").first(), "N=7");
    EXPECT_EQ(Question(tree, "N=50").first(), "BIG=y N=50");
    EXPECT_EQ(Question(tree, "A=y N=2").first(), "impossible");
    EXPECT_EQ(Question(tree, "H=0x1f").first(), "H=0x1f");
    const Question outside(tree, "H=0x30");
    EXPECT_EQ(outside.first(), "impossible");
    EXPECT_FALSE(outside.resolution.impossible->reasons.empty());
}

TEST(ResolveNumbers, OptionsComparedWithEachOther)
{
    const std::string tree =
        "config N\n\tint \"N\"\n\tdefault 3\nconfig L\n\tint \"L\"\n\tdefault 2\n"
        "config K\n\tint \"K\"\n\tdefault 1\n\trange 0 3\n" +
        boolean("A", "\tdepends on N < L && L < K\n") +
        boolean("B", "\tdepends on N = L && L = K\n");
    EXPECT_EQ(Question(tree, "A=y").resolution.alternatives.at(0).edits.size(), 3U);
    EXPECT_EQ(Question(tree, "B=y").resolution.alternatives.at(0).edits.size(), 3U);
    EXPECT_EQ(Question(tree, "A=y N=2").first(), "impossible"); // there is nothing between 2 and 3
    const std::string texts =
        "config S\n\tstring \"S\"\n\tdefault \"one\"\nconfig T\n\tstring \"T\"\n"
        "\tdefault \"two\"\n" +
        boolean("A", "\tdepends on S = T && S != \"two\"\n");
    EXPECT_EQ(Question(texts, "A=y").first(), "T=one A=y");
}

TEST(ResolveNumbers, RangesWithOptionsAsBounds)
{
    const std::string tree = "config LOW\n\tint \"LOW\"\n\tdefault 4\nconfig N\n\tint \"N\"\n"
                             "\trange LOW 99\nconfig COPY\n\tint\n\tdefault N\n";
    for (const Dialect dialect : allDialects) {
        EXPECT_EQ(Question(tree, "N=2", {}, dialect).first(), "LOW=2"); // brought up to its range
        EXPECT_EQ(Question(tree, "N=2", "CONFIG_N=5\n", dialect).first(), "LOW=2 N=2");
        EXPECT_EQ(Question(tree, "COPY=7", "CONFIG_N=6\n", dialect).all().size(), 2U);
        // A range whose bounds change places: what 6.12 reads again it brings to the other bound.
        EXPECT_EQ(Question(tree, "N=100", {}, dialect).first(),
                  dialect == Dialect::linux_6_12 ? "impossible" : "LOW=100");
    }
}

TEST(ResolveNumbers, TheLargestAndTheSmallest)
{
    const std::string most = "0xffffffffffffffff";
    const std::string largest = "9223372036854775807";
    const std::string smallest = "-9223372036854775808";
    const std::string tree =
        "config N\n\tint \"N\"\nconfig H\n\thex \"H\"\n" +
        boolean("UPPER", "\tdepends on N > 9223372036854775806\n") +
        boolean("LOWER", "\tdepends on N < -9223372036854775807\n") +
        boolean("LAST", "\tdepends on H > 0xfffffffffffffffe\n") +
        boolean("BETWEEN", "\tdepends on H > 0xfffffffffffffffd && H < 0xffffffffffffffff\n") +
        boolean("HALF", "\tdepends on H > 0x7fffffffffffffff && H < 0x8000000000000001\n");
    for (const Dialect dialect : allDialects) {
        const auto first = [&](const std::string &wishes, const std::string &config = {}) {
            return Question(tree, wishes, config, dialect).first();
        };
        EXPECT_EQ(first("N=" + largest), "N=" + largest);
        EXPECT_EQ(first("N=" + smallest), "N=" + smallest);
        EXPECT_EQ(first("H=" + most), "H=" + most);
        EXPECT_EQ(first("UPPER=y"), "N=" + largest + " UPPER=y");
        // The way from one end to the other is longer than a number can be.
        EXPECT_EQ(first("UPPER=y", "CONFIG_N=" + smallest + '\n'), "N=" + largest + " UPPER=y");
        EXPECT_EQ(first("LOWER=y", "CONFIG_N=" + largest + '\n'), "N=" + smallest + " LOWER=y");
        EXPECT_EQ(first("LAST=y"), "H=" + most + " LAST=y");
        EXPECT_EQ(first("BETWEEN=y"), "H=0xfffffffffffffffe BETWEEN=y");
        EXPECT_EQ(first("HALF=y"), "H=0x8000000000000000 HALF=y");
        EXPECT_EQ(first("UPPER=y LOWER=y"), "impossible");
    }
}

TEST(ResolveNumbers, BeyondThemTextsAreCompared)
{
    // No number of 64 bits: conf compares the digits as a text.
    const std::string tree =
        "config N\n\tint \"N\"\n" + boolean("A", "\tdepends on N > 99999999999999999999\n") +
        "config H\n\thex \"H\"\n" + boolean("B", "\tdepends on H = 0x10000000000000000\n");
    for (const Dialect dialect : allDialects) {
        EXPECT_EQ(Question(tree, "N=99999999999999999999", {}, dialect).first(),
                  "N=99999999999999999999");
        EXPECT_EQ(Question(tree, "B=y", {}, dialect).first(), "H=0x10000000000000000 B=y");
    }
}

TEST(ResolveNumbers, BoundsOfAHexAreHexWithoutThePrefix)
{
    const std::string tree = "config H\n\thex \"H\"\n\trange 20 30\n"
                             "config G\n\thex \"G\"\n\trange 30 40\n" +
                             boolean("SAME", "\tdepends on H = G && H = 0x30\n");
    for (const Dialect dialect : allDialects) {
        EXPECT_NE(Question(tree, "SAME=y", {}, dialect).first(), "impossible");
        EXPECT_EQ(Question(tree, "H=0x31", {}, dialect).first(), "impossible");
    }
}

} // namespace
} // namespace kconfig::test
