// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Wishes: what is read from texts, and what is said about those that are none.

#include "tree.h"

#include "kconfig/resolve.h"

#include <random>

namespace kconfig::test {
namespace {

using Kind = WishError::Kind;

constexpr const char *tree = R"(config MODULES
	bool "Modules"
	option modules
config NET
	bool "Network"
config DRIVER
	tristate "Driver"
config SIZE
	int "Size" if NET
	range 1 9 if NET
	range 10 20
	default 12
config FREE
	int "Free"
	range 1 9 if NET
config BASE
	hex "Base"
	range 0x10 0xff
config BOUND
	int "Bound"
	range 1 SIZE
config NAME
	string "Name"
	depends on GHOST
choice STACK
	prompt "Stack"
config FAST
	bool "Fast"
config SLOW
	bool "Slow"
endchoice
choice
	prompt "Unnamed"
config ONE
	bool "One"
endchoice
config UNTYPED
config FROM_ENV
	string
	option env="WISHES_TEST"
)";

class Wishes : public ::testing::Test
{
protected:
    Tree t{tree};

    Expected<std::vector<Wish>, WishError> read(const std::vector<std::string> &texts)
    {
        return readWishes(t.model(), texts, "CONFIG_");
    }
    void expectRefused(const std::string &text, Kind kind, const std::string &message)
    {
        const auto wishes = read({text});
        ASSERT_FALSE(wishes) << text;
        EXPECT_EQ(static_cast<int>(wishes.error().kind), static_cast<int>(kind)) << text;
        EXPECT_EQ(wishes.error().message, message);
    }
    std::string valueOf(const std::string &text)
    {
        const auto wishes = read({text});
        return wishes ? wishes->front().value : "refused: " + wishes.error().message;
    }
};

TEST_F(Wishes, AreReadByTheTypeOfTheOption)
{
    const auto wishes = read({"NET=y", "CONFIG_DRIVER=M", "SIZE=12", "BASE=1f",
                              "NAME=\"a \\\"b\\\"\"", "FAST=y", "NET=y"});
    ASSERT_TRUE(wishes) << wishes.error().message;
    const std::vector<Wish> expected{{t.symbol("NET"), "y"},        {t.symbol("DRIVER"), "m"},
                                     {t.symbol("SIZE"), "12"},      {t.symbol("BASE"), "0x1f"},
                                     {t.symbol("NAME"), "a \"b\""}, {t.symbol("FAST"), "y"}};
    EXPECT_EQ(*wishes, expected); // the same wish twice is one
    EXPECT_EQ(valueOf("NAME="), "");
    EXPECT_EQ(valueOf("NAME=\"\""), "");
    EXPECT_EQ(valueOf("NAME=a=b"), "a=b");
    EXPECT_EQ(valueOf("STACK=y"), "y");
    EXPECT_EQ(valueOf("FROM_ENV=x"), "x"); // whether it can be is for the resolver to say
}

TEST_F(Wishes, ModulesAreNoMatterOfSyntax)
{
    // Without modules no tristate is m, which is a matter of the configuration.
    Tree other("config A\n\ttristate \"A\"\n");
    EXPECT_TRUE(readWishes(other.model(), std::vector<std::string>{"A=m"}, "CONFIG_"));
}

TEST_F(Wishes, Syntax)
{
    expectRefused("NET", Kind::syntax, "'NET' is no wish; write NAME=VALUE, as in NET=y");
    expectRefused("", Kind::syntax, "'' is no wish; write NAME=VALUE, as in NET=y, without spaces");
    expectRefused("=y", Kind::syntax,
                  "'=y' is no wish; write NAME=VALUE, as in NET=y, without spaces");
    expectRefused("NET = y", Kind::syntax,
                  "'NET = y' is no wish; write NAME=VALUE, as in NET=y, without spaces");
    expectRefused("!NET=y", Kind::syntax,
                  "'!NET=y' is no wish; write NAME=VALUE, as in NET=y, without spaces");
}

TEST_F(Wishes, UndefinedSymbols)
{
    expectRefused("DRIVRE=y", Kind::undefinedSymbol,
                  "the tree has no option 'DRIVRE'; did you mean DRIVER?");
    expectRefused("CONFIG_DRIVRE=y", Kind::undefinedSymbol,
                  "the tree has no option 'DRIVRE'; did you mean DRIVER?");
    expectRefused("driver=y", Kind::undefinedSymbol,
                  "the tree has no option 'driver'; did you mean DRIVER?");
    expectRefused("SOMETHING_ELSE=y", Kind::undefinedSymbol,
                  "the tree has no option 'SOMETHING_ELSE'; search for it by words: "
                  "kconf search SOMETHING_ELSE");
    expectRefused("GHOST=y", Kind::undefinedSymbol,
                  "the tree has no option 'GHOST': expressions mention it, but no file defines it, "
                  "so it is always n; search for it by words: kconf search GHOST");
    expectRefused("y=n", Kind::undefinedSymbol,
                  "'y' is a constant, and constants can't be changed; name an option");
}

TEST_F(Wishes, WrongTypes)
{
    expectRefused("NET=m", Kind::wrongType,
                  "NET is a bool, which is y or n; only tristates can be m: write NET=y");
    expectRefused("NET=", Kind::wrongType, "NET= has no value; write NET=y or NET=n");
    expectRefused("NET=on", Kind::wrongType,
                  "'on' is no value for NET, which is a bool; write NET=y");
    expectRefused("NET=yes", Kind::wrongType,
                  "'yes' is no value for NET, which is a bool; write NET=y");
    expectRefused("NET=0", Kind::wrongType,
                  "'0' is no value for NET, which is a bool; write NET=n");
    expectRefused("NET=17", Kind::wrongType,
                  "'17' is no value for NET, which is a bool; write NET=y or NET=n");
    expectRefused("DRIVER=x", Kind::wrongType,
                  "'x' is no value for DRIVER, which is a tristate; write DRIVER=y, DRIVER=m or "
                  "DRIVER=n");
    expectRefused("SIZE=y", Kind::wrongType,
                  "'y' is no value for SIZE, which is an int; write decimal digits without leading "
                  "zeros, as in SIZE=10");
    expectRefused("UNTYPED=y", Kind::wrongType,
                  "UNTYPED has no type, so it can't have a value; give it one (bool, int, …) where "
                  "it is defined");
    expectRefused("NAME=a\nb", Kind::wrongType,
                  "the text for NAME has a line break or a zero byte, which no configuration file "
                  "can hold; leave it out");
}

TEST_F(Wishes, MalformedNumbers)
{
    for (const char *number : {"1 ", "1.5", "1k", "--1", "0x10", "007", "+3", "-", " "})
        EXPECT_EQ(valueOf(std::string("FREE=") + number),
                  std::string("refused: '") + number +
                      "' is no value for FREE, which is an int; write decimal digits without "
                      "leading zeros, as in FREE=10");
    EXPECT_EQ(valueOf("FREE="), "refused: FREE= has no value; write a number, as in FREE=10");
    EXPECT_EQ(valueOf("BASE=xyz"), "refused: '0xxyz' is no value for BASE, which is a hex; write "
                                   "hexadecimal digits, as in BASE=0x1f");
    EXPECT_EQ(valueOf("FREE=9223372036854775807"), "9223372036854775807");
    EXPECT_EQ(valueOf("FREE=-9223372036854775808"), "-9223372036854775808");
    EXPECT_EQ(valueOf("FREE=9223372036854775808"),
              "refused: 9223372036854775808 is too large for FREE: numbers have at most 64 bits; "
              "write a smaller one");
}

TEST_F(Wishes, OutOfEveryRange)
{
    expectRefused("SIZE=21", Kind::outOfRange,
                  "SIZE can't be 21: it has to be within 1 … 9 (Kconfig:10:2) or 10 … 20 "
                  "(Kconfig:11:2)");
    expectRefused("SIZE=-1", Kind::outOfRange,
                  "SIZE can't be -1: it has to be within 1 … 9 (Kconfig:10:2) or 10 … 20 "
                  "(Kconfig:11:2)");
    expectRefused("BASE=0x100", Kind::outOfRange,
                  "BASE can't be 0x100: it has to be within 0x10 … 0xff (Kconfig:18:2)");
    EXPECT_EQ(valueOf("SIZE=9"), "9");
    EXPECT_EQ(valueOf("BASE=0xFF"), "0xFF");
    EXPECT_EQ(valueOf("FREE=99"), "99");  // no range without NET
    EXPECT_EQ(valueOf("BOUND=99"), "99"); // the bound is an option's value
}

TEST_F(Wishes, NothingSetIsZeroInLinux612)
{
    Tree other;
    other.options.dialect = Dialect::linux_6_12;
    other.load("config A\n\tbool \"A\"\nconfig N\n\tint \"N\"\n\tdepends on A\n\trange 5 9\n");
    EXPECT_TRUE(readWishes(other.model(), std::vector<std::string>{"N=0"}, ""));
    EXPECT_FALSE(readWishes(other.model(), std::vector<std::string>{"N=1"}, ""));
}

TEST_F(Wishes, Choices)
{
    expectRefused("STACK=FAST", Kind::wrongType,
                  "STACK is a choice; to choose one of its values, wish for that one: FAST=y");
    expectRefused("STACK=m", Kind::wrongType,
                  "STACK is a choice, which is y or n; only tristates can be m: write STACK=y");
    // An unnamed choice has no name to wish with, but programs have its symbol.
    const SymbolId unnamed = t.model().symbol(t.symbol("ONE")).choice;
    const std::vector<Wish> wish{{unnamed, "ONE"}};
    const auto error = checkWishes(t.model(), wish, {});
    ASSERT_TRUE(error);
    EXPECT_EQ(error->message,
              "the choice \"Unnamed\" is a choice; to choose one of its values, wish "
              "for that one: ONE=y");
}

TEST_F(Wishes, Contradictions)
{
    const auto both = read({"NET=y", "DRIVER=m", "NET=n"});
    ASSERT_FALSE(both);
    EXPECT_EQ(static_cast<int>(both.error().kind), static_cast<int>(Kind::contradiction));
    EXPECT_EQ(both.error().message,
              "NET can't be both 'y' and 'n'; leave one of the two wishes out");
    EXPECT_EQ(both.error().position.line, 4u);

    const std::vector<Wish> wishes{{t.symbol("NET"), "y"}};
    const std::vector<SymbolId> keep{t.symbol("SIZE"), t.symbol("NET")};
    const auto kept = checkWishes(t.model(), wishes, keep);
    ASSERT_TRUE(kept);
    EXPECT_EQ(static_cast<int>(kept->kind), static_cast<int>(Kind::contradiction));
    EXPECT_EQ(kept->message,
              "NET is to be kept as it is and to become y; leave one of the two out");
    EXPECT_FALSE(checkWishes(t.model(), wishes, std::vector<SymbolId>{t.symbol("SIZE")}));
    EXPECT_TRUE(checkWishes(t.model(), wishes, std::vector<SymbolId>{t.symbol("GHOST")}));
}

TEST_F(Wishes, CheckedWhenMadeByPrograms)
{
    const auto check = [&](SymbolId symbol, const char *value) {
        const std::vector<Wish> wishes{{symbol, value}};
        return checkWishes(t.model(), wishes, {});
    };
    EXPECT_TRUE(check({}, "y"));
    EXPECT_TRUE(check(SymbolId{100000}, "y"));
    EXPECT_TRUE(check(Model::constant(Tristate::yes), "n"));
    EXPECT_TRUE(check(t.symbol("GHOST"), "y"));
    EXPECT_FALSE(check(t.symbol("NET"), "n"));
}

/// Whatever is typed: either wishes that pass the check, or a message, which is never empty.
TEST_F(Wishes, FuzzedTextsGetWishesOrAMessage)
{
    std::mt19937 dice(20);
    const std::vector<std::string> pieces{"NET",
                                          "CONFIG_",
                                          "SIZE",
                                          "=",
                                          "y",
                                          "m",
                                          "n",
                                          "\"",
                                          "\\",
                                          "0x",
                                          "99",
                                          "-",
                                          " ",
                                          "DRIVER",
                                          "NAME",
                                          "BASE",
                                          "FREE",
                                          "GHOST",
                                          "\n",
                                          "ä",
                                          std::string(1, '\0'),
                                          "999999999999999999999",
                                          "STACK",
                                          "FAST",
                                          "UNTYPED"};
    std::size_t accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        std::vector<std::string> texts(1 + dice() % 3);
        for (std::string &text : texts) {
            if (dice() % 2 == 0) // else hardly any has the right form
                text = pieces[dice() % pieces.size()] + '=';
            for (std::size_t i = 0, count = dice() % 6; i < count; ++i)
                text += pieces[dice() % pieces.size()];
        }
        const auto wishes = read(texts);
        if (!wishes) {
            EXPECT_GT(wishes.error().message.size(), 10u);
            continue;
        }
        ++accepted;
        EXPECT_FALSE(checkWishes(t.model(), *wishes, {}));
    }
    EXPECT_GT(accepted, 50u);
}

} // namespace
} // namespace kconfig::test
