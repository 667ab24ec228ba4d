// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Everything but the menu: whole screens, search, help, changes, questions, sizes.

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

/// The screen with the folder's name, which is another one each time, left out of the first row.
std::string picture(const Sitting &sitting)
{
    return sitting.screen.text(1);
}

TEST(Pages, TheMainMenuAt80x24)
{
    Sitting sitting(fixture, config);
    EXPECT_EQ(picture(sitting),
              R"( Main menu                                                                  1/9
  [*] Loadable modules
  [*] Networking support
  [ ]   Debugging of the network
  (kiln)   Name of the host
  [*] Block devices  --->
      Preemption model (No preemption)  --->
      Device Drivers  --->
      Library routines  --->
      Empty  ----




────────────────────────────────────────────────────────────────────────────────
 CONFIG_MODULES  bool = y                                                      █
 MODULES is y: you set it                                                      █
                                                                               █
 There is no help for this option.                                             █
                                                                               │
 Defined                                                                       │

 Enter change  Space cycle  ? help  / search  s save  q leave  z all  u undo
)");
}

TEST(Pages, TheMainMenuInAsciiAt44x12)
{
    Sitting sitting(fixture, config, {12, 44}, false);
    sitting.type("dd");
    sitting.press(KeyCode::enter);
    sitting.type("jj");
    EXPECT_EQ(picture(sitting), R"( Device Drivers                         3/4
      *** Buses ***
  [*] PCI support
  < >   USB support
  (0x3f8) Base address





 Enter change  Space cycle  ? help  / search
)");
}

TEST(Pages, WideScreensHaveTheDetailsBeside)
{
    Sitting sitting(fixture, config, {14, 112});
    sitting.type("j");
    EXPECT_EQ(
        picture(sitting),
        R"( Main menu                                                                                                  2/9
  [*] Loadable modules                                             │ CONFIG_NET  bool = y
  [*] Networking support                                           │ NET is y: you set it
  [ ]   Debugging of the network                                   │
  (kiln)   Name of the host                                        │ Talks to other machines.
  [*] Block devices  --->                                          │
      Preemption model (No preemption)  --->                       │ Defined
      Device Drivers  --->                                         │   Kconfig:8:1  "Networking support"
      Library routines  --->                                       │   in Fixture kernel
      Empty  ----                                                  │
                                                                   │

 Enter change  Space cycle  ? help  / search  s save  q leave  z all  u undo  D changes  Tab details  F1 keys
)");
    sitting.press(KeyCode::tab);
    EXPECT_FALSE(sitting.screen.shows("CONFIG_NET"));
}

TEST(Pages, HelpTellsEverything)
{
    Sitting sitting(fixture, config);
    sitting.type("l");
    sitting.press(KeyCode::enter);
    sitting.type("j?");
    EXPECT_EQ(picture(sitting), R"( Bus core
 CONFIG_BUS  bool = y
 BUS is y: you set it
 It can't be changed now:
 - BUS is held at y by select from PCI at Kconfig:59  [can be changed]
   - PCI is y: you set it  [can be changed]

 There is no help for this option.

 Selected by
   y PCI [=y]  (Kconfig:59:2)

 Defined
   Kconfig:81:1  "Bus core"
   in Library routines







 Esc back  Space next page  b page before  F1 keys
)");
    sitting.press(KeyCode::escape);
    EXPECT_TRUE(sitting.screen.shows("CRC functions"));
}

TEST(Pages, SearchFindsAsOneTypes)
{
    Sitting sitting(fixture, config);
    sitting.type("/");
    EXPECT_TRUE(sitting.screen.shows("Type words"));
    sitting.type("usb");
    EXPECT_TRUE(sitting.screen.shows("USB [=n]"));
    EXPECT_TRUE(sitting.screen.shows("1/2"));
    sitting.type(" mass");
    EXPECT_TRUE(sitting.screen.shows("USB_STORAGE [=n]"));
    EXPECT_TRUE(sitting.screen.shows("1/1"));
    EXPECT_TRUE(sitting.screen.shows("Device Drivers")) << "the menu it is in";
    sitting.type("x");
    EXPECT_TRUE(sitting.screen.shows("Nothing matches"));
    sitting.press(KeyCode::backspace);
    sitting.press(KeyCode::enter);
    EXPECT_TRUE(sitting.screen.shows("It is hidden now, so hidden options are shown"));
    EXPECT_TRUE(has(sitting.screen.styleAt(5, 40), Style::reverse)) << sitting.screen.text();
    sitting.type("/");
    EXPECT_TRUE(sitting.screen.shows("usb mass")) << "the last search is offered";
    sitting.type("c");
    EXPECT_FALSE(sitting.screen.shows("usb mass")) << "typing begins a new one";
    sitting.press(KeyCode::escape);
    EXPECT_TRUE(sitting.screen.shows("Device Drivers"));
}

TEST(Pages, SearchSuggestsSimilarNames)
{
    Sitting sitting(fixture, config);
    sitting.type("/BLOCK_LOPO");
    EXPECT_TRUE(sitting.screen.shows("Nothing matches; similar names:")) << sitting.screen.text();
    EXPECT_TRUE(sitting.screen.shows("BLOCK_LOOP [=m]"));
    sitting.press(KeyCode::enter);
    EXPECT_TRUE(sitting.screen.shows("Block devices"));
    EXPECT_TRUE(has(sitting.screen.styleAt(2, 40), Style::reverse));
}

TEST(Pages, SearchShowsWhatHasNoMenu)
{
    Sitting sitting(
        "config A\n\tbool \"A\"\n\tselect SECRET\nconfig SECRET\n\tbool\n\thelp\n\t  Quiet.\n");
    sitting.type("/secret");
    sitting.press(KeyCode::enter);
    EXPECT_TRUE(sitting.screen.shows("It has no prompt, so no menu shows it"));
    EXPECT_TRUE(sitting.screen.shows("Quiet."));
}

TEST(Pages, ChangesAreListedAndTakenBack)
{
    Sitting sitting(fixture, config);
    sitting.type("jn"); // no network
    sitting.type("D");
    EXPECT_EQ(sitting.screen.text(2, 5), R"( 1 by you, 2 that follow (marked with a dot)
+ NET  y → n                                                Networking support
. NET_DEBUG  n → (no line)                            Debugging of the network
. NET_NAME  "kiln" → (no line)                                Name of the host
)");
    sitting.press(KeyCode::down);
    sitting.press(KeyCode::erase);
    EXPECT_TRUE(sitting.screen.shows("NET_DEBUG")) << "it follows from NET";
    sitting.press(KeyCode::home);
    sitting.press(KeyCode::erase);
    EXPECT_EQ(sitting.value("NET"), "y");
    EXPECT_TRUE(sitting.screen.shows("Nothing"));
    sitting.type("u");
    sitting.press(KeyCode::end);
    sitting.press(KeyCode::enter);
    EXPECT_TRUE(sitting.screen.shows("hidden options are shown")) << "goes to NET_NAME";
}

TEST(Pages, SavesAtOnceAndSaysSo)
{
    Sitting sitting(fixture, config);
    sitting.type("b");
    sitting.press(KeyCode::enter);
    sitting.type("ys");
    EXPECT_TRUE(sitting.screen.shows("Saved 1 change to ")) << sitting.screen.text();
    EXPECT_NE(sitting.tree.folder.read(".config").find("CONFIG_BLOCK_LOOP=y\n"), std::string::npos);
    EXPECT_EQ(sitting.tree.folder.read(".config.old"), config);
    sitting.type("s");
    EXPECT_TRUE(sitting.screen.shows("No change to "));
    sitting.type("q");
    EXPECT_TRUE(sitting.application->isDone());
    EXPECT_EQ(sitting.application->outcome(), Outcome::unchanged);
}

TEST(Pages, LeavingWithChangesAsks)
{
    Sitting sitting(fixture, config);
    sitting.type("jn");
    sitting.press(KeyCode::escape);
    ASSERT_TRUE(sitting.screen.shows("< Save >  < Changes >  < Discard >  < Back >"));
    EXPECT_TRUE(sitting.screen.shows("3 options differ from what is in"));
    sitting.press(KeyCode::escape);
    EXPECT_FALSE(sitting.application->isDone());
    EXPECT_FALSE(sitting.screen.shows("< Save >"));
    sitting.press(control('c'));
    sitting.press(KeyCode::tab);
    sitting.press(KeyCode::enter);
    EXPECT_TRUE(sitting.screen.shows("What differs from"));
    sitting.type("q");
    sitting.type("qd");
    EXPECT_EQ(sitting.application->outcome(), Outcome::discarded);
    EXPECT_EQ(sitting.tree.folder.read(".config"), config);

    sitting.open();
    sitting.type("jnqs");
    EXPECT_EQ(sitting.application->outcome(), Outcome::saved);
    EXPECT_NE(sitting.tree.folder.read(".config").find("# CONFIG_NET is not set"),
              std::string::npos);
}

TEST(Pages, ANewOrOutdatedFileIsWorthSaving)
{
    Sitting fresh(fixture);
    fresh.type("q");
    EXPECT_TRUE(fresh.screen.shows("There is no ")) << fresh.screen.text();
    fresh.type("s");
    EXPECT_EQ(fresh.application->outcome(), Outcome::saved);

    Sitting outdated(fixture, "CONFIG_NET=y\n");
    outdated.type("q");
    EXPECT_TRUE(outdated.screen.shows("does not fit the tree any more"));
}

TEST(Pages, FailureToSaveIsToldAndLosesNothing)
{
    Sitting sitting(fixture, config);
    sitting.type("jn");
    // A folder in the place of the file can't be replaced, by root neither.
    std::filesystem::remove(sitting.path());
    std::filesystem::create_directories(sitting.path() + "/x");
    sitting.type("s");
    sitting.type("o"); // overwrite what somebody else has changed
    EXPECT_TRUE(sitting.screen.shows("Not saved")) << sitting.screen.text();
    EXPECT_TRUE(sitting.screen.shows("< Try again >"));
    std::filesystem::remove_all(sitting.path());
    sitting.type("t");
    EXPECT_TRUE(sitting.screen.shows("Saved 3 changes"));
}

TEST(Pages, OthersChangesAreMergedOverwrittenOrTaken)
{
    const std::string theirs = std::string(config) + "CONFIG_BLOCK_SIZE=16\n";
    const auto meet = [&](Sitting &sitting) {
        sitting.type("jn");
        sitting.tree.folder.write(".config", theirs);
        sitting.type("s");
        EXPECT_TRUE(sitting.screen.shows("Changed by somebody else"));
    };
    Sitting merging(fixture, config);
    meet(merging);
    merging.type("m");
    EXPECT_EQ(merging.value("NET"), "n");
    EXPECT_EQ(merging.value("BLOCK_SIZE"), "16");
    EXPECT_EQ(merging.session->changeCount(), 3U) << "only what is mine";
    merging.type("s");
    EXPECT_NE(merging.tree.folder.read(".config").find("CONFIG_BLOCK_SIZE=16\n"),
              std::string::npos);

    Sitting overwriting(fixture, config);
    meet(overwriting);
    overwriting.type("o");
    EXPECT_NE(overwriting.tree.folder.read(".config").find("CONFIG_BLOCK_SIZE=8\n"),
              std::string::npos);
    EXPECT_EQ(overwriting.tree.folder.read(".config.old"), theirs);

    Sitting reading(fixture, config);
    meet(reading);
    reading.type("r");
    EXPECT_EQ(reading.value("NET"), "y");
    EXPECT_EQ(reading.value("BLOCK_SIZE"), "16");
    EXPECT_EQ(reading.session->changeCount(), 0U);
    reading.type("u");
    EXPECT_EQ(reading.value("NET"), "n") << "nothing is lost";

    Sitting hesitating(fixture, config);
    meet(hesitating);
    hesitating.press(KeyCode::escape);
    EXPECT_EQ(hesitating.tree.folder.read(".config"), theirs);
}

TEST(Pages, InterruptedWorkIsOfferedAgain)
{
    Sitting sitting(fixture, config);
    sitting.type("jn");
    sitting.press(KeyCode::hangUp);
    EXPECT_EQ(sitting.application->outcome(), Outcome::hungUp);
    EXPECT_EQ(sitting.tree.folder.read(".config"), config);
    const std::string kept = sitting.tree.folder.read(".config.kconf-recover");
    EXPECT_NE(kept.find("# CONFIG_NET is not set"), std::string::npos);
    // As another process would find it.
    sitting.tree.folder.write(".config.kconf-recover", kept.substr(kept.find('\n') + 1));

    sitting.open();
    ASSERT_TRUE(sitting.screen.shows("Unsaved work")) << sitting.screen.text();
    sitting.type("r");
    EXPECT_EQ(sitting.value("NET"), "n");
    EXPECT_EQ(sitting.session->changeCount(), 3U);
    sitting.type("s");
    EXPECT_FALSE(std::filesystem::exists(sitting.path() + ".kconf-recover"));
    EXPECT_NE(sitting.tree.folder.read(".config").find("# CONFIG_NET is not set"),
              std::string::npos);
}

TEST(Pages, WorkIsKeptInPausesAndDroppedWhenUndone)
{
    Sitting sitting(fixture, config);
    const std::string kept = sitting.path() + ".kconf-recover";
    sitting.press(Key{});
    EXPECT_FALSE(std::filesystem::exists(kept)) << "nothing to keep yet";
    sitting.type("jn");
    sitting.press(Key{});
    EXPECT_TRUE(std::filesystem::exists(kept));
    sitting.type("u");
    sitting.press(Key{});
    EXPECT_FALSE(std::filesystem::exists(kept));
}

TEST(Pages, OtherFilesAreWrittenAndLoaded)
{
    Sitting sitting(fixture, config);
    sitting.type("jn");
    sitting.press(control('w'));
    sitting.press(control('u'));
    sitting.type(sitting.tree.folder.path("copy"));
    sitting.press(KeyCode::enter);
    EXPECT_NE(sitting.tree.folder.read("copy").find("# CONFIG_NET is not set"), std::string::npos);
    EXPECT_EQ(sitting.tree.folder.read(".config"), config);
    sitting.type("u");
    sitting.press(control('o'));
    sitting.press(control('u'));
    sitting.type(sitting.tree.folder.path("none"));
    sitting.press(KeyCode::enter);
    EXPECT_TRUE(sitting.screen.shows("can't read")) << sitting.screen.text();
    sitting.press(control('u'));
    sitting.type(sitting.tree.folder.path("copy"));
    sitting.press(KeyCode::enter);
    EXPECT_EQ(sitting.value("NET"), "n");
    sitting.type("u");
    EXPECT_EQ(sitting.value("NET"), "y");
}

TEST(Pages, EverySizeCanBeDrawn)
{
    // The recording screen fails for a cell outside of it.
    Sitting sitting(fixture, config);
    const auto everywhere = [&] {
        for (const int rows : {1, 3, 9, 10, 11, 17, 18, 19, 24, 60})
            for (const int columns : {1, 10, 39, 40, 41, 79, 80, 109, 110, 111, 250}) {
                sitting.screen.resize({rows, columns});
                sitting.press(KeyCode::resize);
                const bool isTooSmall = rows < 10 || columns < 40;
                if (columns >= 10) {
                    EXPECT_EQ(sitting.screen.shows("Too"), isTooSmall) << rows << 'x' << columns;
                }
            }
        sitting.screen.resize({24, 80});
    };
    everywhere();
    sitting.type("/net");
    everywhere();
    sitting.press(KeyCode::tab);
    everywhere();
    sitting.press(KeyCode::escape);
    sitting.press(KeyCode::escape);
    sitting.type("jnD");
    everywhere();
    sitting.type("qq");
    everywhere();
    sitting.press(KeyCode::escape);
    sitting.press(functionKey(1));
    everywhere();
    sitting.press(KeyCode::escape);
    sitting.press(control('o'));
    everywhere();
}

TEST(Pages, ASmallWindowTakesNoCommands)
{
    Sitting sitting(fixture, config, {8, 30});
    sitting.type("jnq");
    EXPECT_EQ(sitting.session->changeCount(), 0U);
    EXPECT_FALSE(sitting.application->isDone());
}

TEST(Pages, RunReadsKeysUntilTheEnd)
{
    Sitting sitting(fixture, config);
    for (const char key : std::string("jnz"))
        sitting.screen.keys.push_back(typed(static_cast<char32_t>(key)));
    sitting.screen.keys.push_back(control('z'));
    EXPECT_EQ(sitting.application->run(), Outcome::hungUp) << "when the keys end";
    EXPECT_EQ(sitting.screen.suspensions, 1);
    EXPECT_EQ(sitting.value("NET"), "n");
    EXPECT_TRUE(std::filesystem::exists(sitting.path() + ".kconf-recover"));
}

} // namespace

} // namespace kconfig::terminal::test
