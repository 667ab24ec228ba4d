// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Which rows a menu has and what they say; edits, undo and changes. No screen.

#include "recording_screen.h"

#include "menu_view.h"
#include "row_text.h"

#include <gtest/gtest.h>

namespace kconfig::terminal::test {

namespace {

/// The page of a menu as text: marker, depth, prompt, what stands behind.
std::string page(const Configuration &configuration, NodeId menu, bool showAll = false)
{
    std::string text;
    for (const Row &row : rowsOf(configuration, menu, showAll)) {
        const RowText parts = rowText(configuration, row, showAll);
        text += row.isVisible ? "" : "hidden ";
        text += parts.marker + std::string(static_cast<std::size_t>(2 * row.depth), ' ') + '|' +
                parts.prompt + parts.suffix + '\n';
    }
    return text;
}

NodeId nodeOf(const Configuration &configuration, const char *name)
{
    const Model &model = configuration.model();
    return model.symbol(model.find(name)).nodes.front();
}

std::string read(const kconfig::test::Tree &tree, const std::string &name, const char *config,
                 bool showAll = false)
{
    Configuration configuration = tree.configuration();
    (void)readConfig(configuration, config, ".config");
    return page(configuration,
                name.empty() ? tree.model().root()
                             : pageOf(tree.model(), nodeOf(configuration, name.c_str())),
                showAll);
}

constexpr const char *everything = "CONFIG_MODULES=y\nCONFIG_NET=y\n# CONFIG_NET_DEBUG is not set\n"
                                   "CONFIG_NET_NAME=\"kiln\"\nCONFIG_BLOCK=y\nCONFIG_BLOCK_LOOP=m\n"
                                   "CONFIG_BLOCK_SIZE=8\nCONFIG_PREEMPT_NONE=y\n"
                                   "# CONFIG_PREEMPT_FULL is not set\nCONFIG_PCI=y\n"
                                   "# CONFIG_USB is not set\nCONFIG_BASE=0x3f8\n"
                                   "# CONFIG_CRC is not set\nCONFIG_BUS=y\n";

TEST(MenuView, FlattensTheMainMenu)
{
    const kconfig::test::Tree tree(fixture);
    EXPECT_EQ(read(tree, {}, everything), "[*]|Loadable modules\n"
                                          "[*]|Networking support\n"
                                          "[ ]  |Debugging of the network\n"
                                          "(kiln)  |Name of the host\n"
                                          "[*]|Block devices  --->\n"
                                          "|Preemption model (No preemption)  --->\n"
                                          "|Device Drivers  --->\n"
                                          "|Library routines  --->\n"
                                          "|Empty  ----\n");
}

TEST(MenuView, MarksWhatIsNew)
{
    const kconfig::test::Tree tree(fixture);
    EXPECT_EQ(read(tree, "BLOCK_LOOP", "CONFIG_MODULES=y\nCONFIG_BLOCK=y\nCONFIG_BLOCK_SIZE=8\n"),
              "<M>|Loop devices (NEW)\n(8)|Sectors at a time\n");
    EXPECT_EQ(read(tree, "PREEMPT_NONE", everything),
              "(X)|No preemption\n( )|Preempt everywhere\n");
}

TEST(MenuView, MarkersTellWhatASelectHolds)
{
    const kconfig::test::Tree tree(fixture);
    EXPECT_EQ(read(tree, "CRC", everything), "< >|CRC functions\n-*-|Bus core\n");
    const std::string storage = std::string(everything) + "CONFIG_NET_DEBUG=y\nCONFIG_USB=m\n"
                                                          "CONFIG_USB_STORAGE=m\n";
    EXPECT_EQ(read(tree, "CRC", storage.c_str()), "{M}|CRC functions\n-*-|Bus core\n");
    EXPECT_EQ(read(tree, "USB", storage.c_str()), "|*** Buses ***\n[*]|PCI support\n"
                                                  "<M>  |USB support\n<M>    |USB mass storage\n"
                                                  "(0x3f8)|Base address\n");
}

TEST(MenuView, WithoutModulesTristatesAreBools)
{
    const kconfig::test::Tree tree(fixture);
    const std::string config = std::string(everything) + "# CONFIG_MODULES is not set\n";
    EXPECT_EQ(read(tree, "BLOCK_LOOP", config.c_str()),
              "[*]|Loop devices\n(8)|Sectors at a time\n");
}

TEST(MenuView, ShowsHiddenOptionsWhenAsked)
{
    const kconfig::test::Tree tree(fixture);
    EXPECT_EQ(read(tree, "USB", everything, true),
              "|*** Buses ***\n[*]|PCI support\n< >  |USB support\n"
              "hidden - -    |USB mass storage\n(0x3f8)|Base address\n");
    EXPECT_EQ(read(tree, "NEVER", everything, false), "");
    EXPECT_EQ(read(tree, "NEVER", everything, true), "hidden - -|Never to be seen\n");
}

TEST(MenuView, ChildrenOfAChosenValueFollowTheirChoice)
{
    const kconfig::test::Tree tree(
        "choice\n\tprompt \"Model\"\n\tdefault B\nconfig A\n\tbool \"A\"\n"
        "config B\n\tbool \"B\"\nconfig C\n\tint \"C\"\n\tdefault 1\n"
        "\tdepends on B\nendchoice\nconfig D\n\tbool \"D\"\n");
    const Configuration configuration = tree.configuration();
    EXPECT_EQ(page(configuration, tree.model().root()),
              "|Model (B)  --->\n  |B\n(1)    |C (NEW)\n[ ]|D (NEW)\n");
}

TEST(MenuView, TristateChoicesInModuleModeShowTheirValues)
{
    const kconfig::test::Tree tree("config M\n\tbool \"M\"\n\toption modules\n\tdefault y\nchoice\n"
                                   "\tprompt \"Drivers\"\nconfig A\n\ttristate \"A\"\nconfig B\n"
                                   "\ttristate \"B\"\nendchoice\n");
    EXPECT_EQ(read(tree, {}, "CONFIG_M=y\nCONFIG_A=m\nCONFIG_B=m\n"),
              "[*]|M\n<M>|Drivers  --->\n<M>  |A\n<M>  |B\n");
}

TEST(MenuView, PathsLeadFromTheMainMenu)
{
    const kconfig::test::Tree tree(fixture);
    const Configuration configuration = tree.configuration();
    const Model &model = tree.model();
    const auto path = [&](const char *name) {
        return pathText(model, pageOf(model, nodeOf(configuration, name)));
    };
    EXPECT_EQ(path("USB_STORAGE"), "Device Drivers");
    EXPECT_EQ(path("NET_DEBUG"), "Fixture kernel");
    EXPECT_EQ(path("BLOCK_SIZE"), "Block devices");
    EXPECT_EQ(path("PREEMPT_FULL"), "Preemption model");
}

MenuSession sessionOf(const kconfig::test::Tree &tree, const char *config)
{
    Configuration configuration = tree.configuration();
    (void)readConfig(configuration, config, ".config");
    return MenuSession(configuration);
}

TEST(MenuSession, CyclesThroughWhatIsAllowed)
{
    const kconfig::test::Tree tree(fixture);
    MenuSession session = sessionOf(tree, everything);
    const auto cycle = [&](const char *name) {
        EXPECT_TRUE(session.cycle(tree.symbol(name)).has_value());
        return session.configuration().value(tree.symbol(name));
    };
    EXPECT_EQ(cycle("BLOCK_LOOP"), "y");
    EXPECT_EQ(cycle("BLOCK_LOOP"), "n");
    EXPECT_EQ(cycle("BLOCK_LOOP"), "m");
    EXPECT_EQ(cycle("NET"), "n");
    EXPECT_EQ(cycle("NET"), "y");
}

TEST(MenuSession, RefusesWithTheReason)
{
    const kconfig::test::Tree tree(fixture);
    MenuSession session = sessionOf(tree, everything);
    const auto refusal = [&](const char *name, const char *value) {
        const auto done = session.set(tree.symbol(name), value);
        return done ? std::string("done") : done.error().message;
    };
    EXPECT_EQ(refusal("BLOCK_SIZE", "129"), "BLOCK_SIZE must be between 1 and 128");
    EXPECT_NE(refusal("BUS", "n").find("BUS is held at y by a select"), std::string::npos);
    EXPECT_NE(refusal("USB_STORAGE", "y").find("USB && NET_DEBUG"), std::string::npos);
    EXPECT_FALSE(session.canUndo()) << "what was refused is no step";
}

TEST(MenuSession, UndoesAndRedoesStepByStep)
{
    const kconfig::test::Tree tree(fixture);
    MenuSession session = sessionOf(tree, everything);
    const UserValues before = session.configuration().userValues();
    ASSERT_TRUE(session.set(tree.symbol("NET"), "n").has_value());
    ASSERT_TRUE(session.set(tree.symbol("PREEMPT_FULL"), "y").has_value());
    ASSERT_TRUE(session.reset(tree.symbol("BLOCK_SIZE")).has_value());
    const UserValues after = session.configuration().userValues();
    EXPECT_EQ(session.undo(), "BLOCK_SIZE back to its default");
    EXPECT_EQ(session.undo(), "PREEMPT_FULL=y");
    EXPECT_EQ(session.configuration().value(tree.symbol("PREEMPT_NONE")), "y");
    EXPECT_EQ(session.undo(), "NET=n");
    EXPECT_FALSE(session.canUndo());
    EXPECT_EQ(session.configuration().userValues(), before);
    EXPECT_EQ(session.changeCount(), 0U);
    while (session.canRedo())
        session.redo();
    EXPECT_EQ(session.configuration().userValues(), after);
    session.undo();
    ASSERT_TRUE(session.set(tree.symbol("USB"), "m").has_value());
    EXPECT_FALSE(session.canRedo()) << "a new step ends what was undone";
}

TEST(MenuSession, ListsChangesByUserFirst)
{
    const kconfig::test::Tree tree(fixture);
    MenuSession session = sessionOf(tree, everything);
    ASSERT_TRUE(session.set(tree.symbol("NET"), "n").has_value());
    const auto changes = session.changes();
    ASSERT_EQ(changes.size(), session.changeCount());
    std::string text;
    for (const Change &change : changes)
        text += std::string(change.isByUser ? "+" : ".") +
                std::string(tree.model().symbol(change.symbol).name) + ' ' +
                change.before.value_or("-") + ' ' + change.after.value_or("-") + '\n';
    EXPECT_EQ(text, "+NET y n\n.NET_DEBUG n -\n.NET_NAME kiln -\n");
    EXPECT_TRUE(session.isChanged(tree.symbol("NET")));
    EXPECT_FALSE(session.isChanged(tree.symbol("PCI")));
    session.markSaved();
    EXPECT_EQ(session.changeCount(), 0U);
    EXPECT_TRUE(session.canUndo()) << "saving keeps the history";
    session.undo();
    EXPECT_EQ(session.changeCount(), 3U);
}

} // namespace

} // namespace kconfig::terminal::test
