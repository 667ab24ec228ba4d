// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Recordings of shell commands: their file, whatever became of it, and giving the answers again.

#include "tree.h"

#include "kconfig/shell_recording.h"

#include <random>
#include <sys/stat.h>

namespace kconfig::test {
namespace {

const std::map<std::string, std::string> path{{"PATH", "/usr/local/bin:/usr/bin:/bin"}};

ShellRecording sample()
{
    ShellRecording recording;
    recording.roots = {{".", "/tree"}, {"BUILD_DIR", "/build"}};
    recording.calls.push_back(
        {"echo $A", {"A=1"}, 0, std::string("one\0two\n", 8), {{"list", "text\n", 0755}}});
    recording.calls.push_back({"", {"B"}, 127, "", {}});
    recording.calls.push_back({"x\ny 3\n", {}, 1, "end 3\n", {{"/build/a b", "", 0644}}});
    return recording;
}

std::string errorOf(const std::string &bytes)
{
    auto parsed = ShellRecording::parse(bytes, "FILE");
    return parsed ? std::string() : parsed.error();
}

TEST(Recording, readsWhatItWrote)
{
    auto parsed = ShellRecording::parse(sample().serialize(), "FILE");
    ASSERT_TRUE(parsed) << parsed.error();
    EXPECT_EQ(*parsed, sample());
    auto empty = ShellRecording::parse(ShellRecording().serialize(), "FILE");
    ASSERT_TRUE(empty);
    EXPECT_TRUE(empty->calls.empty());
}

TEST(Recording, everyCutIsFound)
{
    const std::string whole = sample().serialize();
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_NE(errorOf(whole.substr(0, size)), "") << size;
    EXPECT_NE(errorOf(whole + "x"), "");
    EXPECT_NE(errorOf(whole + whole), "");
}

TEST(Recording, everyFlippedBitIsFound)
{
    const std::string whole = sample().serialize();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            EXPECT_NE(errorOf(changed), "") << "byte " << at << " bit " << bit;
        }
    }
}

TEST(Recording, anyBytesGiveAnError)
{
    std::mt19937 random(1);
    const std::string words[] = {"command 3\n",
                                 "end 4\n",
                                 "file 9\n",
                                 "root 1\n",
                                 "\n",
                                 "status 99999999999999999999\n",
                                 "output 18446744073709551615\n",
                                 "abc\n",
                                 "content 0\n\n",
                                 std::string(1, '\0')};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = "kiln-shells 1\n";
        for (int i = 0; i < 12; ++i)
            bytes += words[random() % std::size(words)];
        EXPECT_NE(errorOf(bytes), "");
    }
}

TEST(Recording, errorsSayWhatIsWrong)
{
    EXPECT_EQ(errorOf("text"), "FILE is no recording of shell commands; record it again (kconf "
                               "--shells=record:FILE)");
    EXPECT_NE(errorOf("kiln-shells 9\n").find("format that this program does not know"),
              std::string::npos);
    EXPECT_NE(errorOf("kiln-shells 1\ncommand 2\nab").find("damaged at byte 14"),
              std::string::npos);
    EXPECT_NE(errorOf("kiln-shells 1\n").find("its end is missing"), std::string::npos);
    auto missing = ShellRecording::read("/nonexistent/recording");
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().find("/nonexistent/recording"), std::string::npos);
}

struct Recorded
{
    Folder folder;
    RecordingOptions options;
    std::shared_ptr<ShellRecording> recording = std::make_shared<ShellRecording>();

    Recorded()
    {
        std::filesystem::create_directory(folder.path("build"));
        options.directory = folder.path();
        options.environment = path;
        options.watched = {folder.path("build")};
    }
    ShellResult run(const std::string &command) const
    {
        return recordingShell(hostShell(options.directory, options.environment), options,
                              recording)(command);
    }
    [[nodiscard]] Shell replay() const
    {
        return replayShell(recording, {options.directory, options.environment});
    }
};

TEST(Replay, answersWithoutRunning)
{
    Recorded recorded;
    recorded.run("echo ran >> log; echo out; exit 4");
    const ShellResult again = recorded.replay()("echo ran >> log; echo out; exit 4");
    EXPECT_EQ(again.output, "out\n");
    EXPECT_EQ(again.exitStatus, 4);
    EXPECT_EQ(recorded.folder.read("log"), "ran\n");
}

TEST(Replay, writesTheFilesAgainButOnlyWhenTheyDiffer)
{
    Recorded recorded;
    const std::string command = "printf x > build/list; printf y > top; chmod 755 top";
    recorded.run(command);
    ASSERT_EQ(recorded.recording->calls.size(), 1U);
    ASSERT_EQ(recorded.recording->calls[0].files.size(), 2U);
    EXPECT_EQ(recorded.recording->calls[0].files[1].path, "top");
    std::filesystem::remove(recorded.folder.path("top"));
    std::filesystem::remove_all(recorded.folder.path("build"));
    const Shell replay = recorded.replay();
    EXPECT_EQ(replay(command).problem.text(), "");
    EXPECT_EQ(recorded.folder.read("build/list"), "x");
    EXPECT_EQ(recorded.folder.read("top"), "y");
    struct stat before = {}, after = {};
    ASSERT_EQ(::stat(recorded.folder.path("top").c_str(), &before), 0);
    EXPECT_EQ(before.st_mode & 0777U, 0755U);
    EXPECT_EQ(replay(command).problem.text(), "");
    ASSERT_EQ(::stat(recorded.folder.path("top").c_str(), &after), 0);
    EXPECT_EQ(before.st_ino, after.st_ino);
    EXPECT_EQ(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
    recorded.folder.write("build/list", "z");
    EXPECT_EQ(replay(command).problem.text(), "");
    EXPECT_EQ(recorded.folder.read("build/list"), "x");
}

TEST(Replay, aFileWrittenAgainWithTheSameBytesIsRecorded)
{
    Recorded recorded;
    recorded.folder.write("build/list", "x");
    recorded.run("rm build/list; printf x > build/list");
    ASSERT_EQ(recorded.recording->calls[0].files.size(), 1U);
    EXPECT_EQ(recorded.recording->calls[0].files[0].content, "x");
}

TEST(Replay, answersComeInTurn)
{
    Recorded recorded;
    const Shell shell = recordingShell(hostShell(recorded.options.directory, path),
                                       recorded.options, recorded.recording);
    for (int i = 0; i < 3; ++i)
        shell("echo x >> counter; wc -l < counter");
    const Shell replay = recorded.replay();
    std::string all;
    for (int i = 0; i < 4; ++i)
        all += replay("echo x >> counter; wc -l < counter").output;
    EXPECT_EQ(all, "1\n2\n3\n3\n");
}

TEST(Replay, whatWasNotRecordedIsAProblem)
{
    Recorded recorded;
    recorded.options.environment["CC"] = "gcc";
    recorded.run("echo $CC ${OTHER:-none}");
    EXPECT_EQ(recorded.replay()("echo other").problem.text(), "is not in the recording");
    EXPECT_EQ(recorded.replay()("echo $CC ${OTHER:-none}").output, "gcc none\n");
    recorded.options.environment["CC"] = "clang";
    EXPECT_EQ(recorded.replay()("echo $CC ${OTHER:-none}").problem.text(),
              "is not in the recording with this environment: there, CC=gcc");
    recorded.options.environment["CC"] = "gcc";
    recorded.options.environment["OTHER"] = "1";
    EXPECT_EQ(recorded.replay()("echo $CC ${OTHER:-none}").problem.text(),
              "is not in the recording with this environment: there, OTHER is not set");
}

TEST(Replay, foldersMayHaveMoved)
{
    Recorded recorded;
    recorded.options.environment["BUILD_DIR"] = recorded.folder.path("build");
    const std::string command = "echo list > " + recorded.folder.path("build/list") + "; echo " +
                                recorded.folder.path("build") + "er; echo " +
                                recorded.folder.path("build/list");
    recorded.run(command);
    Folder other;
    const auto moved = [&](std::string text) {
        for (std::size_t at = 0; (at = text.find(recorded.folder.path("build/"))) != text.npos;)
            text.replace(at, recorded.folder.path("build").size(), other.path("b"));
        return text;
    };
    // "…/builder" lies in the working directory, which has moved, too.
    const Shell replay =
        replayShell(recorded.recording,
                    {other.path(), {{"PATH", path.at("PATH")}, {"BUILD_DIR", other.path("b")}}});
    std::string there = moved(command);
    const std::string builder = recorded.folder.path("build") + "er";
    there.replace(there.find(builder), builder.size(), other.path("builder"));
    const ShellResult result = replay(there);
    EXPECT_EQ(result.problem.text(), "");
    EXPECT_EQ(result.output, other.path("builder") + "\n" + other.path("b/list") + "\n");
    EXPECT_EQ(other.read("b/list"), "list\n");
}

TEST(Replay, aFileThatCanNotBeWrittenIsAProblem)
{
    Recorded recorded;
    recorded.run("echo x > build/list");
    std::filesystem::remove_all(recorded.folder.path("build"));
    recorded.folder.write("build", "a file is in the way");
    EXPECT_NE(recorded.replay()("echo x > build/list").problem.text(), "");
}

} // namespace
} // namespace kconfig::test
