// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A load gives the same with a second thread that reads files ahead as without: model, diagnostics
// and conf's words for them, in trees with every kind of fault.

#include "reloaded.h"
#include "tree.h"

#include <chrono>
#include <fcntl.h>
#include <random>
#include <set>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace kconfig::test {
namespace {

/// describe() and all that only conf's modes look at.
std::string describeAll(const LoadResult &result)
{
    std::string text = describe(result);
    for (const Diagnostic &diagnostic : result.diagnostics)
        text += "conf: " + diagnostic.confText.value_or("(its own)") + ' ' +
                std::to_string(static_cast<int>(diagnostic.confStops)) + ' ' +
                std::to_string(static_cast<int>(diagnostic.isFromParsing)) + '\n';
    for (const std::string &file : result.model->files())
        text += "file " + file + '\n';
    for (const SymbolId id : result.model->symbolsInTableOrder())
        text += std::to_string(id.index) + ' ';
    return text;
}

/// A tree of files that source each other, made by chance.
class ChanceTree
{
public:
    ChanceTree(unsigned seed, Dialect dialect)
        : m_random(seed)
        , m_isGood(seed % 4 == 0)
        , m_isOld(seed % 2 == 0)
    {
        m_options.rootFile = "Kconfig";
        m_options.directory = m_folder.path();
        m_options.environment = {{"ARCH", "x86"}, {"HERE", "d1"}};
        m_options.dialect = dialect;
        m_options.shell = [this](const std::string &command) { return run(command); };
        m_options.cancelled = [this] {
            EXPECT_EQ(std::this_thread::get_id(), m_caller);
            return false;
        };
        for (unsigned i = files; i-- > 0;)
            m_texts.emplace_back(nameOf(i), textOf(i));
        std::string root = "mainmenu \"Chance\"\n\nconfig MODULES\n\tbool \"Modules\"\n\tmodules\n";
        for (unsigned i = 0; i < files; i += 2)
            root += "\nsource \"" + nameOf(i) + "\"\n" + (roll(6) == 0 ? statement(1000 + i) : "");
        m_texts.emplace_back("Kconfig", root);
    }

    std::string load(bool usesThreads)
    {
        for (const auto &[name, text] : m_texts)
            if (m_written.empty() || m_written.count(name) != 0)
                write(name, text);
        m_written = {"nothing yet"};
        m_options.usesThreads = usesThreads;
        return describeAll(kconfig::load(m_options));
    }

private:
    static constexpr unsigned files = 260; // every other one is known from the start

    void write(const std::string &name, const std::string &text) const
    {
        m_folder.write(name, text);
        if (m_isOld) // too young, and it would not be trusted
            std::filesystem::last_write_time(m_folder.path(name),
                                             std::filesystem::file_time_type::clock::now() -
                                                 std::chrono::hours(1));
    }

    /// The one command there is: write FILE TEXT.
    ShellResult run(const std::string &command)
    {
        EXPECT_EQ(std::this_thread::get_id(), m_caller);
        std::istringstream words(command);
        std::string word;
        std::string file;
        words >> word >> file;
        std::string text;
        std::getline(words, text);
        if (word == "write") {
            m_folder.write(file, "config " + text.substr(1) + "\n\tbool \"Written\"\n");
            m_written.insert(file);
        }
        ShellResult result;
        result.output = "written\n";
        return result;
    }

    unsigned roll(unsigned below) { return static_cast<unsigned>(m_random() % below); }
    static std::string nameOf(unsigned i)
    {
        return "d" + std::to_string(i % 5) + "/f" + std::to_string(i);
    }

    std::string textOf(unsigned file)
    {
        std::string text;
        const unsigned count = 1 + roll(6);
        for (unsigned i = 0; i < count; ++i) {
            text += statement(file * 10 + i);
            if (roll(3) == 0 && file % 2 == 0) // the odd ones are sourced by those before them
                text += sourceOf(file);
            if (!m_isGood && roll(12) == 0)
                text += fault(file);
        }
        return text;
    }

    std::string sourceOf(unsigned file)
    {
        const std::string next = nameOf(file + 1);
        switch (roll(m_isGood ? 6 : 12)) {
        case 0:
            return "if C" + std::to_string(roll(files * 10)) + "\nsource \"" + next + "\"\nendif\n";
        case 1:
            return "menu \"M\"\n\nsource \"" + next + "\"\n\nendmenu\n";
        case 2:
            return "source \"$(HERE)/f1\"\n";
        case 3:
            return "BY := " + next + "\nsource \"$(BY)\"\n";
        case 6:
            return "source \"missing\"\n";
        case 7:
            return "source \"" + nameOf(file) + "\"\n";
        case 8:
            return "choice\n\tprompt \"Choice\"\nsource \"" + next + "\"\nendchoice\n";
        case 9:
            return "source \"d1/f1?\"\n";
        case 10:
            return "menuconfig P" + std::to_string(file) + "\n\tbool\nsource \"" + next + "\"\n";
        case 11:
            return "config L\n\tbool \"L\"\nsource \"" + next + "\"\n\tdefault y\n";
        default:
            return "source \"" + next + "\"\n";
        }
    }

    std::string statement(unsigned number)
    {
        const std::string name = "C" + std::to_string(number);
        const std::string other = "C" + std::to_string(roll(files * 10));
        switch (roll(8)) {
        case 0:
            return "menu \"Menu\"\n\tdepends on " + other + "\nconfig " + name +
                   "\n\ttristate \"In it\"\nendmenu\n";
        case 1:
            return "choice\n\tprompt \"One\"\nconfig " + name + "\n\tbool \"A\"\nconfig " + name +
                   "B\n\tbool \"B\"\nendchoice\n";
        case 2:
            return "V" + std::to_string(number % 7) + " = $(ARCH)-" + name + "\nconfig " + name +
                   "\n\tstring \"S\"\n\tdefault \"$(V" + std::to_string(roll(7)) + ")\"\n";
        case 3:
            return "W" + std::to_string(number % 3) + " += more\n";
        case 4:
            return "config " + name + "\n\tstring \"Shell\"\n\tdefault \"$(shell,write " +
                   nameOf(roll(files)) + " SHELL" + name + ")\"\n";
        case 5:
            return "comment \"Comment\"\n\tdepends on " + other + " = m\n";
        default:
            return "config " + name + "\n\tbool \"Option " + name + "\" if " + other +
                   "\n\tdefault y if " + other + "\n\tselect " + other +
                   " if MODULES\n\thelp\n\t  Help of " + name + ".\n";
        }
    }

    std::string fault(unsigned file)
    {
        const std::string name = "F" + std::to_string(file);
        switch (roll(12)) {
        case 0:
            return "confg " + name + "\n\tbool\n";
        case 1:
            return "config\n\tbool\n";
        case 2:
            return "menu \"Left open\"\n";
        case 3:
            return "endmenu\n";
        case 4:
            return "menuconfig " + name +
                   "\n\tbool\n"; // no prompt, and perhaps the end of the file
        case 5:
            return "config " + name + "\n\tbool \"No end\n";
        case 6:
            return "mainmenu \"Late\"\n";
        case 7:
            return "config " + name + "\n\tbool \"A\"\n\tint \"B\"\n\trange 1\n";
        case 8:
            return "\tdepends on A\n";
        case 9:
            return "config " + name + "\r\n\tbool \"A\"\r\n";
        case 10:
            return "config " + name + "\n\tbool \"A\"\n\tdepends on " + name + "\n";
        default:
            return "config " + name + "\n\tdefault \"$(" + name + "\"\n\tdefault && A";
        }
    }

    std::mt19937 m_random;
    bool m_isGood;
    bool m_isOld;
    Folder m_folder;
    LoadOptions m_options;
    std::thread::id m_caller = std::this_thread::get_id();
    std::vector<std::pair<std::string, std::string>> m_texts;
    std::set<std::string> m_written; ///< by commands of the last load; empty before the first
};

class ReadAheadOf : public testing::TestWithParam<Dialect>
{};

TEST_P(ReadAheadOf, aTreeGivesWhatOneThreadGives)
{
    constexpr unsigned trees = 4;
    constexpr int times = 2; // threads meet differently every time
    for (unsigned seed = 0; seed < trees; ++seed) {
        ChanceTree tree(seed, GetParam());
        const std::string alone = tree.load(false);
        for (int i = 0; i < times; ++i)
            ASSERT_EQ(tree.load(true), alone) << "seed " << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(AllDialects, ReadAheadOf,
                         testing::Values(Dialect::unikraft, Dialect::linux_6_1,
                                         Dialect::linux_6_12));

TEST(ReadAhead, aFileThatACommandWritesIsReadAfterIt)
{
    Tree tree;
    std::string root = "config FIRST\n\tdef_string \"$(shell,write)\"\n";
    for (int i = 0; i < 200; ++i) {
        const std::string name = "f" + std::to_string(i);
        tree.folder.write(name, "config OLD" + std::to_string(i) + "\n\tbool \"Old\"\n");
        root += "source \"" + name + "\"\n";
    }
    tree.options.dialect = Dialect::linux_6_1;
    tree.options.shell = [&](const std::string &) {
        // Time for a second thread to have read all of them.
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        tree.folder.write("f199", "config NEW\n\tbool \"New\"\n");
        return ShellResult{};
    };
    // The root's own sources are expected before the command runs.
    tree.load(root);
    EXPECT_TRUE(tree.result.model->find("NEW").isValid());
    EXPECT_TRUE(tree.result.model->find("OLD198").isValid());
    EXPECT_FALSE(tree.result.model->find("OLD199").isValid());
}

TEST(ReadAhead, aPipeIsLeftToTheOneWhoReadsIt)
{
    Tree tree;
    std::string root;
    for (int i = 0; i < 200; ++i) {
        const std::string name = "f" + std::to_string(i);
        if (i == 20)
            ASSERT_EQ(::mkfifo(tree.folder.path(name).c_str(), 0600), 0);
        else
            tree.folder.write(name, "config C" + std::to_string(i) + "\n\tbool \"C\"\n");
        root += "source \"" + name + "\"\n";
    }
    tree.options.dialect = Dialect::linux_6_1;
    // What was written stays in the pipe until somebody reads it.
    const int reader = ::open(tree.folder.path("f20").c_str(), O_RDONLY | O_NONBLOCK);
    ASSERT_GE(reader, 0);
    std::ofstream(tree.folder.path("f20")) << "config C20\n\tbool \"Piped\"\n";
    tree.load(root);
    ::close(reader);
    EXPECT_TRUE(tree.result.model->find("C20").isValid());
    EXPECT_TRUE(tree.result.diagnostics.empty());
}

} // namespace
} // namespace kconfig::test
