// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Running commands: on the host and in a sandbox, and what a load says when none may run.

#include "tree.h"

#include "kconfig/shell.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

namespace kconfig::test {
namespace {

const std::map<std::string, std::string> path{{"PATH", "/usr/local/bin:/usr/bin:/bin"}};

HostShellOptions in(const Folder &folder)
{
    HostShellOptions options;
    options.directory = folder.path();
    options.environment = path;
    return options;
}

std::chrono::milliseconds timeOf(const std::function<void()> &action)
{
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 start);
}

TEST(HostShell, givesOutputAndStatus)
{
    const Folder folder;
    const Shell shell = hostShell(in(folder));
    EXPECT_EQ(shell("echo one; exit 3").output, "one\n");
    EXPECT_EQ(shell("echo one; exit 3").exitStatus, 3);
    EXPECT_EQ(shell("kill -TERM $$").exitStatus, 128 + SIGTERM);
    EXPECT_EQ(shell("nosuchcommand 2>/dev/null").exitStatus, 127);
    EXPECT_TRUE(shell("true").problem.isEmpty());
}

TEST(HostShell, keepsEveryByteOfTheOutput)
{
    const Folder folder;
    const Shell shell = hostShell(in(folder));
    EXPECT_EQ(shell("printf 'a\\000b\\377\\n'").output, std::string("a\0b\xff\n", 5));
}

TEST(HostShell, anEmptyInputUnlessAskedOtherwise)
{
    const Folder folder;
    EXPECT_EQ(hostShell(in(folder))("cat; echo end").output, "end\n");
    EXPECT_EQ(hostShell(in(folder))("exec <&-; echo end").output, "end\n");
}

TEST(HostShell, endlessOutputComesToAnEnd)
{
    const Folder folder;
    // A program with a window ignores SIGPIPE; its commands must not.
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    const ShellResult result = hostShell(in(folder))("yes");
    std::signal(SIGPIPE, before);
    EXPECT_GE(result.output.size(), 1U << 20);
    EXPECT_LT(result.output.size(), 2U << 20);
    EXPECT_EQ(result.exitStatus, 128 + SIGPIPE);
}

TEST(HostShell, megabytesInTheMiddleOfAPipe)
{
    const Folder folder;
    EXPECT_EQ(hostShell(in(folder))("head -c 5000000 /dev/zero | wc -c").output, "5000000\n");
}

TEST(HostShell, aTimeOutEndsTheCommandAndItsChildren)
{
    const Folder folder;
    HostShellOptions options = in(folder);
    options.timeOut = std::chrono::milliseconds(200);
    const Shell shell = hostShell(options);
    ShellResult result;
    const auto time = timeOf([&] { result = shell("echo first; sleep 20; touch late"); });
    EXPECT_EQ(result.problem.text(), "did not end within 0.2 s and was stopped");
    EXPECT_LT(time.count(), 5000);
    // One that closes its output goes on running, too.
    EXPECT_LT(timeOf([&] { result = shell("exec >&-; sleep 20"); }).count(), 5000);
    EXPECT_EQ(result.problem.text(), "did not end within 0.2 s and was stopped");
}

TEST(HostShell, childrenInTheBackgroundAreNotWaitedForForever)
{
    const Folder folder;
    HostShellOptions options = in(folder);
    options.timeOut = std::chrono::seconds(30);
    ShellResult result;
    const auto time = timeOf([&] { result = hostShell(options)("sleep 20 & echo $!"); });
    EXPECT_LT(time.count(), 8000);
    EXPECT_TRUE(result.problem.isEmpty()) << result.problem.text();
    ASSERT_FALSE(result.output.empty());
    ::kill(std::stoi(result.output), SIGKILL);
    // As with conf, output that comes soon after the command has ended belongs to it.
    EXPECT_EQ(hostShell(in(folder))("(sleep 0.1; echo late) & echo early").output, "early\nlate\n");
}

TEST(HostShell, canBeCancelled)
{
    const Folder folder;
    HostShellOptions options = in(folder);
    int polls = 0;
    options.cancelled = [&] { return ++polls > 2; };
    ShellResult result;
    EXPECT_LT(timeOf([&] { result = hostShell(options)("sleep 20"); }).count(), 5000);
    EXPECT_EQ(result.problem.text(), "was cancelled");
}

TEST(HostShell, aMissingFolderIsAProblem)
{
    HostShellOptions options;
    options.directory = "/nonexistent/folder";
    const ShellResult result = hostShell(options)("echo");
    EXPECT_NE(result.problem.text().find("could not be started"), std::string::npos)
        << result.problem.text();
}

TEST(ShellDiagnostics, aProblemIsAnErrorWithItsPlaceAndCommand)
{
    Tree tree;
    HostShellOptions options;
    options.environment = path;
    options.timeOut = std::chrono::milliseconds(100);
    tree.options.shell = hostShell(options);
    tree.load("config A\n\tstring\n\tdefault \"$(shell,sleep 20)\"\nconfig B\n\tdef_bool y\n");
    EXPECT_NE(tree.messages().find("Kconfig:3:11: error: a shell command did not end within 0.1 s "
                                   "and was stopped: sleep 20"),
              std::string::npos)
        << tree.messages();
    EXPECT_EQ(tree.value("B"), "y");
}

TEST(ShellDiagnostics, everyRefusedCallIsOne)
{
    for (const bool none : {true, false}) {
        Tree tree;
        if (!none)
            tree.options.shell = refusingShell();
        tree.load("A := $(shell,one)\nB := $(shell,two)\nconfig C\n\tdef_bool y\n");
        EXPECT_EQ(tree.result.refusedShells, 2);
        EXPECT_EQ(tree.result.shells, 2);
        EXPECT_NE(tree.messages().find("Kconfig:1:6: warning: a shell command was not run: one"),
                  std::string::npos)
            << tree.messages();
        EXPECT_NE(tree.messages().find("Kconfig:2:6: warning: a shell command was not run: two"),
                  std::string::npos);
        EXPECT_EQ(tree.value("C"), "y");
    }
}

TEST(ShellDiagnostics, operandsOfRefusedCallsAreEmptyAndNoErrors)
{
    for (const Dialect dialect : {Dialect::unikraft, Dialect::linux_6_1, Dialect::linux_6_12}) {
        Tree tree;
        tree.options.dialect = dialect;
        tree.load("success = $(shell,$(1) && echo y || echo n)\n"
                  "config A\n\tdef_bool $(success,true)\n"
                  "config B\n\tbool \"B\"\n\tdepends on !$(success,true)\n"
                  "\tdefault y if $(shell,x) || A\n"
                  "config C\n\tint\n\tdefault $(shell,nproc)\n"
                  "config D\n\tbool \"D\"\n$(shell,alone)\n");
        EXPECT_EQ(tree.errorCount(), 0U) << tree.messages();
        EXPECT_EQ(tree.result.refusedShells, 5);
        EXPECT_EQ(tree.value("A"), "n");
        EXPECT_TRUE(tree.symbol("D").isValid());
    }
}

TEST(ShellDiagnostics, thousandsOfRefusedCallsStayBoundedAndHideNoError)
{
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += "V := $(shell," + std::string(1000, 'x') + ")\n";
    Tree tree(text + "config\n");
    EXPECT_EQ(tree.result.refusedShells, 5000);
    EXPECT_LT(tree.result.diagnostics.size(), 1100U);
    EXPECT_TRUE(tree.result.hasErrors());
    for (const Diagnostic &diagnostic : tree.result.diagnostics)
        EXPECT_LT(diagnostic.message.size(), 300U);
}

/// Whether this machine lets anybody make a sandbox, found out without the engine.
bool sandboxWorks()
{
    return std::system("bwrap --unshare-all --ro-bind / / --proc /proc true >/dev/null 2>&1") == 0;
}

TEST(Sandbox, writesOnlyWhereItMay)
{
    const Folder folder;
    folder.write("tree/input", "text\n");
    folder.write("lists/old", "");
    SandboxOptions options;
    options.host.environment = path;
    options.host.directory = folder.path("tree");
    options.readable = {folder.path("tree")};
    options.writable = {folder.path("lists")};
    auto shell = sandboxShell(options);
    if (!sandboxWorks()) {
        ASSERT_FALSE(shell);
        EXPECT_NE(shell.error().find("bubblewrap"), std::string::npos) << shell.error();
        return;
    }
    ASSERT_TRUE(shell) << shell.error();
    EXPECT_EQ((*shell)("pwd; cat input").output,
              std::filesystem::canonical(folder.path("tree")).string() + "\ntext\n");
    EXPECT_NE((*shell)("echo x > input").exitStatus, 0);
    EXPECT_EQ(folder.read("tree/input"), "text\n");
    EXPECT_EQ((*shell)("echo y > " + folder.path("lists/new")).exitStatus, 0);
    EXPECT_EQ(folder.read("lists/new"), "y\n");
    EXPECT_EQ((*shell)("echo z > /tmp/of-the-sandbox && cat /tmp/of-the-sandbox").output, "z\n");
    EXPECT_FALSE(std::filesystem::exists("/tmp/of-the-sandbox"));
    EXPECT_EQ(
        (*shell)("ls /sys/class/net /home /root 2>/dev/null; cat /proc/net/dev | tail -n +3 | "
                 "grep -vc lo:")
            .output,
        "0\n")
        << "no network, no homes";
    EXPECT_EQ((*shell)("exit 5").exitStatus, 5);
}

TEST(Sandbox, aTimeOutEndsWhatRunsInIt)
{
    if (!sandboxWorks())
        return; // what is said then is tested above
    const Folder folder;
    SandboxOptions options;
    options.host = in(folder);
    options.host.timeOut = std::chrono::milliseconds(300);
    options.writable = {folder.path()};
    auto shell = sandboxShell(options);
    ASSERT_TRUE(shell) << shell.error();
    EXPECT_NE((*shell)("sleep 1; touch late").problem.text(), "");
    std::this_thread::sleep_for(std::chrono::milliseconds(1200));
    EXPECT_FALSE(std::filesystem::exists(folder.path("late")));
}

TEST(Sandbox, saysWhatIsMissing)
{
    SandboxOptions options;
    options.host.environment = path;
    options.program = "no-such-bwrap";
    auto shell = sandboxShell(options);
    ASSERT_FALSE(shell);
    EXPECT_EQ(shell.error(), "there is no sandbox: 'no-such-bwrap' was not found; install "
                             "bubblewrap, or refuse shells");
    options.program = "/bin/false";
    shell = sandboxShell(options);
    ASSERT_FALSE(shell);
    EXPECT_NE(shell.error().find("does not work here"), std::string::npos) << shell.error();
}

} // namespace
} // namespace kconfig::test
