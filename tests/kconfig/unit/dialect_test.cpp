// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Names of dialects, and the guess which one a tree speaks.

#include "kconfig/dialect.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace {

using namespace kconfig;
namespace fs = std::filesystem;

class DialectTest : public testing::Test
{
protected:
    DialectTest()
    {
        std::string name = (fs::temp_directory_path() / "kconfig-dialect-XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
    }
    ~DialectTest() override { fs::remove_all(m_folder); }

    std::string write(const std::string &name, const std::string &text) const
    {
        const fs::path path = m_folder / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path) << text;
        return path.string();
    }

    fs::path m_folder;
};

TEST_F(DialectTest, NamesLeadThereAndBack)
{
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12})
        EXPECT_EQ(dialectByName(dialectName(dialect)), dialect);
    EXPECT_FALSE(dialectByName("linux"));
    EXPECT_FALSE(dialectByName(""));
}

TEST_F(DialectTest, ConfigUkIsUnikraft)
{
    EXPECT_EQ(guessDialect("/no/such/Config.uk", {{"KERNELVERSION", "6.12.0"}}), Dialect::unikraft);
}

TEST_F(DialectTest, TheMakefileAroundTellsTheVersion)
{
    write("scripts/kconfig/conf.c", "");
    const std::string deep = write("scripts/kconfig/tests/case/Kconfig", "config A\n");
    for (const auto &[version, dialect] :
         {std::pair{"VERSION = 4\nPATCHLEVEL = 19\n", Dialect::unikraft},
          std::pair{"VERSION = 5\nPATCHLEVEL = 15\n", Dialect::linux_6_1},
          std::pair{"VERSION = 6\nPATCHLEVEL = 10\n", Dialect::linux_6_1},
          std::pair{"VERSION = 6\nPATCHLEVEL = 11\n", Dialect::linux_6_12},
          std::pair{"VERSION = 7\nPATCHLEVEL = 0\n", Dialect::linux_6_12}}) {
        write("Makefile", version);
        EXPECT_EQ(guessDialect(deep, {}), dialect) << version;
        EXPECT_EQ(guessDialect("Kconfig", {{"srctree", m_folder.string()}}), dialect) << version;
    }
}

TEST_F(DialectTest, LanguageTellsMoreThanKernelversion)
{
    const std::string old = write("Old", "config M\n\tbool\n\toption modules\n");
    EXPECT_EQ(guessDialect(old, {{"KERNELVERSION", "6.12.0"}}), Dialect::unikraft);
    const std::string fresh = write("New", "config M\n\tbool\n\ttransitional\n");
    EXPECT_EQ(guessDialect(fresh, {}), Dialect::linux_6_12);
    const std::string both = write("Both", "config M\n\tbool\n\tmodules\n");
    EXPECT_EQ(guessDialect(both, {}), Dialect::linux_6_1);
    EXPECT_EQ(guessDialect(both, {{"KERNELVERSION", "6.12.0"}}), Dialect::linux_6_12);
    EXPECT_EQ(guessDialect(write("Glob", "source \"lib/*/Kconfig\"\n"), {}), Dialect::unikraft);
}

TEST_F(DialectTest, WithoutASignItIsUnikraft)
{
    const DialectGuess guess =
        guessDialectWithReason(write("Kconfig", "config A\n\tbool\n"), {{"KERNELVERSION", "next"}});
    EXPECT_EQ(guess.dialect, Dialect::unikraft);
    EXPECT_EQ(guess.reason, "nothing says otherwise");
    EXPECT_EQ(guessDialect("/no/such/file", {}), Dialect::unikraft);
}

} // namespace
