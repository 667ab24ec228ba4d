// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A reload that watches folders notices whatever a look at every file would, and looks at no more
// files than have changed.

#include "reloaded.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

namespace kconfig::test {
namespace {

namespace fs = std::filesystem;

/// A tree that is watched from the start.
struct Watched : Reloaded
{
    using Reloaded::Reloaded;

    ReloadableTree &watch()
    {
        open();
        tree->prepareReload();
        reload();
        EXPECT_EQ(looked(), 0U);
        return *tree;
    }
    [[nodiscard]] std::size_t looked() const { return tree->effort().filesLookedAt; }
    /// Reloads, and expects exactly these changes.
    void expect(bool isNewModel, std::size_t looked)
    {
        reload();
        EXPECT_EQ(tree->effort().isNewModel, isNewModel);
        EXPECT_EQ(this->looked(), looked);
        reload();
        EXPECT_FALSE(tree->effort().isNewModel);
        EXPECT_EQ(this->looked(), 0U) << "what was looked at is settled";
    }
    /// The same where something came or went.
    void expectNew()
    {
        const auto before = tree->result().model;
        EXPECT_NE(reload().model, before);
        reload();
        EXPECT_EQ(reload().model, tree->result().model);
        EXPECT_EQ(looked(), 0U);
    }
    [[nodiscard]] bool has(const std::string &name) const
    {
        const Model &model = *tree->result().model;
        const SymbolId id = model.find(name);
        return id.isValid() && model.symbol(id).isDefined();
    }
};

TEST(ReloadWatch, onlyWhatWasTouchedIsLookedAt)
{
    Watched watched;
    watched.watch();
    watched.folder.write("a.uk", watched.folder.read("a.uk"));
    watched.expect(false, 1);
    watched.folder.write("a.uk", "config A\n\tbool \"other\"\n");
    watched.expect(true, 1);
    watched.folder.write("a.uk", "config A\n\tbool \"another\"\n");
    watched.folder.write("b.uk", "config B2\n\tbool \"B2\"\n");
    watched.expect(true, 2);
}

TEST(ReloadWatch, filesReplacedByRename)
{
    Watched watched;
    watched.watch();
    for (int i = 0; i < 3; ++i) {
        // With all that editors leave beside a file.
        watched.folder.write(".a.uk.swp", "swap");
        watched.folder.write("4913", "");
        fs::remove(watched.folder.path("4913"));
        fs::rename(watched.folder.path("a.uk"), watched.folder.path("a.uk~"));
        watched.folder.write("a.uk", "config A\n\tbool \"" + std::to_string(i) + "\"\n");
        fs::remove(watched.folder.path(".a.uk.swp"));
        watched.expect(true, 1);
        watched.folder.write("new", "config A\n\tbool \"again " + std::to_string(i) + "\"\n");
        fs::rename(watched.folder.path("new"), watched.folder.path("a.uk"));
        watched.expect(true, 1);
    }
}

TEST(ReloadWatch, aTextOfTheSameSizeAndTime)
{
    Watched watched;
    watched.folder.write("a.uk", "config A\n\tbool \"one\"\n");
    const auto time = fs::last_write_time(watched.folder.path("b.uk")) - std::chrono::hours(1);
    fs::last_write_time(watched.folder.path("a.uk"), time);
    watched.watch();
    watched.folder.write("a.uk", "config A\n\tbool \"two\"\n");
    fs::last_write_time(watched.folder.path("a.uk"), time);
    watched.expect(true, 1);
}

TEST(ReloadWatch, otherFilesCostNothing)
{
    Watched watched;
    watched.folder.write("Kconfig", "source \"a.uk\"\nsource \"libs/*/Config.uk\"\n");
    watched.folder.write("libs/one/Config.uk", "config ONE\n\tbool\n");
    watched.watch();
    watched.folder.write("a.o", "object");
    watched.folder.write("libs/one/main.c", "int main;");
    watched.folder.write("libs/one/main.c", "int other;");
    fs::remove(watched.folder.path("a.o"));
    watched.expect(false, 0);
}

TEST(ReloadWatch, missingFilesAppear)
{
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1}) {
        Watched watched(dialect);
        watched.folder.write("Kconfig", "source \"a.uk\"\nsource \"late.uk\"\n"
                                        "source \"deep/down/late.uk\"\n");
        watched.watch();
        watched.folder.write("late.uk", "config LATE\n\tbool\n");
        watched.expectNew();
        EXPECT_TRUE(watched.has("LATE"));
        fs::create_directories(watched.folder.path("deep"));
        watched.reload();
        fs::create_directories(watched.folder.path("deep/down"));
        watched.reload();
        watched.folder.write("deep/down/late.uk", "config DEEP\n\tbool\n");
        watched.expectNew();
        EXPECT_TRUE(watched.has("DEEP"));
        fs::remove(watched.folder.path("late.uk"));
        watched.expectNew();
        EXPECT_FALSE(watched.has("LATE"));
        watched.folder.write("late.uk", "config LATER\n\tbool\n");
        watched.expectNew();
        EXPECT_TRUE(watched.has("LATER"));
    }
}

TEST(ReloadWatch, matchesOfPatternsComeAndGo)
{
    Watched watched;
    watched.folder.write("Kconfig", "source \"libs/*/Config.uk\"\nsource \"top/x*.uk\"\n");
    watched.watch();
    watched.folder.write("libs/one/Config.uk", "config ONE\n\tbool\n");
    watched.expectNew();
    EXPECT_TRUE(watched.has("ONE"));
    // A folder first, its file later.
    fs::create_directories(watched.folder.path("libs/two"));
    watched.reload();
    watched.folder.write("libs/two/Config.uk", "config TWO\n\tbool\n");
    watched.expectNew();
    EXPECT_TRUE(watched.has("TWO"));
    watched.folder.write("libs/two/Config.uk", "config TWO_B\n\tbool\n");
    watched.expect(true, 1);
    watched.folder.write("top/x1.uk", "config X1\n\tbool\n");
    watched.expectNew();
    watched.folder.write("top/y.uk", "config Y\n\tbool\n");
    watched.expect(false, 0);
    fs::rename(watched.folder.path("top/y.uk"), watched.folder.path("top/x2.uk"));
    watched.expectNew();
    EXPECT_TRUE(watched.has("Y"));
    fs::remove_all(watched.folder.path("libs/one"));
    watched.expectNew();
    EXPECT_FALSE(watched.has("ONE"));
    fs::rename(watched.folder.path("libs/two"), watched.folder.path("two"));
    watched.expectNew();
    EXPECT_FALSE(watched.has("TWO_B"));
    fs::create_directory_symlink("../two", watched.folder.path("libs/linked"));
    watched.expectNew();
    EXPECT_TRUE(watched.has("TWO_B"));
    watched.folder.write("two/Config.uk", "config TWO_C\n\tbool\n");
    watched.expect(true, 1);
}

TEST(ReloadWatch, symbolicLinks)
{
    Watched watched;
    watched.folder.write("real/one", "config ONE\n\tbool \"1\"\n");
    watched.folder.write("real/two", "config TWO\n\tbool \"2\"\n");
    watched.folder.write("other/one", "config OTHER\n\tbool \"o\"\n");
    fs::create_symlink("link", watched.folder.path("chain"));
    fs::create_symlink(watched.folder.path("real/one"), watched.folder.path("link"));
    fs::create_directory_symlink("real", watched.folder.path("folder"));
    watched.folder.write("Kconfig", "source \"chain\"\nsource \"folder/one\"\n");
    watched.watch();
    // What is behind them, in place and by rename.
    watched.folder.write("real/one", "config ONE\n\tbool \"edited\"\n");
    watched.expect(true, 2);
    watched.folder.write("real/new", "config ONE\n\tbool \"replaced\"\n");
    fs::rename(watched.folder.path("real/new"), watched.folder.path("real/one"));
    watched.expect(true, 2);
    // The links themselves.
    fs::remove(watched.folder.path("link"));
    fs::create_symlink("real/two", watched.folder.path("link"));
    watched.expect(true, 1);
    EXPECT_TRUE(watched.has("TWO"));
    watched.folder.write("real/two", "config TWO\n\tbool \"edited\"\n");
    watched.expect(true, 1);
    fs::create_directory_symlink("other", watched.folder.path("next"));
    fs::rename(watched.folder.path("next"), watched.folder.path("folder"));
    watched.expectNew();
    EXPECT_TRUE(watched.has("OTHER"));
    EXPECT_FALSE(watched.has("ONE"));
    watched.folder.write("other/one", "config OTHER\n\tbool \"edited\"\n");
    watched.expect(true, 1);
}

TEST(ReloadWatch, aSecondNameOfAFile)
{
    Watched watched;
    watched.folder.write("elsewhere/second", "config A\n\tbool \"A\"\n");
    fs::remove(watched.folder.path("a.uk"));
    fs::create_hard_link(watched.folder.path("elsewhere/second"), watched.folder.path("a.uk"));
    watched.watch();
    watched.folder.write("elsewhere/second", "config A\n\tbool \"edited\"\n");
    watched.expect(true, 1);
}

TEST(ReloadWatch, foldersMovedAway)
{
    Watched watched;
    watched.folder.write("up/sub/deep/c.uk", "config C\n\tbool\n");
    watched.folder.write("spare/deep/c.uk", "config SPARE\n\tbool\n");
    watched.folder.write("Kconfig", "source \"up/sub/deep/c.uk\"\n");
    watched.watch();
    fs::rename(watched.folder.path("up/sub"), watched.folder.path("up/old"));
    watched.expectNew();
    EXPECT_FALSE(watched.has("C"));
    fs::rename(watched.folder.path("spare"), watched.folder.path("up/sub"));
    watched.expectNew();
    EXPECT_TRUE(watched.has("SPARE"));
    fs::rename(watched.folder.path("up"), watched.folder.path("down"));
    fs::create_directories(watched.folder.path("up/sub/deep"));
    watched.folder.write("up/sub/deep/c.uk", "config FRESH\n\tbool\n");
    watched.expectNew();
    EXPECT_TRUE(watched.has("FRESH"));
}

TEST(ReloadWatch, theWorkingDirectoryIsAnother)
{
    Watched watched;
    fs::create_directories(watched.folder.path("tree"));
    fs::create_directories(watched.folder.path("next"));
    watched.folder.write("tree/Kconfig", "config FIRST\n\tbool\n");
    watched.folder.write("next/Kconfig", "config SECOND\n\tbool\n");
    watched.options.directory = watched.folder.path("tree");
    watched.watch();
    fs::rename(watched.folder.path("tree"), watched.folder.path("old"));
    fs::rename(watched.folder.path("next"), watched.folder.path("tree"));
    watched.expectNew();
    EXPECT_TRUE(watched.has("SECOND"));
    watched.folder.write("tree/Kconfig", "config THIRD\n\tbool\n");
    watched.expect(true, 1);
}

TEST(ReloadWatch, aFileThatHidesThatOfTheSourceTree)
{
    Watched watched(Dialect::linux_6_1);
    watched.folder.write("tree/Kconfig", "source \"sub/s.uk\"\n");
    watched.folder.write("tree/sub/s.uk", "config SOURCE\n\tbool\n");
    fs::create_directories(watched.folder.path("out"));
    watched.options.directory = watched.folder.path("out");
    watched.options.environment["srctree"] = "../tree";
    watched.watch();
    watched.folder.write("tree/sub/s.uk", "config SOURCE2\n\tbool\n");
    watched.expect(true, 1);
    watched.folder.write("out/sub/s.uk", "config HIDING\n\tbool\n");
    watched.expectNew();
    EXPECT_TRUE(watched.has("HIDING"));
    watched.folder.write("out/sub/s.uk", "config HIDING2\n\tbool\n");
    watched.expect(true, 1);
    fs::remove(watched.folder.path("out/sub/s.uk"));
    watched.expectNew();
    EXPECT_TRUE(watched.has("SOURCE2"));
}

TEST(ReloadWatch, absolutePaths)
{
    Watched watched;
    const Folder elsewhere;
    elsewhere.write("lib/one/Config.uk", "config ONE\n\tbool\n");
    watched.folder.write("Kconfig", "source \"" + elsewhere.path("lib/*/Config.uk") +
                                        "\"\nsource \"" + watched.folder.path("a.uk") + "\"\n");
    watched.watch();
    watched.folder.write("a.uk", "config A\n\tbool \"edited\"\n");
    watched.expect(true, 1);
    elsewhere.write("lib/two/Config.uk", "config TWO\n\tbool\n");
    watched.expectNew();
    fs::rename(elsewhere.path("lib"), elsewhere.path("gone"));
    watched.expectNew();
    EXPECT_FALSE(watched.has("TWO"));
}

TEST(ReloadWatch, filesThatJoinTheTreeAreWatchedToo)
{
    Watched watched;
    watched.folder.write("more/m.uk", "config M\n\tbool\n");
    watched.watch();
    watched.folder.write("a.uk", "config A\n\tbool \"A\"\nsource \"more/m.uk\"\n");
    watched.expectNew();
    EXPECT_TRUE(watched.has("M"));
    watched.folder.write("more/m.uk", "config M2\n\tbool\n");
    watched.expect(true, 1);
}

TEST(ReloadWatch, lostEventsMeanLookingAtEverything)
{
    Watched watched;
    watched.watch();
    watched.folder.write("x", "");
    watched.folder.write("y", "");
    int most = 16384;
    std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> most;
    ASSERT_LT(most, 1000000) << "this system's queue is too long to fill in a test";
    const std::string names[]{watched.folder.path("x"), watched.folder.path("y")};
    for (int i = 0; i < most + 10; ++i)
        ASSERT_EQ(::chmod(names[i % 2].c_str(), 0600), 0);
    watched.folder.write("a.uk", "config LOST\n\tbool \"lost\"\n");
    watched.reload();
    EXPECT_TRUE(watched.has("LOST"));
    EXPECT_EQ(watched.looked(), 3U);
    watched.reload();
    EXPECT_EQ(watched.looked(), 0U);
    watched.folder.write("a.uk", "config AGAIN\n\tbool\n");
    watched.expect(true, 1);
}

TEST(ReloadWatch, whereNothingCanBeWatchedFilesAreLookedAt)
{
    {
        Watched watched; // without a descriptor there is no queue
        watched.open();
        rlimit former{};
        ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &former), 0);
        const rlimit none{3, former.rlim_max};
        ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
        watched.tree->prepareReload();
        ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &former), 0);
        watched.reload();
        EXPECT_EQ(watched.looked(), 3U);
        watched.folder.write("a.uk", "config SEEN\n\tbool\n");
        watched.reload();
        EXPECT_TRUE(watched.has("SEEN"));
        EXPECT_EQ(watched.looked(), 3U);
    }
    {
        Watched watched; // a file system whose files change without a word
        watched.folder.write("Kconfig", "source \"a.uk\"\nsource \"/proc/sys/kernel/ostype\"\n");
        watched.open();
        watched.reload();
        watched.folder.write("a.uk", "config SEEN\n\tbool\n");
        watched.reload();
        EXPECT_TRUE(watched.has("SEEN"));
        EXPECT_EQ(watched.looked(), 3U);
    }
    {
        Watched watched; // more folders than it should take watches for, where they cost little
        const Folder many(fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path());
        watched.folder.write("Kconfig", "source \"" + many.path("*/Config.uk") + "\"\n");
        for (int i = 0; i < 4200; ++i)
            fs::create_directory(many.path(std::to_string(i)));
        watched.open();
        watched.reload();
        many.write("4100/Config.uk", "config SEEN\n\tbool\n");
        watched.reload();
        EXPECT_TRUE(watched.has("SEEN"));
        EXPECT_GT(watched.looked(), 0U);
    }
}

TEST(ReloadWatch, onRequestEveryFileIsLookedAt)
{
    Watched watched;
    watched.open(ChangeDetection::look);
    watched.tree->prepareReload();
    watched.reload();
    EXPECT_EQ(watched.looked(), 3U);
    watched.folder.write("a.uk", "config A\n\tbool \"edited\"\n");
    watched.reload();
    EXPECT_EQ(watched.looked(), 3U);
    EXPECT_TRUE(watched.tree->effort().isNewModel);
}

TEST(ReloadWatch, aChangeBeforeTheWatchBegan)
{
    Watched watched;
    watched.open();
    watched.folder.write("a.uk", "config EARLY\n\tbool\n");
    watched.tree->prepareReload();
    watched.reload();
    EXPECT_TRUE(watched.has("EARLY"));
}

} // namespace
} // namespace kconfig::test
