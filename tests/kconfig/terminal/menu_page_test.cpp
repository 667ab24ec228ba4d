// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The menu on a screen, key by key.

#include "recording_screen.h"

#include <gtest/gtest.h>

namespace kconfig::terminal::test {

namespace {

constexpr const char *config = "CONFIG_MODULES=y\nCONFIG_NET=y\n# CONFIG_NET_DEBUG is not set\n"
                               "CONFIG_NET_NAME=\"kiln\"\nCONFIG_BLOCK=y\nCONFIG_BLOCK_LOOP=m\n"
                               "CONFIG_BLOCK_SIZE=8\nCONFIG_PREEMPT_NONE=y\n"
                               "# CONFIG_PREEMPT_FULL is not set\nCONFIG_PCI=y\n"
                               "# CONFIG_USB is not set\nCONFIG_BASE=0x3f8\n"
                               "# CONFIG_CRC is not set\nCONFIG_BUS=y\n";

/// The rows of the list, without title, details and bar; the selected one in angle marks.
std::string rows(const Sitting &sitting, int count)
{
    std::string text;
    for (int row = 2; row < 2 + count; ++row)
        text += (has(sitting.screen.styleAt(row, 30), Style::reverse) ? ">" : " ") +
                sitting.screen.line(row) + '\n';
    return text;
}

std::string message(const Sitting &sitting)
{
    const std::string line = sitting.screen.line(sitting.screen.size().rows - 2);
    return line.empty() ? line : line.substr(1);
}

class MenuPageTest : public ::testing::Test
{
protected:
    std::string path(const Sitting &sitting) const { return sitting.screen.line(1); }
};

TEST_F(MenuPageTest, EntersMenusAndComesBackToWhereItWas)
{
    Sitting sitting(fixture, config);
    sitting.type("dd"); // Debugging, Device Drivers
    EXPECT_EQ(sitting.screen.rowOf("Device Drivers"), 8);
    EXPECT_TRUE(has(sitting.screen.styleAt(8, 40), Style::reverse));
    sitting.press(KeyCode::enter);
    EXPECT_NE(path(sitting).find("Device Drivers"), std::string::npos);
    EXPECT_EQ(rows(sitting, 4), ">      *** Buses ***\n   [*] PCI support\n   < >   USB support\n"
                                "   (0x3f8) Base address\n");
    sitting.press(KeyCode::end);
    sitting.press(KeyCode::escape);
    EXPECT_TRUE(has(sitting.screen.styleAt(8, 40), Style::reverse));
    sitting.press(KeyCode::right);
    EXPECT_TRUE(has(sitting.screen.styleAt(5, 40), Style::reverse)) << "the last entry again";
    sitting.press(KeyCode::left);
    EXPECT_NE(path(sitting).find("Main menu"), std::string::npos);
    sitting.press(KeyCode::left);
    EXPECT_FALSE(sitting.application->isDone()) << "only Esc leaves from the top";
}

TEST_F(MenuPageTest, MovesByLineAndPageAndLetter)
{
    Sitting sitting(fixture, config);
    const auto selected = [&] {
        for (int row = 2; row < 12; ++row)
            if (has(sitting.screen.styleAt(row, 40), Style::reverse))
                return row - 2;
        return -1;
    };
    EXPECT_EQ(selected(), 0);
    sitting.type("jj");
    EXPECT_EQ(selected(), 2);
    sitting.type("k");
    EXPECT_EQ(selected(), 1);
    sitting.press(KeyCode::up);
    sitting.press(KeyCode::up);
    EXPECT_EQ(selected(), 0) << "stops at the top";
    sitting.press(KeyCode::end);
    EXPECT_EQ(selected(), 8);
    sitting.press(KeyCode::down);
    EXPECT_EQ(selected(), 8);
    sitting.press(KeyCode::home);
    EXPECT_EQ(selected(), 0);
    sitting.type("l");
    EXPECT_EQ(selected(), 7) << "Library routines";
    sitting.type("l");
    EXPECT_EQ(selected(), 0) << "round to Loadable modules";
    sitting.type("N");
    EXPECT_EQ(selected(), 1) << "n is a command, N goes to Networking";
    sitting.type("N");
    EXPECT_EQ(selected(), 3) << "Name of the host";
}

TEST_F(MenuPageTest, ChangesWithTheKeysOfMenuconfig)
{
    Sitting sitting(fixture, config);
    sitting.type("b");
    sitting.press(KeyCode::enter);
    sitting.type("y");
    EXPECT_EQ(sitting.value("BLOCK_LOOP"), "y");
    sitting.type("m");
    EXPECT_EQ(sitting.value("BLOCK_LOOP"), "m");
    sitting.type("n");
    EXPECT_EQ(sitting.value("BLOCK_LOOP"), "n");
    sitting.type(" ");
    EXPECT_EQ(sitting.value("BLOCK_LOOP"), "m");
    sitting.press(KeyCode::enter);
    EXPECT_EQ(sitting.value("BLOCK_LOOP"), "y");
    EXPECT_EQ(rows(sitting, 2), ">+ <*> Loop devices\n   (8) Sectors at a time\n");
    EXPECT_NE(sitting.screen.line(0).find("[1 change]"), std::string::npos);
    sitting.press(KeyCode::down);
    sitting.type("y");
    EXPECT_EQ(message(sitting), "BLOCK_SIZE is no y or not; Enter edits its value");
    sitting.type("u");
    EXPECT_EQ(message(sitting), "Undone: BLOCK_LOOP=y");
    EXPECT_EQ(sitting.value("BLOCK_LOOP"), "m");
    sitting.press(control('r'));
    EXPECT_EQ(message(sitting), "Done again: BLOCK_LOOP=y");
    sitting.press(control('r'));
    EXPECT_EQ(message(sitting), "There is nothing to do again");
    sitting.press(KeyCode::up);
    sitting.press(KeyCode::erase);
    EXPECT_EQ(message(sitting), "BLOCK_LOOP is back at its default, m");
}

TEST_F(MenuPageTest, SaysWhyAnOptionCannotBeChanged)
{
    Sitting sitting(fixture, config);
    sitting.type("l");
    sitting.press(KeyCode::enter);
    sitting.press(KeyCode::down);
    sitting.type(" ");
    EXPECT_NE(message(sitting).find("BUS is held at y by select from PCI at Kconfig:"),
              std::string::npos)
        << message(sitting);
    EXPECT_TRUE(sitting.screen.shows("It can't be changed now"));
    sitting.type("j");
    EXPECT_EQ(message(sitting), "") << "a message lasts until the next key";
}

TEST_F(MenuPageTest, HiddenOptionsAreDimmedAndExplained)
{
    Sitting sitting(fixture, config);
    sitting.type("dd");
    sitting.press(KeyCode::enter);
    EXPECT_FALSE(sitting.screen.shows("USB mass storage"));
    sitting.type("z");
    ASSERT_EQ(sitting.screen.rowOf("USB mass storage"), 5);
    EXPECT_TRUE(has(sitting.screen.styleAt(5, 10), Style::dim));
    EXPECT_FALSE(has(sitting.screen.styleAt(4, 10), Style::dim));
    sitting.type("jjj");
    sitting.type("y");
    EXPECT_EQ(sitting.value("USB_STORAGE"), "n");
    EXPECT_EQ(message(sitting).rfind("USB_STORAGE needs USB && NET_DEBUG: USB is n", 0), 0U)
        << message(sitting);
    EXPECT_TRUE(sitting.screen.shows("USB is n")) << sitting.screen.text();
    EXPECT_TRUE(sitting.screen.shows("NET_DEBUG is n"));
    sitting.type("z");
    EXPECT_FALSE(sitting.screen.shows("USB mass storage"));
}

TEST_F(MenuPageTest, AChoiceIsAPageOfItsValues)
{
    Sitting sitting(fixture, config);
    sitting.type("p");
    sitting.press(KeyCode::enter);
    EXPECT_EQ(rows(sitting, 2), ">  (X) No preemption\n   ( ) Preempt everywhere\n");
    sitting.type("j ");
    EXPECT_EQ(sitting.value("PREEMPT_FULL"), "y");
    EXPECT_EQ(sitting.screen.line(7), "+     Preemption model (Preempt everywhere)  --->");
    sitting.press(KeyCode::enter);
    EXPECT_EQ(rows(sitting, 2), " + ( ) No preemption\n>+ (X) Preempt everywhere\n")
        << "opens at what is chosen";
    sitting.press(KeyCode::escape);
    sitting.type("u");
    EXPECT_EQ(sitting.value("PREEMPT_NONE"), "y");
}

TEST_F(MenuPageTest, EditsValuesAndSaysWhatIsWrong)
{
    Sitting sitting(fixture, config);
    sitting.type("b");
    sitting.press(KeyCode::enter);
    sitting.type("j");
    sitting.press(KeyCode::enter);
    EXPECT_TRUE(sitting.screen.shows("BLOCK_SIZE: a decimal number, 1 to 128"));
    EXPECT_TRUE(sitting.screen.hasCursor);
    sitting.type("99");
    sitting.press(KeyCode::enter);
    EXPECT_TRUE(sitting.screen.shows("BLOCK_SIZE must be between 1 and 128"));
    sitting.press(KeyCode::backspace);
    EXPECT_FALSE(sitting.screen.shows("must be between"));
    sitting.press(KeyCode::enter);
    EXPECT_EQ(sitting.value("BLOCK_SIZE"), "89");
    EXPECT_FALSE(sitting.screen.hasCursor);
    sitting.press(KeyCode::escape);
    sitting.type("N"); // Networking
    sitting.type("N"); // Name of the host
    sitting.press(KeyCode::enter);
    sitting.press(control('u'));
    sitting.paste("größe \"x\"\n");
    EXPECT_EQ(sitting.value("NET_NAME"), "kiln") << "not before Enter";
    sitting.press(KeyCode::enter);
    EXPECT_EQ(sitting.value("NET_NAME"), "größe \"x\"");
    sitting.press(KeyCode::enter);
    sitting.type("junk");
    sitting.press(KeyCode::escape);
    EXPECT_EQ(sitting.value("NET_NAME"), "größe \"x\"") << "Esc drops what was typed";
}

TEST_F(MenuPageTest, APasteIsNoCommand)
{
    Sitting sitting(fixture, config);
    sitting.paste("nnnq");
    EXPECT_EQ(sitting.session->changeCount(), 0U);
    EXPECT_FALSE(sitting.application->isDone());
}

TEST_F(MenuPageTest, TheMouseSelectsChangesAndOpens)
{
    Sitting sitting(fixture, config);
    sitting.click(4, 30); // Debugging of the network
    EXPECT_TRUE(has(sitting.screen.styleAt(4, 40), Style::reverse));
    EXPECT_EQ(sitting.value("NET_DEBUG"), "n");
    sitting.click(4, 3); // its marker
    EXPECT_EQ(sitting.value("NET_DEBUG"), "y");
    sitting.click(8, 20, KeyCode::doubleClick); // Device Drivers
    EXPECT_NE(path(sitting).find("Device Drivers"), std::string::npos);
    sitting.click(12, 10); // below the entries
    EXPECT_NE(path(sitting).find("1/4"), std::string::npos);
    const int bar = 23;
    const auto column = static_cast<int>(sitting.screen.line(bar).find(" Esc "));
    sitting.click(bar, column + 1);
    EXPECT_NE(path(sitting).find("Main menu"), std::string::npos)
        << "the bar's keys can be clicked";
}

TEST_F(MenuPageTest, LongMenusScroll)
{
    std::string tree = "mainmenu \"Long\"\n";
    for (int i = 0; i < 100; ++i)
        tree += "config O" + std::to_string(i) + "\n\tbool \"Option " + std::to_string(i) + "\"\n";
    Sitting sitting(tree);
    EXPECT_NE(path(sitting).find("1/100"), std::string::npos);
    EXPECT_TRUE(sitting.screen.shows("█"));
    sitting.press(KeyCode::end);
    EXPECT_TRUE(sitting.screen.shows("Option 99"));
    EXPECT_FALSE(sitting.screen.shows("Option 5 "));
    sitting.press(KeyCode::pageUp);
    EXPECT_TRUE(sitting.screen.shows("Option 88"));
    sitting.press(KeyCode::home);
    sitting.press(Key{.code = KeyCode::wheelDown});
    EXPECT_FALSE(sitting.screen.shows("Option 2 "));
    EXPECT_TRUE(sitting.screen.shows("Option 3 "));
    EXPECT_NE(path(sitting).find("5/100"), std::string::npos)
        << "the selected entry stays in sight";
}

} // namespace

} // namespace kconfig::terminal::test
