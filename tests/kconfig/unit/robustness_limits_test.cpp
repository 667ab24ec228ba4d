// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Hostile and huge inputs in every dialect, each in a process of its own that may use only so much
// time and memory: a diagnostic or a correct result, never a crash, a hang or unbounded memory.

#include "tree.h"

#include <functional>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kconfig::test {
namespace {

#ifdef KILN_SANITIZED
constexpr bool isSanitized = true; // shadow memory takes terabytes of addresses
#else
constexpr bool isSanitized = false;
#endif

class Limits : public testing::TestWithParam<Dialect>
{
protected:
    /// Loads the tree of `folder` and checks it, within `seconds` of processor time and `mebibytes`
    /// of memory; `holds` returns what is wrong, or nothing.
    void expectWithin(unsigned seconds, unsigned mebibytes, const Folder &folder,
                      const std::function<std::string(const LoadResult &, Configuration &)> &holds)
    {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            const rlim_t time = seconds * (isSanitized ? 10U : 1U);
            const rlimit cpu{time, time};
            ::setrlimit(RLIMIT_CPU, &cpu);
            const rlim_t bytes = rlim_t{mebibytes} << 20U;
            const rlimit memory{bytes, bytes};
            if (!isSanitized)
                ::setrlimit(RLIMIT_AS, &memory);
            ::_exit(work(folder, holds));
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_FALSE(WIFSIGNALED(status))
            << "ended by signal " << WTERMSIG(status) << " (memory: " << SIGABRT
            << ", time: " << SIGXCPU << ", crash: " << SIGSEGV << ')';
        EXPECT_EQ(WIFEXITED(status) ? WEXITSTATUS(status) : 0, 0) << "see what is printed above";
    }

private:
    static int work(const Folder &folder,
                    const std::function<std::string(const LoadResult &, Configuration &)> &holds)
    {
        LoadOptions options;
        options.rootFile = "Kconfig";
        options.directory = folder.path();
        options.dialect = GetParam();
        const LoadResult tree = load(options);
        Configuration configuration(tree.model);
        std::string wrong = holds(tree, configuration);
        std::string messages;
        for (const Diagnostic &diagnostic : tree.diagnostics)
            messages += format(diagnostic, tree.model->sources());
        if (messages.size() > 4000000)
            wrong += "too many messages\n";
        if (writeConfig(configuration).empty())
            wrong += "no .config\n";
        std::fputs(wrong.c_str(), stderr);
        return wrong.empty() ? 0 : 1;
    }
};

std::string repeat(const std::string &text, int times)
{
    std::string all;
    all.reserve(text.size() * static_cast<std::size_t>(times));
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

/// What every tree here ends with: it has to be y whatever stands before it.
constexpr const char *rest = "\nconfig REST\n\tbool\n\tdefault y\n";

std::string restIsRead(const LoadResult &tree, const Configuration &configuration)
{
    const SymbolId id = tree.model->find("REST");
    return id.isValid() && configuration.tristate(id) == Tristate::yes ? "" : "REST is lost\n";
}

std::string restIsReadWithErrors(const LoadResult &tree, const Configuration &configuration)
{
    return restIsRead(tree, configuration) + (tree.hasErrors() ? "" : "no error is reported\n");
}

TEST_P(Limits, blocksNestDeeply)
{
    for (const char *opening : {"menu \"m\"\n", "if A\n"}) {
        const std::string closing = opening[0] == 'm' ? "endmenu\n" : "endif\n";
        const Folder folder;
        folder.write("Kconfig", repeat(opening, 100000) + repeat(closing, 100000) + rest);
        expectWithin(5, 256, folder, restIsReadWithErrors);
    }
}

TEST_P(Limits, expressionsNestDeeply)
{
    for (const char *opening : {"(", "!", "!("}) {
        const Folder folder;
        folder.write("Kconfig", "config A\n\tbool\n\tdepends on " + repeat(opening, 300000) + rest);
        expectWithin(5, 256, folder, restIsReadWithErrors);
    }
}

TEST_P(Limits, macrosNestDeeply)
{
    const Folder folder;
    folder.write("Kconfig", "A := " + repeat("$(", 200000) + "x" + repeat(")", 200000) + rest);
    expectWithin(5, 256, folder, [](const LoadResult &tree, Configuration &) {
        return std::string(tree.hasErrors() ? "" : "no error is reported\n");
    });
}

TEST_P(Limits, macrosThatDouble)
{
    std::string text = "L0 = lol\n";
    for (int i = 1; i < 60; ++i) {
        const std::string last = "$(L" + std::to_string(i - 1) + ")";
        text += "L" + std::to_string(i) + " = " + last + last + "\n";
    }
    const Folder folder;
    folder.write("Kconfig", text + "config A\n\tstring\n\tdefault \"$(L59)\"\n" + rest);
    expectWithin(10, 256, folder, [](const LoadResult &tree, Configuration &) {
        return std::string(tree.hasErrors() ? "" : "no error is reported\n");
    });
}

TEST_P(Limits, aMegabyteLine)
{
    const std::string longText(1U << 20U, 'x');
    const Folder folder;
    folder.write("Kconfig", "config A\n\tstring \"" + longText + "\"\n\tdefault \"" + longText +
                                "\"\n#" + longText + "\nvariable := " + longText + "\nconfig " +
                                longText + "\n\tbool\n" + rest);
    expectWithin(5, 256, folder, [](const LoadResult &tree, Configuration &configuration) {
        const SymbolId a = tree.model->find("A");
        return restIsRead(tree, configuration) +
               (configuration.value(a).size() == 1U << 20U ? "" : "the text is cut\n");
    });
}

TEST_P(Limits, aMegabyteOfOperands)
{
    const Folder folder;
    folder.write("Kconfig",
                 "config A\n\tbool\n\tdepends on B" + repeat(" && !(C || D = y)", 60000) + rest);
    expectWithin(5, 256, folder, restIsReadWithErrors);
}

TEST_P(Limits, bytesOfZero)
{
    const Folder folder;
    const std::string zeros(100000, '\0');
    folder.write("Kconfig", zeros + "\nconfig A\n\tbool \"" + zeros + "\"\n" + zeros + rest);
    expectWithin(5, 256, folder, [](const LoadResult &tree, Configuration &) {
        return std::string(tree.diagnostics.empty() ? "nothing is said about it\n" : "");
    });
}

TEST_P(Limits, carriageReturns)
{
    const Folder folder;
    folder.write("Kconfig", repeat("config A\r\n\tbool \"a\"\r\n\tdefault y\r\n", 20000) + rest);
    expectWithin(5, 512, folder, restIsRead);
}

TEST_P(Limits, filesInACircle)
{
    const Folder folder;
    folder.write("Kconfig", std::string("source \"a\"\n") + rest);
    folder.write("a", "source \"b\"\n");
    folder.write("b", "source \"a\"\n");
    expectWithin(5, 256, folder, restIsReadWithErrors);
}

TEST_P(Limits, aFileThatSourcesItselfTwice)
{
    const Folder folder;
    folder.write("Kconfig", std::string("source \"Kconfig\"\nsource \"Kconfig\"\n") + rest);
    expectWithin(5, 256, folder, restIsReadWithErrors);
}

TEST_P(Limits, aHundredThousandSymbols)
{
    std::string text;
    for (int i = 0; i < 100000; ++i)
        text += "config S" + std::to_string(i) + "\n\tbool \"p\"\n\tdepends on S" +
                std::to_string(i / 3) + "\n\tdefault y\n\thelp\n\t  Text.\n";
    const std::string first = "\tdepends on S0\n";
    text.erase(text.find(first), first.size());
    const Folder folder;
    folder.write("Kconfig", text + rest);
    expectWithin(10, 512, folder, [](const LoadResult &tree, Configuration &configuration) {
        const SymbolId last = tree.model->find("S99999");
        return restIsRead(tree, configuration) +
               (configuration.tristate(last) == Tristate::yes ? "" : "S99999 is off\n");
    });
}

TEST_P(Limits, aChainOfDependencies)
{
    constexpr int length = 10000;
    for (const char *how : {"depends on", "select", "default"}) {
        std::string text;
        for (int i = 0; i < length; ++i) {
            text += "config S" + std::to_string(i) + "\n\tbool \"p\"\n";
            if (i + 1 < length)
                text += "\t" + std::string(how) + " S" + std::to_string(i + 1) + "\n\tdefault y\n";
        }
        const Folder folder;
        folder.write("Kconfig", text + rest);
        expectWithin(10, 512, folder, [&](const LoadResult &tree, Configuration &configuration) {
            const SymbolId end = tree.model->find("S" + std::to_string(length - 1));
            const SymbolId begin = tree.model->find("S0");
            std::string wrong = tree.hasErrors() ? "there are errors\n" : "";
            if (!configuration.apply({how[1] == 'e' && how[0] == 's' ? begin : end, "y"}))
                wrong += "the chain can't be pulled\n";
            if (configuration.tristate(begin) != Tristate::yes ||
                configuration.tristate(end) != Tristate::yes)
                wrong += "the chain is broken\n";
            return wrong + restIsRead(tree, configuration);
        });
    }
}

TEST_P(Limits, aCircleOfTenThousand)
{
    constexpr int length = 10000;
    std::string text;
    for (int i = 0; i < length; ++i)
        text += "config S" + std::to_string(i) + "\n\tbool \"p\"\n\tdepends on S" +
                std::to_string((i + 1) % length) + "\n";
    const Folder folder;
    folder.write("Kconfig", text + rest);
    expectWithin(10, 512, folder, restIsReadWithErrors);
}

TEST_P(Limits, aConfigOfAMillionLines)
{
    const Folder folder;
    folder.write("Kconfig", std::string("config A\n\tbool \"a\"\n") + rest);
    expectWithin(10, 512, folder, [](const LoadResult &tree, Configuration &configuration) {
        const ReadReport report =
            readConfig(configuration, repeat("CONFIG_A=y\nnonsense\n", 500000), ".config");
        return restIsRead(tree, configuration) +
               (report.diagnostics.size() < 10000 ? "" : "too many remarks\n") +
               (configuration.value(tree.model->find("A")) == "y" ? "" : "A is lost\n");
    });
}

INSTANTIATE_TEST_SUITE_P(
    Dialects, Limits, testing::Values(Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12),
    [](const testing::TestParamInfo<Dialect> &dialect) {
        return std::string(dialect.param == Dialect::unikraft    ? "unikraft"
                           : dialect.param == Dialect::linux_6_1 ? "linux_6_1"
                                                                 : "linux_6_12");
    });

} // namespace
} // namespace kconfig::test
