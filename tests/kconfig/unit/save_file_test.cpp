// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Saving must never cost a user the old file.

#include "tree.h"

#include <cerrno>
#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kconfig::test {
namespace {

TEST(SaveFile, replacesTheFileAndKeepsTheOldOne)
{
    Folder folder;
    const std::string path = folder.path("new/.config");
    ASSERT_TRUE(saveFile(path, "one\n", true));
    ASSERT_TRUE(saveFile(path, "two\n", true));
    EXPECT_EQ(folder.read("new/.config"), "two\n");
    EXPECT_EQ(folder.read("new/.config.old"), "one\n");
    ASSERT_TRUE(saveFile(path, "two\n", true));
    EXPECT_EQ(folder.read("new/.config.old"), "one\n") << "nothing changed, so nothing is kept";
}

TEST(SaveFile, keepsLinksAndPermissions)
{
    Folder folder;
    folder.write("real", "one\n");
    ::chmod(folder.path("real").c_str(), 0640);
    ASSERT_EQ(::symlink("real", folder.path("link").c_str()), 0);
    ASSERT_TRUE(saveFile(folder.path("link"), "two\n"));
    EXPECT_TRUE(std::filesystem::is_symlink(folder.path("link")));
    EXPECT_EQ(folder.read("real"), "two\n");
    struct stat status = {};
    ASSERT_EQ(::stat(folder.path("real").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0640U);
}

/// Lets no file grow beyond a size while it lives, as a full disk would.
class SizeLimit
{
public:
    explicit SizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        rlimit limit = m_old;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_handler);
    }
    SizeLimit(const SizeLimit &) = delete;
    SizeLimit &operator=(const SizeLimit &) = delete;

private:
    rlimit m_old = {};
    void (*m_handler)(int) = nullptr;
};

TEST(SaveFile, leavesTheOldFileWhenThereIsNoRoom)
{
    Folder folder;
    folder.write(".config", "old\n");
    Expected<void, FileError> result;
    {
        const SizeLimit limit(10000);
        result = saveFile(folder.path(".config"), std::string(50000, 'x'), true);
    }
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().errorNumber, EFBIG);
    EXPECT_NE(result.error().message.find(folder.path(".config")), std::string::npos);
    EXPECT_NE(result.error().message.find("the old file is untouched"), std::string::npos);
    EXPECT_EQ(folder.read(".config"), "old\n");
    EXPECT_EQ(folder.list(), std::vector<std::string>{".config"}) << "nothing is left behind";
}

TEST(SaveFile, leavesTheOldFileOnAFullDisk)
{
    // A real full disk where the test may mount one; elsewhere the kernel's full device stands in
    // for the error itself.
    Folder folder;
    if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=64k") == 0) {
        folder.write(".config", "old\n");
        const auto result = saveFile(folder.path(".config"), std::string(200000, 'x'), true);
        const std::string kept = folder.read(".config");
        const auto names = folder.list();
        ::umount(folder.path().c_str());
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().errorNumber, ENOSPC);
        EXPECT_NE(result.error().message.find("free some space"), std::string::npos);
        EXPECT_EQ(kept, "old\n");
        EXPECT_EQ(names, std::vector<std::string>{".config"});
        return;
    }
    const int full = ::open("/dev/full", O_WRONLY);
    ASSERT_GE(full, 0) << "neither tmpfs nor /dev/full can be used here";
    EXPECT_EQ(::write(full, "x", 1), -1);
    EXPECT_EQ(errno, ENOSPC);
    ::close(full);
    const SizeLimit limit(0);
    folder.write("a", "");
    EXPECT_FALSE(saveFile(folder.path("a"), "text"));
}

TEST(SaveFile, saysWhatToDoAboutAReadOnlyFolder)
{
    Folder folder;
    folder.write("dir/.config", "old\n");
    std::string path = folder.path("dir/.config");
    if (::geteuid() == 0) {
        path = "/proc/kconfig-test/.config"; // root may write anywhere but here
    } else {
        ::chmod(folder.path("dir").c_str(), 0555);
    }
    const auto result = saveFile(path, "new\n", true);
    ::chmod(folder.path("dir").c_str(), 0755);
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message.find(path), std::string::npos) << result.error().message;
    EXPECT_EQ(folder.read("dir/.config"), "old\n");
}

TEST(SaveFile, refusesAFolder)
{
    Folder folder;
    const auto result = saveFile(folder.path(), "text");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().errorNumber, EISDIR);
}

TEST(ReadFile, namesTheFileThatIsMissing)
{
    const auto result = readFile("/nowhere/.config");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message,
              "can't read /nowhere/.config: No such file or directory (check the path)");
}

} // namespace
} // namespace kconfig::test
