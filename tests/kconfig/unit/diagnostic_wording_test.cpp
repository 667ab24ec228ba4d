// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the engine finds wrong with a tree and with a .config, in another language: nothing of it
// stays English but what the files say themselves.

#include "tree.h"

#include "kconfig/clause.h"
#include "kconfig/lint.h"
#include "kconfig/shell.h"
#include "kconfig/shell_recording.h"
#include "solver.h"

#include <mutex>
#include <regex>
#include <set>

namespace kconfig::test {
namespace {

/// A language that has the same arguments in the other order, and no word.
class Wordless : public Wording
{
public:
    [[nodiscard]] std::string pattern(std::string_view english) const override
    {
        m_asked.emplace(english);
        const auto all = everyPattern();
        if (std::find(all.begin(), all.end(), english) == all.end())
            return std::string(english);
        static const std::regex place("%[1-9]");
        const std::string text(english);
        std::string pattern;
        for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at)
            pattern.insert(0, at->str() + '|');
        return pattern;
    }
    [[nodiscard]] const std::set<std::string> &asked() const { return m_asked; }

private:
    mutable std::set<std::string> m_asked;
};

std::set<std::string> wordsOf(const std::string &text)
{
    static const std::regex word("[A-Za-z]{2,}");
    std::set<std::string> words;
    for (std::sregex_iterator at(text.begin(), text.end(), word), end; at != end; ++at)
        words.insert(at->str());
    return words;
}

/// One with faults, and what its files say beside Kconfig.
struct Faulty
{
    Dialect dialect;
    std::string text;
    std::string more;
};

std::vector<Faulty> faultyTrees()
{
    constexpr Dialect uk = Dialect::unikraft;
    constexpr Dialect l61 = Dialect::linux_6_1;
    constexpr Dialect l612 = Dialect::linux_6_12;
    std::string deep;
    for (int i = 0; i < 3000; ++i)
        deep += "if A\n";
    return {
        {l61, "cofnig A\nZZZZZ B\n= C\non A\nbool\n", {}},
        {l61, "config\nconfig \"A\"\nconfig if\nconfig A B\nconfig A\n\tbool 5\n\tprompt\n", {}},
        {l61, "config A\n\tbool \"A\"\n\tdepends A\n\tdepends on (A\n\tdepends on A &&\n", {}},
        {l61,
         "config A\n\tbool \"A\"\n\toption ZZ\n\thelp\n\n\thelp\n\t  Text.\nmenu MM\nendmenu\n",
         {}},
        {uk, "config A\n\tbool A\n\ttransitional\nosource \"NO*\"\nendmenu\n", {}},
        {l61, "rsource \"Sub\"\nosource \"Sub\"\nconfig A\n\tbool \"A\"\n\t---help---\n", {}},
        {l612,
         "config A\n\tbool \"A\"\n\toption modules\nchoice NAMED\n\ttristate \"B\"\n"
         "\toptional\nconfig C\n\tint\nendchoice\nconfig D\n\tbool \"D\"\n\t---help---\n\tX\n",
         {}},
        {l612, "choice\n\tbool\nconfig C\n\tbool \"C\"\n\tdefault y\nendchoice\n", {}},
        {l61,
         "menu \"M\"\nif A\nendmenu\nendif\nchoice\nmenu \"X\"\nendmenu\n"
         "source \"Sub\"\nV = 5\n",
         {}},
        {l61,
         "mainmenu \"A\"\nmainmenu \"B\"\nmenu \"M\"\n\trange 1 5\ncomment \"C\"\n"
         "\thelp\n\t  Text.\n",
         {}},
        {l61, "menu \"M\"\nendchoice\nendmenu\nconfig Z\n\tbool \"Z\"\nif Z\n", {}},
        {l61, "source \"NOWHERE\"\n", "No such file or directory"},
        {l61, "source \"Kconfig\"\n", {}},
        {uk, "source \"ZZZ\"\n", {}},
        {l61, "config A\n\tbool \"A\n\tdefault `\nconfig B\r\n\tbool \"B\"\r\n# end", {}},
        {l61, "V = $(V)\nconfig A\n\tbool \"$(V)\"\n\tdefault $(error-if,y,STOP)\n", {}},
        {l61, "X := $(filename\nconfig A\n\tbool \"A\"\n", {}},
        {l61, "$(warning-if,y)\n", {}},
        {l61, "$(warning-if,y,WW)\n$(FF,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8)\n", {}},
        {l61, "$(error-if,y,STOP)\n", {}},
        {l61, "config A\n\tdef_bool $(shell,echo y)\n", {}},
        {l61,
         "config A\nconfig B\n\tint \"B\"\n\tdefault \"x\"\n\tdefault A && B\n\tselect A\n"
         "\trange \"a\" \"b\"\n\tbool\nconfig C\n\tbool \"C\"\n\tselect B\n\trange 1 2\n"
         "\timply S\nconfig S\n\tstring \" S\"\n\tprompt \"T\"\n\tdefault A = m\n"
         "\timply C\n",
         {}},
        {l61,
         "choice\n\tbool\n\tdefault A\nconfig B\n\tbool\n\tdefault y\nendchoice\n"
         "config B\n\tbool \"B\"\nconfig A\n\tbool \"A\"\nchoice NAMED\n\tdefault \"A\"\n"
         "endchoice\n",
         {}},
        {l612,
         "choice\n\tprompt \"P\"\nconfig B\n\tbool \"B\"\n\tdefault y\nconfig T\n"
         "\ttristate\nendchoice\nconfig B\n\tbool \"B\"\n",
         {}},
        {l61,
         "config A\n\tbool \"A\"\n\tmodules\nconfig B\n\tbool \"B\"\n\tmodules\n"
         "\toption env=\"UNSET\"\nmenuconfig W\n\tbool\n\thelp\nconfig E\n\tbool\n"
         "\tdefault y if A = m\n",
         {}},
        {uk,
         "config A\n\tbool \"A\"\n\toption modules\nconfig B\n\tbool \"B\"\n\toption modules\n"
         "\toption env=\"UNSET\"\nconfig D\n\tstring\n\toption defconfig_list\nconfig E\n"
         "\tstring\n\toption defconfig_list\n\toption env=\n",
         {}},
        {l61,
         "config A\n\tbool \"A\"\n\tdepends on B\nconfig B\n\tbool \"B\"\n\tdepends on A\n",
         {}},
        {l61,
         "config A\n\tbool \"A\" if D\n\tdepends on B\n\timply C\nconfig B\n\tbool \"B\"\n"
         "\tdefault C\nconfig C\n\tbool \"C\"\nconfig D\n\tbool \"D\"\n\tdefault E\n"
         "\tselect F if A\nconfig E\n\tint\n\tdefault D\n\trange F 9\nconfig F\n\tdef_bool D\n",
         {}},
        {l61, "config A\n\tbool \"A\"\n" + deep, {}},
        {l61, "choice\n\tprompt \"P\"\nsource \"Sub\"\nV := 5\nendchoice\n", {}},
    };
}

class Speech
{
public:
    void hear(const Diagnostic &diagnostic, const std::set<std::string> &own)
    {
        add(diagnostic.message, messageIn(diagnostic, english), messageIn(diagnostic, wording),
            own);
        add(diagnostic.hint, hintIn(diagnostic, english), hintIn(diagnostic, wording), own);
        for (const DiagnosticNote &note : diagnostic.notes)
            add(note.message, messageIn(note, english), messageIn(note, wording), own);
    }

    Wording english;
    Wordless wording;
    std::size_t said = 0;

private:
    void add(const std::string &plain, const std::string &inEnglish, const std::string &text,
             const std::set<std::string> &own)
    {
        EXPECT_EQ(plain, inEnglish);
        said += plain.empty() ? 0 : 1;
        for (const std::string &word : wordsOf(text))
            EXPECT_TRUE(own.count(word) != 0) << word << " in: " << plain;
    }
};

/// How many of the patterns were asked for that other tests do not.
std::size_t askedTexts(const Wordless &wording, std::string_view first, std::string_view last)
{
    const auto all = everyPattern();
    const auto begin = std::find(all.begin(), all.end(), first);
    const auto end = std::find(begin, all.end(), last);
    EXPECT_NE(end, all.end());
    return static_cast<std::size_t>(std::count_if(begin, end, [&](std::string_view each) {
        return wording.asked().count(std::string(each)) != 0;
    }));
}

TEST(DiagnosticWording, NothingOfATreesFaultsStaysEnglish)
{
    Speech speech;
    for (const Faulty &faulty : faultyTrees()) {
        Tree tree;
        tree.folder.write("Sub", "config SUB\n\tbool \"SUB\"\n");
        tree.options.dialect = faulty.dialect;
        tree.load(faulty.text);
        EXPECT_FALSE(tree.result.diagnostics.empty()) << faulty.text.substr(0, 200);
        const auto own = wordsOf(faulty.text + faulty.more +
                                 " Sub Kconfig bool tristate int hex "
                                 "string config menu choice if comment source endif endmenu");
        for (const Diagnostic &diagnostic : tree.result.diagnostics)
            speech.hear(diagnostic, own);
    }
    EXPECT_GT(speech.said, 150u);
    EXPECT_GT(speech.wording.asked().size(), 100u);
    EXPECT_GT(askedTexts(speech.wording, "the line ends", "dependency loop: %1"), 40u);
}

TEST(DiagnosticWording, NothingOfACommandsFaultsStaysEnglish)
{
    const Folder folder;
    HostShellOptions late;
    late.environment = processEnvironment();
    late.timeOut = std::chrono::milliseconds(100);
    HostShellOptions cancelled = late;
    cancelled.cancelled = [] { return true; };
    HostShellOptions nowhere = late;
    nowhere.directory = folder.path("none");
    RecordingOptions options{folder.path(), {{"PATH", late.environment["PATH"]}}, {}};
    options.environment["CC"] = "1";
    const auto recording = std::make_shared<ShellRecording>();
    (void)recordingShell(hostShell(options.directory, options.environment), options,
                         recording)("echo $CC $LD");
    const auto replay = [&](std::map<std::string, std::string> environment) {
        return replayShell(recording, {folder.path(), std::move(environment)});
    };
    const std::pair<Shell, std::string> shells[] = {
        {hostShell(late), "a shell command did not end within 0.1 s and was stopped: sleep 9"},
        {hostShell(cancelled), "a shell command was cancelled: sleep 9"},
        {hostShell(nowhere),
         "a shell command could not be started: No such file or directory: sleep 9"},
        {failingShell(), "a shell command could not be run: sleep 9"},
        {replay({}), "a shell command is not in the recording: sleep 9"},
    };
    const auto own = wordsOf("sleep echo No such file or directory CC LD");
    Speech speech;
    const auto hear = [&](const Shell &shell, const std::string &command,
                          const std::string &english) {
        Tree tree;
        tree.options.shell = shell;
        tree.load("config A\n\tstring\n\tdefault \"$(shell," + command + ")\"\n");
        ASSERT_EQ(tree.result.diagnostics.size(), 1u) << english;
        EXPECT_EQ(tree.result.diagnostics[0].message, english);
        speech.hear(tree.result.diagnostics[0], own);
    };
    for (const auto &[shell, english] : shells)
        hear(shell, "sleep 9", english);
    hear(replay({{"CC", "2"}}), "echo $CC $LD",
         "a shell command is not in the recording with this environment: there, CC=1: "
         "echo $CC $LD");
    hear(replay({{"CC", "1"}, {"LD", "1"}}), "echo $CC $LD",
         "a shell command is not in the recording with this environment: there, LD is not set: "
         "echo $CC $LD");
    EXPECT_GE(
        askedTexts(speech.wording, "a shell command %1: %2", "variable '%1' refers to itself"), 8u);
}

TEST(DiagnosticWording, NothingOfAConfigsFaultsStaysEnglish)
{
    Tree tree;
    tree.options.dialect = Dialect::linux_6_1;
    tree.load(
        "config MODULES\n\tdef_bool y\n\tmodules\nconfig AA\n\tbool \"AA\"\nconfig NN\n"
        "\tint \"NN\"\n\trange 1 9\nconfig HH\n\thex \"HH\"\nconfig SS\n\tstring \"SS\"\n"
        "config TT\n\ttristate \"TT\"\nchoice\n\ttristate \"P\"\nconfig C1\n\ttristate \"1\"\n"
        "config C2\n\ttristate \"2\"\nendchoice\n");
    const std::string text =
        "nonsense\nCONFIG_AA=q\nCONFIG_AA=y\nCONFIG_AA=n\nCONFIG_NN=x\nCONFIG_NN=99\nCONFIG_HH=q\n"
        "CONFIG_SS=bare\nCONFIG_SS=\"open\nCONFIG_TT=q\nCONFIG_ZZ=y\nCONFIG_AAA=y\nCONFIG_C1=y\n"
        "CONFIG_C2=y\nCONFIG_C1=m\n";
    for (const Dialect dialect : {Dialect::linux_6_1, Dialect::linux_6_12}) {
        tree.options.dialect = dialect;
        tree.result = load(tree.options);
        Configuration configuration = tree.configuration();
        ReadOptions options;
        options.reportUnknownSymbols = true;
        const ReadReport report = readConfig(configuration, text, ".config", options);
        Speech speech;
        const auto own = wordsOf(text + " CONFIG_ bool tristate int hex string");
        for (const Diagnostic &diagnostic : report.diagnostics)
            speech.hear(diagnostic, own);
        EXPECT_GT(speech.said, 15u);
    }
}

TEST(DiagnosticWording, NothingOfLintsFindingsStaysEnglish)
{
    const std::string text =
        "config AA\n\tbool \"AA\"\n\tdepends on GONE || AAX\n\tselect MISSING\n\tselect BB\n"
        "config BB\n\tbool \"BB\"\n\tdepends on CC\n\tdefault y if CONFIG_AA\n"
        "config CC\n\tbool \"CC\"\nconfig NN\n\tbool\nconfig NX\n\tbool\nconfig NY\n\tbool\n"
        "config U1\n\tdef_bool NX\nconfig U2\n\tdef_bool NY || off\nconfig U3\n\tdef_bool NY = "
        "yes\n"
        "config DD\n\tbool \"DD\" if CC && !CC\n\tdefault y\n\tdefault n\n"
        "config DE\n\tbool \"DE\" if CC && !CC\nconfig DF\n\tbool \"DF\" if CC && !CC\n"
        "menu \"M\"\n\tdepends on BB && !BB\nconfig MM\n\tbool \"MM\"\nconfig MN\n\tbool \"MN\"\n"
        "endmenu\nconfig EE\n\tdef_bool CC && !CC\nconfig FF\n\tbool\n\tdepends on GONE\n"
        "config GG\n\tbool \"GG\"\n\tselect FF\nchoice\n\tprompt \"P\"\nconfig C1\n"
        "\tbool \"1\"\nconfig C2\n\tbool \"2\"\nendchoice\n";
    const Tree tree(text);
    const auto solver = makeSolver(tree.result.model);
    LintOptions options;
    options.solver = solver.get();
    const LintReport report = lint(tree.result, options);
    Speech speech;
    const auto own = wordsOf(text);
    std::set<std::string> rules;
    for (const Finding &finding : report.findings) {
        speech.hear(finding.diagnostic, own);
        rules.insert(finding.rule->id);
        EXPECT_FALSE(finding.diagnostic.said.isEmpty()) << finding.diagnostic.message;
        const auto all = everyPattern();
        EXPECT_NE(std::find(all.begin(), all.end(), finding.rule->help), all.end());
    }
    EXPECT_GE(rules.size(), 7u);
    EXPECT_GT(speech.wording.asked().size(), 25u);
}

TEST(DiagnosticWording, HeadlinesAndTheChainOfSourcesAreTranslated)
{
    class Shouting : public Wording
    {
    public:
        [[nodiscard]] std::string pattern(std::string_view english) const override
        {
            if (english == "error: %1")
                return "FEHLER: %1";
            if (english == "note: %1")
                return "HINWEIS: %1";
            if (english == "hint: %1")
                return "RAT: %1";
            if (english == "sourced from here")
                return "VON HIER";
            if (english == "add 'end%1'")
                return "DAZU 'end%1'";
            return std::string(english);
        }
    };
    Tree tree;
    tree.folder.write("Sub", "menu \"M\"\n");
    tree.load("\nsource \"Sub\"\n");
    ASSERT_EQ(tree.result.diagnostics.size(), 1u);
    EXPECT_EQ(format(tree.result.diagnostics[0], tree.model().sources(), Shouting()),
              "Sub:1:1: FEHLER: this menu is not closed in its file\n  menu \"M\"\n  ^\n"
              "  RAT: DAZU 'endmenu'\nSub:2:1: HINWEIS: the file ends here\n"
              "Kconfig:2:1: HINWEIS: VON HIER\n");
    EXPECT_EQ(format(tree.result.diagnostics[0], tree.model().sources()),
              "Sub:1:1: error: this menu is not closed in its file\n  menu \"M\"\n  ^\n"
              "  hint: add 'endmenu'\nSub:2:1: note: the file ends here\n"
              "Kconfig:2:1: note: sourced from here\n");
}

} // namespace
} // namespace kconfig::test
