// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Answers that are out of date together are made anew side by side, and nobody can tell but by the
// time it takes.

#include "tree.h"

#include "kconfig/shell_cache.h"

#include <chrono>
#include <memory>
#include <thread>

namespace kconfig::test {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Loads of one tree, one after the other.
struct Loads
{
    Folder folder;
    HostShellOptions host;
    std::string file = folder.path("answers");

    Loads()
    {
        std::filesystem::create_directory(folder.path("tree"));
        host.directory = folder.path("tree");
        host.environment = {{"PATH", "/usr/bin:/bin"}};
        folder.write("tree/input", "1");
    }
    /// Longer than a file system's clock needs to tell two changes apart.
    static void settle() { std::this_thread::sleep_for(milliseconds(40)); }
    void change(const std::string &text) const
    {
        settle();
        folder.write("tree/input", text);
        settle();
    }
    /// What a load's commands gave, in order.
    std::vector<ShellResult> ask(const std::vector<std::string> &commands)
    {
        const auto cache = std::make_shared<ShellCache>(file);
        const Shell shell = cachingShell(host, {cache});
        std::vector<ShellResult> results;
        for (const std::string &command : commands)
            results.push_back(shell(command));
        EXPECT_TRUE(cache->save());
        return results;
    }
    static std::size_t ahead(const std::vector<ShellResult> &results)
    {
        return static_cast<std::size_t>(
            std::count_if(results.begin(), results.end(),
                          [](const ShellResult &result) { return result.ranAhead; }));
    }
    static std::size_t cached(const std::vector<ShellResult> &results)
    {
        return static_cast<std::size_t>(
            std::count_if(results.begin(), results.end(),
                          [](const ShellResult &result) { return result.wasCached; }));
    }
};

TEST(ShellAhead, aLoadWaitsForTheSlowestNotForTheSum)
{
    Loads loads;
    const std::vector<std::string> commands{
        "cat input; sleep 0.4; echo a", "cat input; sleep 0.4; echo b",
        "cat input; sleep 0.4; echo c", "cat input; sleep 0.4; echo d"};
    loads.settle();
    EXPECT_EQ(Loads::ahead(loads.ask(commands)), 0U) << "nothing is known yet";
    EXPECT_EQ(Loads::cached(loads.ask(commands)), 4U);
    loads.change("2");
    const auto start = Clock::now();
    const auto results = loads.ask(commands);
    const auto time = Clock::now() - start;
    EXPECT_EQ(Loads::ahead(results), 4U);
    EXPECT_EQ(Loads::cached(results), 0U);
    for (std::size_t i = 0; i < results.size(); ++i)
        EXPECT_EQ(results[i].output, "2" + std::string(1, static_cast<char>('a' + i)) + '\n');
    if (std::thread::hardware_concurrency() >= 2) {
        EXPECT_LT(time, milliseconds(1500)) << "one after the other takes 1600 ms";
    }
    EXPECT_EQ(Loads::cached(loads.ask(commands)), 4U) << "they are kept like others";
}

TEST(ShellAhead, theOrderOfAskingDoesNotMatter)
{
    Loads loads;
    std::vector<std::string> commands;
    for (int i = 0; i < 20; ++i)
        commands.push_back("cat input; echo " + std::to_string(i));
    loads.settle();
    loads.ask(commands);
    loads.change("2");
    std::reverse(commands.begin(), commands.end());
    const auto results = loads.ask(commands);
    EXPECT_EQ(Loads::ahead(results), 20U);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(results[static_cast<std::size_t>(i)].output, "2" + std::to_string(19 - i) + '\n');
}

TEST(ShellAhead, whatIsStillRightDoesNotRun)
{
    Loads loads;
    loads.folder.write("tree/other", "x");
    loads.settle();
    const std::vector<std::string> commands{"cat other", "cat input", "cat input; echo again",
                                            "cat other; echo again"};
    loads.ask(commands);
    loads.change("2");
    const auto results = loads.ask(commands);
    EXPECT_EQ(Loads::ahead(results), 2U);
    EXPECT_EQ(Loads::cached(results), 2U);
}

TEST(ShellAhead, oneAloneGainsNothing)
{
    Loads loads;
    loads.settle();
    loads.ask({"cat input", "echo fixed"});
    loads.change("2");
    EXPECT_EQ(Loads::ahead(loads.ask({"cat input", "echo fixed"})), 0U);
}

TEST(ShellAhead, whatIsNotAskedForIsThrownAway)
{
    Loads loads;
    loads.settle();
    const std::string slow = "cat input; test $(cat input) = 1 || sleep 20";
    loads.ask({"cat input", slow, "cat input; echo more"});
    loads.change("2");
    const auto start = Clock::now();
    const auto results = loads.ask({"cat input", "cat input; echo more"});
    EXPECT_LT(Clock::now() - start, std::chrono::seconds(10)) << "nobody waits for it";
    EXPECT_EQ(Loads::ahead(results), 2U);
    loads.change("1");
    const auto later = loads.ask({slow});
    EXPECT_EQ(later[0].output, "1");
    EXPECT_FALSE(later[0].ranAhead) << "the last load did not ask for it";
}

TEST(ShellAhead, commandsThatWriteWaitForTheirTurn)
{
    Loads loads;
    loads.settle();
    const std::string writer = "cat input > list; echo list";
    const std::string reader = "cat list";
    const std::string lister = "echo *";
    const std::vector<std::string> commands{"cat input", writer, reader, lister,
                                            "cat input; echo end"};
    loads.ask(commands);
    loads.settle(); // the list was too new to be relied on
    loads.ask(commands);
    EXPECT_EQ(Loads::cached(loads.ask(commands)), 5U);
    loads.change("2");
    const auto results = loads.ask(commands);
    EXPECT_TRUE(results[0].ranAhead);
    EXPECT_FALSE(results[1].ranAhead);
    EXPECT_FALSE(results[2].ranAhead);
    EXPECT_EQ(results[2].output, "2");
    EXPECT_FALSE(results[3].ranAhead);
    EXPECT_TRUE(results[4].ranAhead);
}

TEST(ShellAhead, anInputThatChangesBeforeTheCommandIsAskedFor)
{
    Loads loads;
    loads.folder.write("tree/state", "old");
    loads.settle();
    loads.ask({"cat input", "cat input state"});
    loads.change("2");
    // A command that nobody knew changes what was read ahead.
    const auto results =
        loads.ask({"cat input", "sleep 0.3; echo new > state; cat input", "cat input state"});
    EXPECT_EQ(results[2].output, "2new\n");
    EXPECT_FALSE(results[2].ranAhead);
}

TEST(ShellAhead, aCommandThatBeganToWrite)
{
    Loads loads;
    loads.settle();
    const std::string turned = "test $(cat input) = 1 || echo x >> log; cat log 2>/dev/null";
    loads.ask({"cat input", turned, "cat input; echo end"});
    loads.change("2");
    const auto results = loads.ask({"cat input", turned, "cat input; echo end"});
    EXPECT_FALSE(results[1].ranAhead) << "it has to run when it is its turn";
    EXPECT_TRUE(results[2].ranAhead);
}

TEST(ShellAhead, messagesComeWhenTheirCommandIsAskedFor)
{
    Loads loads;
    loads.settle();
    const std::vector<std::string> commands{"cat input; sleep 0.3; echo one >&2",
                                            "cat input; echo two >&2"};
    testing::internal::CaptureStderr();
    loads.ask(commands);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "one\ntwo\n");
    loads.change("2");
    testing::internal::CaptureStderr();
    EXPECT_EQ(Loads::ahead(loads.ask(commands)), 2U);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "one\ntwo\n");
}

TEST(ShellAhead, anotherEnvironmentKnowsNothing)
{
    Loads loads;
    loads.settle();
    const std::vector<std::string> commands{"echo $ARCH", "cat input", "cat input; echo more"};
    loads.host.environment["ARCH"] = "x86";
    loads.ask(commands);
    loads.host.environment["ARCH"] = "arm64";
    const auto other = loads.ask(commands);
    EXPECT_EQ(Loads::ahead(other), 0U);
    EXPECT_EQ(other[0].output, "arm64\n");
    loads.change("2");
    loads.host.environment["ARCH"] = "x86";
    const auto results = loads.ask(commands);
    EXPECT_EQ(Loads::ahead(results), 2U);
    EXPECT_EQ(results[0].output, "x86\n");
}

TEST(ShellAhead, cancellingEndsAll)
{
    Loads loads;
    loads.settle();
    const std::vector<std::string> commands{"test $(cat input) = 1 || sleep 20",
                                            "test $(cat input) = 1 || sleep 21"};
    loads.ask(commands);
    loads.change("2");
    const auto start = Clock::now();
    loads.host.cancelled = [&] { return Clock::now() - start > milliseconds(200); };
    const auto results = loads.ask(commands);
    EXPECT_LT(Clock::now() - start, std::chrono::seconds(10));
    EXPECT_NE(results[0].problem.text(), "");
    EXPECT_NE(results[1].problem.text(), "");
}

TEST(ShellAhead, aCommandThatTakesTooLongIsNotTriedTwice)
{
    Loads loads;
    loads.settle();
    const std::vector<std::string> commands{"cat input", "test $(cat input) = 1 || sleep 20"};
    loads.ask(commands);
    loads.change("2");
    loads.host.timeOut = milliseconds(700);
    const auto start = Clock::now();
    const auto results = loads.ask(commands);
    EXPECT_NE(results[1].problem.text(), "");
    EXPECT_LT(Clock::now() - start, std::chrono::seconds(6));
}

} // namespace
} // namespace kconfig::test
