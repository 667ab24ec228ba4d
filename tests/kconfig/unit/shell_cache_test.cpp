// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Commands are answered from the cache while nothing that they depend on has changed, and only
// then.

#include "tree.h"

#include "kconfig/shell_cache.h"

#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

namespace kconfig::test {
namespace {

/// Longer than a file system's clock needs to tell two changes apart.
void settle()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(40));
}

struct Cached
{
    Folder folder;
    std::map<std::string, std::string> environment{
        {"PATH", folder.path("bin") + ":/usr/local/bin:/usr/bin:/bin"}};
    std::string file = folder.path("cache/answers");
    std::string why;
    std::vector<std::pair<std::string, std::string>> moving;

    Cached() { std::filesystem::create_directory(folder.path("tree")); }

    /// As one load of one process would have it.
    ShellResult ask(const std::string &command)
    {
        settle();
        HostShellOptions host;
        host.directory = folder.path("tree");
        host.environment = environment;
        const auto cache = std::make_shared<ShellCache>(file);
        why.clear();
        const ShellResult result = cachingShell(
            host, {cache, moving,
                   [this](const std::string &, const std::string &said) { why = said; }})(command);
        EXPECT_TRUE(cache->save());
        return result;
    }
    /// Asks twice; whether the second answer was kept from the first.
    bool isKept(const std::string &command)
    {
        const ShellResult first = ask(command);
        const ShellResult second = ask(command);
        if (second.wasCached) {
            EXPECT_EQ(first.output, second.output);
            EXPECT_EQ(first.exitStatus, second.exitStatus);
        }
        return second.wasCached;
    }
    void script(const std::string &name, const std::string &text) const
    {
        folder.write(name, text);
        ::chmod(folder.path(name).c_str(), 0755);
    }
};

TEST(ShellCache, answersAgainWhatCanNotHaveChanged)
{
    Cached cached;
    EXPECT_TRUE(cached.isKept("echo one; exit 3")) << cached.why;
    EXPECT_TRUE(cached.isKept("{ test 1 = 2; } >/dev/null 2>&1 && echo y || echo n"));
    EXPECT_TRUE(cached.isKept("printf 'a\\000b\\377'"));
    EXPECT_EQ(cached.ask("echo one; exit 3").exitStatus, 3);
}

TEST(ShellCache, filesThatAreReadCount)
{
    Cached cached;
    cached.folder.write("tree/input", "1");
    EXPECT_TRUE(cached.isKept("cat input")) << cached.why;
    cached.folder.write("tree/input", "2");
    ShellResult result = cached.ask("cat input");
    EXPECT_FALSE(result.wasCached);
    EXPECT_EQ(result.output, "2");
    // The same size and time, but another file.
    struct stat status = {};
    ::stat(cached.folder.path("tree/input").c_str(), &status);
    settle();
    cached.folder.write("tree/other", "3");
    const timespec times[2] = {status.st_atim, status.st_mtim};
    ::utimensat(AT_FDCWD, cached.folder.path("tree/other").c_str(), times, 0);
    std::filesystem::rename(cached.folder.path("tree/other"), cached.folder.path("tree/input"));
    EXPECT_EQ(cached.ask("cat input").output, "3");
    std::filesystem::remove(cached.folder.path("tree/input"));
    EXPECT_EQ(cached.ask("cat input 2>/dev/null || echo none").output, "none\n");
}

TEST(ShellCache, filesThatAreNotThereCount)
{
    Cached cached;
    const std::string command = "test -e gone && echo y || echo n";
    EXPECT_TRUE(cached.isKept(command)) << cached.why;
    cached.folder.write("tree/gone", "");
    EXPECT_EQ(cached.ask(command).output, "y\n");
    std::filesystem::remove(cached.folder.path("tree/gone"));
    EXPECT_EQ(cached.ask(command).output, "n\n");
}

TEST(ShellCache, listedFoldersCountByTheirNames)
{
    Cached cached;
    cached.folder.write("tree/libs/a/Config.uk", "");
    const std::string command = "for l in libs/*; do test -f $l/Config.uk && echo $l; done; true";
    EXPECT_TRUE(cached.isKept(command)) << cached.why;
    cached.folder.write("tree/libs/a/Config.uk", "config A\n");
    cached.folder.write("tree/libs/a/Config.uk", "");
    EXPECT_TRUE(cached.ask(command).wasCached) << "that it is there is all that was asked";
    cached.folder.write("tree/libs/b/Config.uk", "");
    EXPECT_EQ(cached.ask(command).output, "libs/a\nlibs/b\n");
    EXPECT_TRUE(cached.ask(command).wasCached) << cached.why;
}

TEST(ShellCache, programsCountWhereverTheyAppear)
{
    Cached cached;
    cached.script("tools/cc-12", "#!/bin/sh\necho 12\n");
    cached.script("tools/cc-13", "#!/bin/sh\necho 13\n");
    std::filesystem::create_directory(cached.folder.path("bin"));
    std::filesystem::create_symlink(cached.folder.path("tools/cc-12"),
                                    cached.folder.path("tools/alternative"));
    std::filesystem::create_symlink(cached.folder.path("tools/alternative"),
                                    cached.folder.path("bin/cc-test"));
    EXPECT_TRUE(cached.isKept("cc-test")) << cached.why;
    std::filesystem::remove(cached.folder.path("tools/alternative"));
    std::filesystem::create_symlink(cached.folder.path("tools/cc-13"),
                                    cached.folder.path("tools/alternative"));
    EXPECT_EQ(cached.ask("cc-test").output, "13\n");
    // One that is found earlier.
    cached.environment["PATH"] = cached.folder.path("early") + ':' + cached.environment["PATH"];
    EXPECT_TRUE(cached.isKept("cc-test"));
    cached.script("early/cc-test", "#!/bin/sh\necho early\n");
    EXPECT_EQ(cached.ask("cc-test").output, "early\n");
}

TEST(ShellCache, whatAScriptReadsCounts)
{
    Cached cached;
    cached.script("tree/script.sh", "#!/bin/sh\n. ./part.sh\necho $VALUE$HELPER\n");
    cached.folder.write("tree/part.sh", "VALUE=1\n");
    EXPECT_TRUE(cached.isKept("./script.sh")) << cached.why;
    cached.folder.write("tree/part.sh", "VALUE=2\n");
    EXPECT_EQ(cached.ask("./script.sh").output, "2\n");
    EXPECT_TRUE(cached.ask("./script.sh").wasCached);
    cached.script("tree/script.sh", "#!/bin/sh\necho new\n");
    EXPECT_EQ(cached.ask("./script.sh").output, "new\n");
}

TEST(ShellCache, theEnvironmentCounts)
{
    Cached cached;
    EXPECT_TRUE(cached.isKept("env | sort")) << cached.why;
    cached.environment["NEW"] = "1";
    EXPECT_NE(cached.ask("env | sort").output.find("NEW=1"), std::string::npos);
    // What differs from terminal to terminal does not, unless it is named.
    cached.environment["COLUMNS"] = "80";
    EXPECT_TRUE(cached.isKept("true"));
    cached.environment["COLUMNS"] = "100";
    EXPECT_TRUE(cached.ask("true").wasCached);
    EXPECT_EQ(cached.ask("echo $COLUMNS").output, "100\n");
    cached.environment["COLUMNS"] = "120";
    EXPECT_EQ(cached.ask("echo $COLUMNS").output, "120\n");
    cached.script("tree/script.sh", "#!/bin/sh\necho ${COLUMNS}\n");
    EXPECT_TRUE(cached.isKept("./script.sh"));
    cached.environment["COLUMNS"] = "140";
    EXPECT_EQ(cached.ask("./script.sh").output, "140\n");
}

TEST(ShellCache, writtenFilesComeBack)
{
    Cached cached;
    const std::string command = "printf list > made; chmod 750 made; echo made";
    EXPECT_TRUE(cached.isKept(command)) << cached.why;
    std::filesystem::remove(cached.folder.path("tree/made"));
    EXPECT_TRUE(cached.ask(command).wasCached);
    EXPECT_EQ(cached.folder.read("tree/made"), "list");
    struct stat status = {};
    ::stat(cached.folder.path("tree/made").c_str(), &status);
    EXPECT_EQ(status.st_mode & 0777U, 0750U);
    cached.folder.write("tree/made", "changed");
    EXPECT_TRUE(cached.ask(command).wasCached);
    EXPECT_EQ(cached.folder.read("tree/made"), "list");
    std::filesystem::remove_all(cached.folder.path("tree/made"));
    std::filesystem::create_directory(cached.folder.path("tree/made"));
    EXPECT_FALSE(cached.ask(command).wasCached)
        << "it can't be written: the command itself says so";
}

TEST(ShellCache, temporaryFilesLeaveNothing)
{
    Cached cached;
    EXPECT_TRUE(cached.isKept("trap 'rm -rf .tmp_$$' EXIT; mkdir .tmp_$$; echo x > .tmp_$$/x; cat "
                              ".tmp_$$/x"))
        << cached.why;
    EXPECT_TRUE(cached.isKept("t=$(mktemp); echo x > $t; cat $t; rm $t")) << cached.why;
    EXPECT_TRUE(cached.folder.list().size() <= 2U);
}

TEST(ShellCache, stateInFilesIsNotFrozen)
{
    Cached cached;
    const std::string counting = "echo x >> counter; wc -l < counter";
    for (const char *expected : {"1\n", "2\n", "3\n", "4\n"})
        EXPECT_EQ(cached.ask(counting).output, expected);
    const std::string once = "test -e stamp && echo again || { echo x > stamp; echo first; }";
    for (const char *expected : {"first\n", "again\n", "again\n"})
        EXPECT_EQ(cached.ask(once).output, expected);
    cached.folder.write("tree/victim", "");
    EXPECT_EQ(cached.ask("rm victim && echo removed").output, "removed\n");
    EXPECT_NE(cached.ask("rm victim 2>/dev/null && echo removed || echo none").output, "removed\n");
    EXPECT_EQ(cached.ask("mkdir new 2>/dev/null && echo y || echo n").output, "y\n");
    EXPECT_EQ(cached.ask("mkdir new 2>/dev/null && echo y || echo n").output, "n\n");
}

TEST(ShellCache, clockChanceAndTheSystemAreNeverKept)
{
    Cached cached;
    for (const char *command : {"date", "echo $(date)", "bash -c 'echo $RANDOM'",
                                "head -c 4 /dev/urandom", "awk 'BEGIN { srand(); print rand() }'",
                                "cat /proc/uptime", "cat /proc/loadavg", "ls /proc | wc -l"})
        EXPECT_FALSE(cached.isKept(command)) << command;
}

TEST(ShellCache, whatChangedAMomentAgoIsNotKept)
{
    Cached cached;
    const auto cache = std::make_shared<ShellCache>();
    HostShellOptions host;
    host.directory = cached.folder.path("tree");
    host.environment = cached.environment;
    const Shell shell = cachingShell(host, {cache});
    cached.folder.write("tree/input", "1");
    EXPECT_EQ(shell("cat input").output, "1");
    cached.folder.write("tree/input", "2");
    EXPECT_EQ(cachingShell(host, {cache})("cat input").output, "2");
}

TEST(ShellCache, aCommandThatRunsMayChangeWhatOthersRead)
{
    Cached cached;
    cached.folder.write("tree/input", "1");
    ASSERT_TRUE(cached.isKept("cat input"));
    HostShellOptions host;
    host.directory = cached.folder.path("tree");
    host.environment = cached.environment;
    const Shell shell = cachingShell(host, {std::make_shared<ShellCache>(cached.file)});
    EXPECT_TRUE(shell("cat input").wasCached);
    shell("echo 2 > input");
    EXPECT_EQ(shell("cat input").output, "2\n");
}

TEST(ShellCache, movingFoldersKeepTheirAnswers)
{
    Cached cached;
    std::string first = cached.folder.path("build-1"), second = cached.folder.path("build-2");
    std::filesystem::create_directory(first);
    std::filesystem::create_directory(second);
    const auto ask = [&](const std::string &build) {
        cached.environment["BUILD"] = build;
        cached.moving = {{build, "build"}};
        return cached.ask("echo \"at $BUILD\" > " + build + "/list; echo " + build + "/list");
    };
    EXPECT_FALSE(ask(first).wasCached);
    const ShellResult moved = ask(second);
    EXPECT_TRUE(moved.wasCached) << cached.why;
    EXPECT_EQ(moved.output, second + "/list\n");
    EXPECT_EQ(cached.folder.read("build-2/list"), "at " + second + "\n");
}

TEST(ShellCache, aDamagedFileIsAnEmptyCache)
{
    Cached cached;
    ASSERT_TRUE(cached.isKept("echo x"));
    const std::string whole = cached.folder.read("cache/answers");
    EXPECT_EQ(ShellCache(cached.file).size(), 1U);
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x20);
        cached.folder.write("cache/answers", changed);
        EXPECT_EQ(ShellCache(cached.file).size(), 0U) << at;
        cached.folder.write("cache/answers", whole.substr(0, at));
        EXPECT_EQ(ShellCache(cached.file).size(), 0U) << at;
    }
    cached.folder.write("cache/answers", whole);
    EXPECT_EQ(ShellCache(cached.file).size(), 1U);
}

TEST(ShellCache, twoWritersLeaveAWholeFile)
{
    Cached cached;
    HostShellOptions host;
    host.directory = cached.folder.path("tree");
    host.environment = cached.environment;
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&, i] {
            for (int round = 0; round < 10; ++round) {
                const auto cache = std::make_shared<ShellCache>(cached.file);
                cachingShell(host, {cache})("echo " + std::to_string(i * 100 + round));
                EXPECT_TRUE(cache->save());
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_GT(ShellCache(cached.file).size(), 0U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(cached.folder.path("cache")), {}),
              1)
        << "no temporary file is left";
}

TEST(ShellCache, hasItsPlace)
{
    const std::string name = ShellCache::fileOf("tree", {{"XDG_CACHE_HOME", "/c"}});
    EXPECT_EQ(name.substr(0, 15), "/c/kiln/shells/");
    EXPECT_NE(name, ShellCache::fileOf("other", {{"XDG_CACHE_HOME", "/c"}}));
    EXPECT_EQ(ShellCache::fileOf("tree", {{"HOME", "/h"}}).substr(0, 22), "/h/.cache/kiln/shells/");
    EXPECT_EQ(ShellCache::fileOf("tree", {{"XDG_CACHE_HOME", "relative"}}), "");
}

TEST(ShellCache, timeOutsAndProblemsAreNotKept)
{
    Cached cached;
    HostShellOptions host;
    host.directory = cached.folder.path("tree");
    host.environment = cached.environment;
    host.timeOut = std::chrono::milliseconds(200);
    const auto cache = std::make_shared<ShellCache>();
    EXPECT_NE(cachingShell(host, {cache})("sleep 10").problem.text(), "");
    EXPECT_EQ(cache->size(), 0U);
    // Children in the background are ended, not waited for.
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(cachingShell(host, {cache})("sleep 10 & echo x").output, "x\n");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(8));
}

TEST(ShellCache, aLoadCountsWhatWasCached)
{
    Tree tree;
    tree.options.environment = {{"PATH", "/usr/bin:/bin"}};
    const auto cache = std::make_shared<ShellCache>();
    HostShellOptions host;
    host.directory = tree.folder.path();
    host.environment = tree.options.environment;
    const std::string text = "A := $(shell,echo 1)\nB := $(shell,date)\n";
    tree.options.shell = cachingShell(host, {cache});
    tree.load(text);
    EXPECT_EQ(tree.result.cachedShells, 0);
    tree.options.shell = cachingShell(host, {cache});
    tree.load(text);
    EXPECT_EQ(tree.result.shells, 2);
    EXPECT_EQ(tree.result.cachedShells, 1);
}

} // namespace
} // namespace kconfig::test
