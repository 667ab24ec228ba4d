// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// .config on disk: saved whole, others' changes noticed, unsaved work kept.

#include "recording_screen.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

namespace kconfig::terminal::test {

namespace {

class ConfigStorageTest : public ::testing::Test
{
protected:
    [[nodiscard]] ConfigStorage storage() const
    {
        StorageOptions options;
        options.path = folder.path(".config");
        return ConfigStorage(options);
    }
    kconfig::test::Folder folder;
};

TEST_F(ConfigStorageTest, SavesAndKeepsTheOldFile)
{
    folder.write(".config", "CONFIG_A=y\n");
    ConfigStorage file = storage();
    EXPECT_FALSE(file.hasSaved());
    ASSERT_TRUE(file.save("CONFIG_A=n\n").has_value());
    EXPECT_TRUE(file.hasSaved());
    EXPECT_EQ(folder.read(".config"), "CONFIG_A=n\n");
    EXPECT_EQ(folder.read(".config.old"), "CONFIG_A=y\n");
    EXPECT_FALSE(file.hasChangedOnDisk());
}

TEST_F(ConfigStorageTest, ComparesOptionsNotComments)
{
    folder.write(".config", "#\n# Header of yesterday\n#\nCONFIG_A=y\n# CONFIG_B is not set\n");
    const ConfigStorage file = storage();
    EXPECT_FALSE(file.differsFrom("# Another header\nCONFIG_A=y\n# CONFIG_B is not set\n"));
    EXPECT_TRUE(file.differsFrom("CONFIG_A=y\nCONFIG_B=y\n"));
    EXPECT_TRUE(file.differsFrom("CONFIG_A=y\n"));
}

TEST_F(ConfigStorageTest, NoticesWhatOthersDo)
{
    ConfigStorage file = storage();
    EXPECT_FALSE(file.hasChangedOnDisk()) << "still none";
    EXPECT_TRUE(file.differsFrom("")) << "no file is not an empty file";
    folder.write(".config", "CONFIG_A=y\n");
    EXPECT_TRUE(file.hasChangedOnDisk());
    file.look();
    EXPECT_FALSE(file.hasChangedOnDisk());
    std::filesystem::remove(folder.path(".config"));
    EXPECT_TRUE(file.hasChangedOnDisk());
}

TEST_F(ConfigStorageTest, WorkOfADeadProcessIsFound)
{
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ConfigStorage file = storage();
        ::_exit(file.keepForRecovery("CONFIG_A=y\n").has_value() ? 0 : 1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    ASSERT_EQ(status, 0);
    ConfigStorage file = storage();
    EXPECT_FALSE(file.otherSession());
    const auto found = file.findRecovery();
    ASSERT_TRUE(found.has_value());
    EXPECT_NE(found->text.find("\nCONFIG_A=y\n"), std::string::npos);
    EXPECT_EQ(found->path, folder.path(".config.kconf-recover"));
    file.discardFound(*found);
    EXPECT_FALSE(file.findRecovery());
}

TEST_F(ConfigStorageTest, WorkOfALivingProcessIsLeftToIt)
{
    int ready[2];
    int leave[2];
    ASSERT_EQ(::pipe(ready), 0);
    ASSERT_EQ(::pipe(leave), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    char byte = 0;
    if (child == 0) {
        ::close(leave[1]);
        ConfigStorage file = storage();
        (void)file.keepForRecovery("CONFIG_A=y\n");
        (void)!::write(ready[1], "r", 1);
        (void)!::read(leave[0], &byte, 1);
        ::_exit(0);
    }
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    ConfigStorage file = storage();
    EXPECT_EQ(file.otherSession(), std::optional<long>(child));
    EXPECT_FALSE(file.findRecovery());
    ASSERT_TRUE(file.keepForRecovery("CONFIG_B=y\n").has_value());
    EXPECT_EQ(*file.kept(), folder.path(".config.kconf-recover." + std::to_string(::getpid())));
    EXPECT_NE(folder.read(".config.kconf-recover").find("CONFIG_A=y"), std::string::npos);
    file.dropRecovery();
    EXPECT_FALSE(std::filesystem::exists(
        folder.path(".config.kconf-recover." + std::to_string(::getpid()))));
    ::close(leave[1]);
    ::waitpid(child, nullptr, 0);
}

TEST_F(ConfigStorageTest, SavingDropsTheKeptWork)
{
    ConfigStorage file = storage();
    ASSERT_TRUE(file.keepForRecovery("CONFIG_A=y\n").has_value());
    EXPECT_EQ(folder.list(), (std::vector<std::string>{".config.kconf-recover"}));
    ASSERT_TRUE(file.save("CONFIG_A=y\n").has_value());
    EXPECT_EQ(folder.list(), (std::vector<std::string>{".config"}));
}

TEST_F(ConfigStorageTest, OverwritesInPlaceWhenAsked)
{
    folder.write("real", "CONFIG_A=y\n");
    std::filesystem::create_hard_link(folder.path("real"), folder.path(".config"));
    StorageOptions options;
    options.path = folder.path(".config");
    options.overwritesInPlace = true;
    ConfigStorage file(options);
    ASSERT_TRUE(file.save("CONFIG_A=n\n").has_value());
    EXPECT_EQ(folder.read("real"), "CONFIG_A=n\n") << "the same inode";
}

} // namespace

} // namespace kconfig::terminal::test
